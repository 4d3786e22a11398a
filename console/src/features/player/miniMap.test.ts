import { expect, test } from 'vitest';
import { centred, dragged, gripAt } from './miniMap';

const VIEW = { beginMillis: 10_000, endMillis: 30_000 };

test('the edges of the lens are taken hold of within seven pixels', () => {
  expect(gripAt(93, 100, 200, false)).toBe('begin');
  expect(gripAt(92, 100, 200, false)).toBe('ground');
  expect(gripAt(107, 100, 200, false)).toBe('begin');
  expect(gripAt(108, 100, 200, false)).toBe('lens');
  expect(gripAt(193, 100, 200, false)).toBe('end');
  expect(gripAt(207, 100, 200, false)).toBe('end');
  expect(gripAt(208, 100, 200, false)).toBe('ground');
});

test('of a lens narrower than its edges both can be taken hold of', () => {
  expect(gripAt(101, 100, 104, false)).toBe('begin');
  expect(gripAt(103, 100, 104, false)).toBe('end');
});

test('where all is in sight a drag draws a new lens', () => {
  expect(gripAt(50, 0, 200, true)).toBe('ground');
});

test('an edge moves alone, and not past the other', () => {
  expect(dragged(VIEW, 'begin', 0, 5_000)).toEqual({ beginMillis: 15_000, endMillis: 30_000 });
  expect(dragged(VIEW, 'begin', 0, 25_000)).toEqual({ beginMillis: 30_000, endMillis: 30_000 });
  expect(dragged(VIEW, 'end', 0, -25_000)).toEqual({ beginMillis: 10_000, endMillis: 10_000 });
});

test('the lens moves whole; a drag beside it is a new one, in either direction', () => {
  expect(dragged(VIEW, 'lens', 12_000, 10_000)).toEqual({ beginMillis: 8_000, endMillis: 28_000 });
  expect(dragged(VIEW, 'ground', 50_000, 40_000)).toEqual({ beginMillis: 40_000, endMillis: 50_000 });
});

test('a click brings its place to the middle', () => {
  expect(centred(VIEW, 50_000)).toEqual({ beginMillis: 40_000, endMillis: 60_000 });
});
