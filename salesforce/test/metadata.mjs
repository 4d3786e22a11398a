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
    .filter((file) => !file.includes('__tests__'))
    .sort();
}

/** The root of an XML file; throws if it is not well-formed. */
export function xml(file) {
  return new JSDOM(readFileSync(file, 'utf8'), { contentType: 'text/xml' }).window.document.documentElement;
}

export const childrenOf = (element, name) => [...element.children].filter((child) => child.tagName === name);
export const textOf = (element, name) => childrenOf(element, name)[0]?.textContent ?? null;
export const textsOf = (element, name) => childrenOf(element, name).map((child) => child.textContent);

const stem = (file) => file.slice(file.lastIndexOf('/') + 1).split('.')[0];

/** Each custom field of an object, by name. */
export function fieldsOf(object, main = MAIN) {
  return new Map(filesIn(join(main, 'objects', object, 'fields')).map((file) => [stem(file), xml(file)]));
}
