// Reads metadata as the tests need it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';

export const PROJECT = new URL('..', import.meta.url).pathname;
export const MAIN = join(PROJECT, 'force-app/main/default');

/** All files below a folder whose names end so; paths from the folder on. */
export function filesIn(folder, ending = '') {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const parser = new new JSDOM('').window.DOMParser();

/** The root of an XML text; throws if it is not well-formed. */
export function parsed(text) {
  const root = parser.parseFromString(text, 'text/xml').documentElement;
  if (root.tagName === 'parsererror') throw new SyntaxError(root.textContent);
  return root;
}

/** The root of an XML file. */
export const xml = (file) => parsed(readFileSync(file, 'utf8'));

export const childrenOf = (element, name) => [...element.children].filter((child) => child.tagName === name);
export const textOf = (element, name) => childrenOf(element, name)[0]?.textContent ?? null;
export const textsOf = (element, name) => childrenOf(element, name).map((child) => child.textContent);

const stem = (file) => file.slice(file.lastIndexOf('/') + 1).split('.')[0];

/** Each custom field of an object, by name. */
export function fieldsOf(object, main = MAIN) {
  return new Map(filesIn(join(main, 'objects', object, 'fields')).map((file) => [stem(file), xml(file)]));
}
