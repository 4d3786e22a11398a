// Checks metadata against the types that Salesforce publishes for its Metadata API.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { childrenOf, PROJECT } from './metadata.mjs';

const TYPES = readFileSync(join(PROJECT, 'node_modules/@salesforce/types/lib/metadata.d.ts'), 'utf8');

/** In source files Salesforce takes these as markup and makes one text of them. */
const MARKUP = new Set(['LightningComponentBundle.targetConfigs']);

/** Closed choices: name of the type and its values. */
const choices = new Map(
  [...TYPES.matchAll(/^export type (\w+) = ('[^;]*');$/gm)].map(([, name, values]) => [
    name,
    new Set([...values.matchAll(/'([^']*)'/g)].map((value) => value[1])),
  ]),
);

/** Structures: name of the type, what it extends, and its properties. */
const structures = new Map(
  [...TYPES.matchAll(/^export type (\w+) = (?:(\w+) & )?\{\n(.*?)^\};$/gms)].map(([, name, base, body]) => [
    name,
    { base, properties: new Map([...body.matchAll(/^ {4}(\w+)(\??): ([\w.]+)(\[\])?;$/gm)].map(property)) },
  ]),
);

function property([, name, optional, type, list]) {
  return [name, { type, list: list !== undefined, required: optional === '' && list === undefined }];
}

function propertiesOf(type) {
  const structure = structures.get(type);
  return new Map([...(structure.base ? propertiesOf(structure.base) : []), ...structure.properties]);
}

function problemOfText(type, text) {
  if (choices.has(type)) return choices.get(type).has(text) ? null : `'${text}' is no ${type}`;
  if (type === 'boolean') return /^(?:true|false)$/.test(text) ? null : `'${text}' is neither true nor false`;
  if (type === 'number') return /^-?\d+(?:\.\d+)?$/.test(text) ? null : `'${text}' is no number`;
  return null;
}

/** What is wrong with an element of a type; empty if nothing is. */
export function problemsOf(element, type = element.tagName) {
  if (!structures.has(type)) {
    if (element.children.length > 0) return [`${element.tagName} has parts, and ${type} has none`];
    const problem = problemOfText(type, element.textContent);
    return problem === null ? [] : [`${element.tagName}: ${problem}`];
  }
  const properties = propertiesOf(type);
  const unknown = [...element.children]
    .filter((child) => !properties.has(child.tagName))
    .map((child) => `${type} has no ${child.tagName}`);
  const found = [...properties].flatMap(([name, { type: of, list, required }]) => {
    const children = childrenOf(element, name);
    if (required && children.length === 0) return name === 'fullName' ? [] : [`${type} needs ${name}`];
    if (!list && children.length > 1) return [`${type} has more than one ${name}`];
    return MARKUP.has(`${type}.${name}`) ? [] : children.flatMap((child) => problemsOf(child, of));
  });
  return [...unknown, ...found];
}
