import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { childrenOf, fieldsOf, filesIn, MAIN, parsed, PROJECT, textOf, textsOf, xml } from './metadata.mjs';
import { problemsOf } from './metadataApi.mjs';

const FIELDS = JSON.parse(readFileSync(join(PROJECT, 'fields.json'), 'utf8'));
const OBJECTS = Object.keys(FIELDS);
const TEMPLATES = join(PROJECT, 'templates');

/** Root element of each kind of file, by the ending of its name. */
const KINDS = {
  cls: 'ApexClass',
  compactLayout: 'CompactLayout',
  cspTrustedSite: 'CspTrustedSite',
  customPermission: 'CustomPermission',
  externalCredential: 'ExternalCredential',
  field: 'CustomField',
  flexipage: 'FlexiPage',
  js: 'LightningComponentBundle',
  labels: 'CustomLabels',
  layout: 'Layout',
  listView: 'ListView',
  md: 'CustomMetadata',
  namedCredential: 'NamedCredential',
  object: 'CustomObject',
  permissionset: 'PermissionSet',
  remoteSite: 'RemoteSiteSetting',
  tab: 'CustomTab',
};

test('all metadata is well-formed, of the kind that its name says, in the namespace of metadata', () => {
  const files = [...filesIn(MAIN, '.xml'), ...filesIn(TEMPLATES, '.xml')];
  assert.ok(files.length > 90, `${files.length} files`);
  for (const file of files) {
    const root = xml(file);
    const kind = /\.(\w+)-meta\.xml$/.exec(file)[1];
    assert.equal(root.tagName, KINDS[kind], file);
    assert.equal(root.namespaceURI, 'http://soap.sforce.com/2006/04/metadata', file);
  }
});

test('what is not well-formed is refused', () => {
  assert.throws(() => parsed('<a><b></a>'), SyntaxError);
  assert.throws(() => parsed('<a>&nbsp;</a>'), SyntaxError);
});

test('all metadata has the parts and values that the Metadata API knows', () => {
  for (const file of [...filesIn(MAIN, '-meta.xml'), ...filesIn(TEMPLATES, '-meta.xml')]) {
    assert.deepEqual(problemsOf(xml(file)), [], file);
  }
});

for (const [fault, edit, expected] of [
  ['an unknown part', (text) => text.replaceAll('isActive', 'active'), ['CspTrustedSite has no active', 'CspTrustedSite needs isActive']],
  ['an unknown value', (text) => text.replace('LEX', 'Lightning'), ["context: 'Lightning' is no CspTrustedSiteContext"]],
  ['no boolean', (text) => text.replace('<isActive>true', '<isActive>yes'), ["isActive: 'yes' is neither true nor false"]],
  [
    'a part twice',
    (text) => text.replace('<context>LEX</context>', '<context>LEX</context><context>All</context>'),
    ['CspTrustedSite has more than one context'],
  ],
]) {
  test(`the check above sees ${fault}`, () => {
    const file = join(TEMPLATES, 'cspTrustedSites/Aftercall.cspTrustedSite-meta.xml');
    assert.deepEqual(problemsOf(parsed(edit(readFileSync(file, 'utf8')))), expected);
  });
}

test('elements of one name stand together, which the Metadata API demands', () => {
  for (const file of filesIn(MAIN, '-meta.xml')) {
    const names = [...xml(file).children].map((child) => child.tagName);
    const runs = names.filter((name, index) => name !== names[index - 1]);
    assert.deepEqual(runs, [...new Set(runs)], file);
  }
});

for (const object of OBJECTS) {
  test(`${object} has the fields of fields.json and no others, of the same types and lengths`, () => {
    const existing = fieldsOf(object);
    assert.deepEqual([...existing.keys()].sort(), Object.keys(FIELDS[object]).sort());
    for (const [name, expected] of Object.entries(FIELDS[object])) {
      const field = existing.get(name);
      assert.equal(textOf(field, 'fullName'), name);
      for (const [property, value] of Object.entries(expected)) {
        assert.equal(textOf(field, property), String(value), `${name}.${property}`);
      }
    }
  });

  test(`fields of ${object} keep to Salesforce's limits`, () => {
    let longText = 0;
    for (const [name, field] of fieldsOf(object)) {
      const type = textOf(field, 'type');
      const length = Number(textOf(field, 'length'));
      assert.ok(name.length - '__c'.length <= 40, name);
      assert.ok(textOf(field, 'label').length <= 40, name);
      assert.ok(textOf(field, 'inlineHelpText').length <= 510, name);
      if (type === 'Text') assert.ok(length >= 1 && length <= 255, name);
      if (type === 'LongTextArea') {
        assert.ok(length > 255 && length <= 131_072, name);
        assert.ok(Number(textOf(field, 'visibleLines')) >= 2, name);
        longText += length;
      }
      if (type === 'Number') assert.ok(Number(textOf(field, 'precision')) <= 18, name);
    }
    assert.ok(longText <= 1_638_400, `${longText} characters of long text`);
  });

  test(`records of ${object} are found by contact id, and there is one for each`, () => {
    const field = fieldsOf(object).get('ContactId__c');
    for (const property of ['externalId', 'unique', 'required']) assert.equal(textOf(field, property), 'true');
  });

  test(`list view, layouts and compact layout of ${object} name fields that exist`, () => {
    const fields = new Set(fieldsOf(object).keys());
    const known = (name) => !name.endsWith('__c') || fields.has(name);
    const at = (...path) => xml(join(MAIN, 'objects', object, ...path));
    const definition = at(`${object}.object-meta.xml`);
    const layout = xml(join(MAIN, 'layouts', readdirSync(join(MAIN, 'layouts')).find((name) => name.startsWith(object))));
    const compact = textOf(definition, 'compactLayoutAssignment');
    const named = [
      ...textsOf(at('listViews', 'All.listView-meta.xml'), 'columns'),
      ...textsOf(at('compactLayouts', `${compact}.compactLayout-meta.xml`), 'fields'),
      ...[...layout.querySelectorAll('layoutItems field')].map((field) => field.textContent),
      ...[...definition.querySelectorAll('searchLayouts *')].map((field) => field.textContent),
    ];
    assert.deepEqual(named.filter((name) => !known(name)), []);
    assert.ok(textsOf(at('compactLayouts', `${compact}.compactLayout-meta.xml`), 'fields').length <= 10);
  });
}

test('every field stands in the layout of its object, so that somebody can see it', () => {
  for (const object of OBJECTS) {
    const layout = xml(join(MAIN, 'layouts', readdirSync(join(MAIN, 'layouts')).find((name) => name.startsWith(object))));
    const shown = [...layout.querySelectorAll('layoutItems field')].map((field) => field.textContent);
    assert.deepEqual(Object.keys(FIELDS[object]).filter((name) => !shown.includes(name)), []);
    assert.deepEqual(shown, [...new Set(shown)], 'a field stands once');
  }
});

test('records are numbered as the original numbers them', () => {
  const definition = xml(join(MAIN, 'objects', OBJECTS[0], `${OBJECTS[0]}.object-meta.xml`));
  assert.equal(definition.querySelector('nameField displayFormat').textContent, 'CCA {000000}');
  assert.equal(definition.querySelector('nameField type').textContent, 'AutoNumber');
});

const permissionSet = (name) => xml(join(MAIN, 'permissionsets', `${name}.permissionset-meta.xml`));

for (const [name, edits] of [['AC_CallRecording', 'false'], ['Aftercall_Records', 'false'], ['Aftercall_Publication', 'true']]) {
  test(`${name} reaches every field that is not required, and ${edits === 'true' ? 'changes' : 'only reads'} it`, () => {
    const rights = new Map(
      childrenOf(permissionSet(name), 'fieldPermissions').map((right) => [textOf(right, 'field'), textOf(right, 'editable')]),
    );
    const optional = OBJECTS.flatMap((object) =>
      [...fieldsOf(object)]
        .filter(([, field]) => textOf(field, 'required') !== 'true') // Salesforce refuses rights on required fields
        .map(([field]) => `${object}.${field}`),
    );
    assert.deepEqual([...rights.keys()].sort(), optional.sort());
    assert.deepEqual([...new Set(rights.values())], [edits]);
    const objects = childrenOf(permissionSet(name), 'objectPermissions');
    for (const right of objects) assert.equal(textOf(right, 'allowDelete'), 'false');
    assert.ok(OBJECTS.every((object) => objects.some((right) => textOf(right, 'object') === object)));
  });
}

test('listening is what AC_CallRecording gives, and no other permission set', () => {
  const listening = permissionSet('AC_CallRecording');
  assert.equal(textOf(listening, 'label'), 'AC_CallRecording');
  assert.equal(textOf(childrenOf(listening, 'classAccesses')[0], 'apexClass'), 'AftercallEmbedLink');
  assert.equal(textOf(childrenOf(listening, 'customPermissions')[0], 'name'), 'Aftercall_Listen');
  assert.ok(childrenOf(listening, 'objectPermissions').some((right) => textOf(right, 'object') === 'UserExternalCredential'));
  for (const other of ['Aftercall_Records', 'Aftercall_Publication']) {
    for (const kind of ['classAccesses', 'customPermissions', 'externalCredentialPrincipalAccesses']) {
      assert.equal(childrenOf(permissionSet(other), kind).length, 0);
    }
  }
});

test('the permission set reaches the principal of the external credential', () => {
  const credential = xml(join(TEMPLATES, 'externalCredentials/Aftercall.externalCredential-meta.xml'));
  const principal = childrenOf(credential, 'externalCredentialParameters')
    .find((parameter) => textOf(parameter, 'parameterType') === 'NamedPrincipal');
  const access = childrenOf(permissionSet('AC_CallRecording'), 'externalCredentialPrincipalAccesses')[0];
  assert.equal(textOf(access, 'externalCredentialPrincipal'), `Aftercall-${textOf(principal, 'parameterName')}`);
});

test('no template carries a secret', () => {
  for (const file of filesIn(TEMPLATES)) assert.doesNotMatch(readFileSync(file, 'utf8'), /act_|ace_|AuthParameter/);
});

test('what names something in the project names something that exists', () => {
  const page = xml(join(MAIN, 'flexipages/AC_ContactChannelAnalytics_Record_Page.flexipage-meta.xml'));
  const components = [...page.querySelectorAll('componentName')]
    .map((name) => name.textContent)
    .filter((name) => !name.includes(':'));
  assert.deepEqual(components, ['aftercallPlayer', 'aftercallAnalysis']);
  for (const component of components) assert.ok(existsSync(join(MAIN, 'lwc', component, `${component}.html`)));
  assert.ok(OBJECTS.includes(textOf(page, 'sobjectType')));
  const override = xml(join(MAIN, 'objects', OBJECTS[0], `${OBJECTS[0]}.object-meta.xml`)).querySelector('actionOverrides content');
  assert.ok(existsSync(join(MAIN, 'flexipages', `${override.textContent}.flexipage-meta.xml`)));
  const apex = readFileSync(join(MAIN, 'classes/AftercallEmbedLink.cls'), 'utf8');
  assert.match(apex, /'Aftercall_Listen'/);
  assert.match(apex, /Aftercall_Setting__mdt\.getInstance\('Default'\)/);
  assert.match(apex, /'callout:Aftercall\//);
  for (const object of OBJECTS) assert.ok(apex.includes(`'${object}'`));
});

test('the player has a text for each problem that Apex may name, and components import only labels that exist', () => {
  const labels = new Set(
    childrenOf(xml(join(MAIN, 'labels/CustomLabels.labels-meta.xml')), 'labels').map((label) => textOf(label, 'fullName')),
  );
  const apex = readFileSync(join(MAIN, 'classes/AftercallEmbedLink.cls'), 'utf8');
  const player = readFileSync(join(MAIN, 'lwc/aftercallPlayer/aftercallPlayer.js'), 'utf8');
  const problems = new Set([...apex.matchAll(/'([A-Z]+(?:_[A-Z]+)*)'/g)].map((found) => found[1]));
  for (const method of ['GET', 'POST', 'UTF']) problems.delete(method);
  assert.ok(problems.size === 9, [...problems].join());
  for (const problem of problems) assert.match(player, new RegExp(`^ {4}${problem}: `, 'm'));
  const imported = filesIn(join(MAIN, 'lwc'), '.js').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/@salesforce\/label\/c\.(\w+)/g)].map((found) => found[1]),
  );
  assert.deepEqual([...new Set(imported)].sort(), [...labels].sort());
});
