import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { configure, originOf } from '../scripts/configure.mjs';
import { childrenOf, fieldsOf, filesIn, textOf, xml } from './metadata.mjs';

const folder = mkdtempSync(join(tmpdir(), 'aftercall-org-'));
after(() => rmSync(folder, { recursive: true }));

function configured(...args) {
  const { out } = configure(['--out', join(folder, 'org'), '--server', 'https://aftercall.example.com/', ...args]);
  return { out, main: join(out, 'force-app/main/default') };
}

const read = (main, path) => readFileSync(join(main, path), 'utf8');

test('no placeholder is left, and the slash that was pasted is gone', () => {
  const { main } = configured();
  for (const file of filesIn(main)) assert.doesNotMatch(readFileSync(file, 'utf8'), /@\w+_URL@/, file);
  const site = xml(join(main, 'cspTrustedSites/Aftercall.cspTrustedSite-meta.xml'));
  assert.equal(textOf(site, 'endpointUrl'), 'https://aftercall.example.com');
  assert.match(read(main, 'customMetadata/Aftercall_Setting.Default.md-meta.xml'), />https:\/\/aftercall\.example\.com</);
});

test('Salesforce may reach the server at another address than browsers', () => {
  const { main } = configured('--callout', 'https://api.example.com:8443');
  assert.match(read(main, 'namedCredentials/Aftercall.namedCredential-meta.xml'), />https:\/\/api\.example\.com:8443</);
  assert.match(read(main, 'cspTrustedSites/Aftercall.cspTrustedSite-meta.xml'), />https:\/\/aftercall\.example\.com</);
});

test('a remote site is made only on demand', () => {
  assert.ok(!existsSync(join(configured().main, 'remoteSiteSettings')));
  assert.ok(existsSync(join(configured('--remote-site').main, 'remoteSiteSettings/Aftercall.remoteSite-meta.xml')));
});

test('tests of components are not deployed', () => {
  assert.deepEqual(filesIn(configured().out).filter((file) => /test\.js$|package\.json$/.test(file)), []);
});

test('in an org with the original package its objects are used and none are made', () => {
  const { main } = configured('--namespace', 'amazonconnect');
  const analytics = 'amazonconnect__AC_ContactChannelAnalytics__c';
  assert.ok(!existsSync(join(main, 'tabs')));
  assert.ok(!existsSync(join(main, 'layouts')));
  assert.deepEqual([...fieldsOf(analytics, main).keys()], ['Case__c', 'Contact__c']);
  assert.deepEqual(
    filesIn(join(main, 'objects')).filter((file) => !file.includes('Aftercall_Setting__mdt')).map((file) => file.split('/objects/')[1]),
    [`${analytics}/fields/Case__c.field-meta.xml`, `${analytics}/fields/Contact__c.field-meta.xml`],
  );
  assert.match(read(main, 'flexipages/AC_ContactChannelAnalytics_Record_Page.flexipage-meta.xml'), new RegExp(`<sobjectType>${analytics}<`));
  assert.match(read(main, 'lwc/aftercallPlayer/aftercallPlayer.js-meta.xml'), new RegExp(`<object>${analytics}<`));
  assert.match(read(main, 'classes/AftercallEmbedLinkTest.cls'), /new amazonconnect__AC_ContactChannelAnalytics__c\(amazonconnect__ContactId__c = /);
  assert.match(read(main, 'classes/AftercallEmbedLink.cls'), /'AC_ContactChannelAnalytics__c'/);
});

test('permission sets name nothing that the original package may lack', () => {
  const { main } = configured('--namespace', 'amazonconnect');
  for (const file of filesIn(join(main, 'permissionsets'))) {
    const set = xml(file);
    assert.deepEqual(
      childrenOf(set, 'fieldPermissions').map((right) => textOf(right, 'field')),
      ['Case__c', 'Contact__c'].map((field) => `amazonconnect__AC_ContactChannelAnalytics__c.${field}`),
    );
    assert.equal(childrenOf(set, 'tabSettings').length, 0);
  }
});

for (const [address, reason] of [
  ['aftercall.example.com', /address such as/],
  ['http://aftercall.example.com', /https/],
  ['https://aftercall.example.com/console', /end after the host/],
  ['https://user:secret@aftercall.example.com', /end after the host/],
]) {
  test(`${address} is refused`, () => assert.throws(() => originOf('server', address), reason));
}

for (const namespace of ['amazon-connect', 'two__parts', '9lives', 'a_', '']) {
  test(`namespace '${namespace}' is refused`, () => {
    assert.throws(() => configured('--namespace', namespace), /namespace/);
  });
}

test('without an address there is nothing to configure', () => {
  assert.throws(() => configure(['--out', join(folder, 'none')]), /--server is missing/);
});
