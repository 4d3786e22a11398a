// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { actionFor } from './keys';

const key = (name: string, held: Partial<KeyboardEvent> = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

function focused(html: string): Element {
  document.body.innerHTML = html;
  return document.body.firstElementChild as Element;
}

test('keys of the player work wherever nothing else wants them', () => {
  expect(actionFor(key('k'), document.body)).toEqual({ kind: 'toggle' });
  expect(actionFor(key('ArrowLeft'), focused('<div role="slider"></div>'))).toEqual({ kind: 'skip', millis: -5_000 });
  expect(actionFor(key('j'), focused('<button></button>'))).toEqual({ kind: 'skip', millis: -10_000 });
});

test('someone who types is left alone', () => {
  expect(actionFor(key('k'), focused('<input>'))).toBeNull();
  expect(actionFor(key('/'), focused('<input>'))).toBeNull();
});

test('space presses the focused button, arrows move between tabs', () => {
  expect(actionFor(key(' '), focused('<button></button>'))).toBeNull();
  expect(actionFor(key('ArrowRight'), focused('<div role="tab"></div>'))).toBeNull();
});

test('keys of the browser are not taken', () => {
  expect(actionFor(key('l', { ctrlKey: true }), document.body)).toBeNull();
  expect(actionFor(key('ArrowLeft', { altKey: true }), document.body)).toBeNull();
});

test('Shift makes the arrows go further, and letters mean what their capital means', () => {
  expect(actionFor(key('ArrowRight', { shiftKey: true }), document.body)).toEqual({ kind: 'skip', millis: 15_000 });
  expect(actionFor(key('m'), document.body)).toEqual({ kind: 'mute', lane: 0 });
  expect(actionFor(key('N', { shiftKey: true }), document.body)).toEqual({ kind: 'solo', lane: 1 });
});

test('a volume takes its arrows and a switch its space; letters go on to the player', () => {
  expect(actionFor(key('ArrowLeft'), focused('<input type="range">'))).toBeNull();
  expect(actionFor(key(' '), focused('<input type="checkbox">'))).toBeNull();
  expect(actionFor(key('k'), focused('<input type="range">'))).toEqual({ kind: 'toggle' });
});
