// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { listActionFor, stepped } from './listKeys';

const key = (name: string, held: Partial<KeyboardEvent> = {}) => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, ...held });
function focused(html: string): Element {
  document.body.innerHTML = html;
  return document.body.firstElementChild as Element;
}

test('keys move through the list from anywhere, and from the box of a row', () => {
  expect(listActionFor(key('j'), document.body)).toBe('next');
  expect(listActionFor(key('ArrowUp'), focused('<a href="/"></a>'))).toBe('previous');
  expect(listActionFor(key('x'), focused('<input type="checkbox">'))).toBe('select');
});

test('someone who types, and an open menu or dialog, are left alone', () => {
  for (const html of ['<input>', '<textarea></textarea>', '<div role="dialog"></div>', '<div role="menu"></div>']) {
    expect(listActionFor(key('j'), focused(html)), html).toBeNull();
    expect(listActionFor(key('Escape'), focused(html)), html).toBeNull();
  }
  expect(listActionFor(key('ArrowDown'), focused('<button aria-haspopup="true"></button>'))).toBeNull();
});

test('keys of the browser are not taken', () => {
  expect(listActionFor(key('f', { ctrlKey: true }), document.body)).toBeNull();
  expect(listActionFor(key('a'), document.body)).toBeNull();
});

test('a step stays in the list', () => {
  expect(stepped(-1, 1, 3)).toBe(0);
  expect(stepped(-1, -1, 3)).toBe(0);
  expect(stepped(1, 1, 3)).toBe(2);
  expect(stepped(2, 1, 3)).toBe(2);
  expect(stepped(0, -1, 3)).toBe(0);
  expect(stepped(0, 1, 0)).toBe(-1);
});
