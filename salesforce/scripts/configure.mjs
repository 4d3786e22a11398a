// Makes target/org, the project to deploy to one org: force-app and the templates with the org's own values.
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const PROJECT = dirname(dirname(fileURLToPath(import.meta.url)));
const OBJECTS = ['AC_ContactChannelAnalytics__c', 'AC_ContactTraceRecord__c'];
/** Fields that the original's package does not have; an org may add them to the package's object. */
const LINKS = ['Case__c', 'Contact__c'];

const USAGE = `Usage: node scripts/configure.mjs --server https://aftercall.example.com [options]

  --server URL      where browsers reach Aftercall
  --callout URL     where Salesforce's servers reach it, if that is another address
  --namespace NAME  the org has the original's package (amazonconnect): its objects are used, none are made
  --remote-site     also a remote site setting, for Apex of yours that calls without the named credential
  --out FOLDER      instead of target/org; emptied first
`;

/** What is wrong with what was asked for; said without a stack trace. */
class Unusable extends Error {}

/** Scheme, host and port of an address, without the slash that people paste with it. */
export function originOf(option, text) {
  let url;
  try {
    url = new URL(text);
  } catch {
    throw new Unusable(`--${option} has to be an address such as https://aftercall.example.com`);
  }
  if (url.protocol !== 'https:') throw new Unusable(`--${option} has to begin with https://, Salesforce shows no other frames`);
  if (url.username !== '' || url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw new Unusable(`--${option} has to end after the host, such as ${url.origin}`);
  }
  return url.origin;
}

function namespaceOf(text) {
  if (!/^[A-Za-z](?!\w*__)\w{0,14}(?<!_)$/.test(text)) {
    throw new Unusable('--namespace has to be a namespace as Salesforce writes it, such as amazonconnect');
  }
  return text;
}

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

function change(file, edit) {
  writeFileSync(file, edit(readFileSync(file, 'utf8')));
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function fillTemplates(target, values, withRemoteSite) {
  cpSync(join(PROJECT, 'templates'), target, { recursive: true });
  if (!withRemoteSite) rmSync(join(target, 'remoteSiteSettings'), { recursive: true });
  for (const file of filesIn(target)) {
    change(file, (text) => text.replace(/@(\w+_URL)@/g, (_, name) => escaped(values[name])));
  }
}

const objectName = new RegExp(`\\b(?:${OBJECTS.join('|')})`, 'g');

/** Leaves out what the package brings itself, and names its objects as the org knows them. */
function useObjectsOf(namespace, main) {
  const inside = (name) => `${namespace}__${name}`;
  for (const folder of ['layouts', 'tabs']) rmSync(join(main, folder), { recursive: true });
  for (const object of OBJECTS) {
    const from = join(main, 'objects', object);
    for (const entry of readdirSync(from)) {
      if (entry !== 'fields') rmSync(join(from, entry), { recursive: true });
    }
    for (const field of readdirSync(join(from, 'fields'))) {
      if (!LINKS.some((link) => field.startsWith(`${link}.`))) rmSync(join(from, 'fields', field));
    }
    if (readdirSync(join(from, 'fields')).length === 0) rmSync(from, { recursive: true });
    else renameSync(from, join(main, 'objects', inside(object)));
  }
  const renamed = (text) => text.replace(objectName, inside);
  for (const file of filesIn(main)) {
    if (/\.(?:flexipage|js)-meta\.xml$/.test(file)) change(file, renamed);
    if (file.endsWith('.permissionset-meta.xml')) change(file, (text) => renamed(withoutFieldsOfThePackage(text)));
    if (file.endsWith('Test.cls')) change(file, (text) => renamed(text).replace(/\bContactId__c\b/g, inside));
  }
}

/** The package has permission sets of its own for its fields and tabs; which there are depends on its version. */
function withoutFieldsOfThePackage(permissionSet) {
  return permissionSet
    .replace(/ {4}<tabSettings>.*?<\/tabSettings>\n/gs, '')
    .replace(/ {4}<fieldPermissions>.*?<\/fieldPermissions>\n/gs, (rights) =>
      LINKS.some((link) => rights.includes(`.${link}<`)) ? rights : '',
    );
}

/** Writes the project for one org; returns where, and what is left to do by hand. */
export function configure(args) {
  const { values } = parseArgs({
    args,
    options: {
      server: { type: 'string' },
      callout: { type: 'string' },
      namespace: { type: 'string' },
      'remote-site': { type: 'boolean', default: false },
      out: { type: 'string', default: join(PROJECT, 'target/org') },
    },
  });
  if (values.server === undefined) throw new Unusable(`--server is missing\n\n${USAGE}`);
  const server = originOf('server', values.server);
  const callout = values.callout === undefined ? server : originOf('callout', values.callout);
  const namespace = values.namespace === undefined ? null : namespaceOf(values.namespace);

  const main = join(values.out, 'force-app/main/default');
  rmSync(values.out, { recursive: true, force: true });
  mkdirSync(main, { recursive: true });
  cpSync(join(PROJECT, 'force-app/main/default'), main, {
    recursive: true,
    filter: (from) => !from.endsWith('__tests__'),
  });
  fillTemplates(join(values.out, 'templates'), { SERVER_URL: server, CALLOUT_URL: callout }, values['remote-site']);
  cpSync(join(values.out, 'templates'), main, { recursive: true });
  rmSync(join(values.out, 'templates'), { recursive: true });
  for (const file of ['sfdx-project.json', '.forceignore']) cpSync(join(PROJECT, file), join(values.out, file));
  if (namespace !== null) useObjectsOf(namespace, main);
  return { out: values.out, namespace };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const { out, namespace } = configure(process.argv.slice(2));
    console.log(`Wrote ${out}. Deploy it:\n  cd ${out} && sf project deploy start --target-org ALIAS`);
    if (namespace !== null) {
      console.log(`Then open a record of ${namespace}__${OBJECTS[0]}, Edit Page, and activate its record page.`);
    }
    console.log('Then set the API token: Setup, Named Credentials, External Credentials, Aftercall, principal Player,');
    console.log('  Edit, Authentication Parameters, name Token.');
  } catch (problem) {
    const expected = problem instanceof Unusable || String(problem.code).startsWith('ERR_PARSE_ARGS');
    console.error(expected ? problem.message : problem);
    process.exitCode = 1;
  }
}
