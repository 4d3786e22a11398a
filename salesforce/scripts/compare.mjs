// Compares a project with what the Salesforce CLI made of it: every file has to have become a component.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';

const [source, metadata] = process.argv.slice(2);
const main = join(source, 'force-app/main/default');
const filesIn = (folder) => readdirSync(folder, { recursive: true }).map((file) => join(folder, file));

/** Of package.xml: type and name of each component. */
function componentsIn(manifest) {
  const types = [...manifest.matchAll(/<types>(.*?)<\/types>/gs)].map((found) => found[1]);
  return types.flatMap((type) => {
    const name = /<name>(.*?)<\/name>/.exec(type)[1];
    return [...type.matchAll(/<members>(.*?)<\/members>/g)].map((found) => `${name} ${found[1]}`);
  });
}

const components = new Set(componentsIn(readFileSync(join(metadata, 'package.xml'), 'utf8')));
const objects = new Map(
  filesIn(join(metadata, 'objects'))
    .filter((file) => file.endsWith('.object'))
    .map((file) => [basename(file, '.object'), readFileSync(file, 'utf8')]),
);
const problems = [];
for (const file of filesIn(main).filter((name) => name.endsWith('-meta.xml'))) {
  const [name] = basename(file).replace(/-meta\.xml$/, '').split(/\.(?=[^.]*$)/);
  const part = /\/objects\/([^/]+)\/(?:fields|listViews|compactLayouts)\//.exec(file);
  const found = part
    ? objects.get(part[1])?.includes(`<fullName>${name}</fullName>`)
    : file.includes('/labels/') || [...components].some((component) => component.endsWith(` ${decodeURIComponent(name)}`));
  if (!found) problems.push(file);
}
if (problems.length > 0) {
  console.error(`Not converted:\n${problems.join('\n')}`);
  process.exitCode = 1;
} else {
  console.log(`${source}: everything was converted`);
}
