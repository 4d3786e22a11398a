import { expect, test } from 'vitest';
import { fitted, followed, TimeWindow, zoomed } from './timeWindow';

const MINUTE = 60_000;
const view = (beginMillis: number, endMillis: number) => ({ beginMillis, endMillis });

test('zooming keeps what is under the pointer under it', () => {
  expect(zoomed(view(0, 100_000), 0.5, 25_000, 100_000)).toEqual(view(12_500, 62_500));
  expect(zoomed(view(12_500, 62_500), 2, 25_000, 100_000)).toEqual(view(0, 100_000));
});

test('zooming stops at eight seconds and at the whole recording', () => {
  expect(zoomed(view(0, 10_000), 0.1, 5_000, 100_000)).toEqual(view(1_000, 9_000));
  expect(zoomed(view(0, 90_000), 9, 5_000, 100_000)).toEqual(view(0, 100_000));
  expect(zoomed(view(0, 5_000), 0.5, 1_000, 5_000)).toEqual(view(0, 5_000)); // shorter than eight seconds
});

test('a view stays in the recording and keeps its length', () => {
  expect(fitted(-5_000, 20_000, 100_000)).toEqual(view(0, 20_000));
  expect(fitted(95_000, 20_000, 100_000)).toEqual(view(80_000, 100_000));
});

test('playing that leaves the view turns the page', () => {
  expect(followed(view(0, 20_000), 19_990, 20_000, MINUTE)).toEqual(view(0, 20_000));
  expect(followed(view(0, 20_000), 19_995, 20_011, MINUTE)).toEqual(view(19_011, 39_011));
});

test('someone who looks elsewhere while it plays is left there', () => {
  const elsewhere = view(40_000, 60_000);
  expect(followed(elsewhere, 10_000, 10_016, MINUTE)).toBe(elsewhere);
});

test('a seek out of sight comes to the middle', () => {
  expect(followed(view(0, 20_000), 5_000, 45_000, MINUTE)).toEqual(view(35_000, 55_000));
  expect(followed(view(40_000, 60_000), 50_000, 10_000, MINUTE)).toEqual(view(0, 20_000));
});

test('the window tells of changes, and only of those', () => {
  const window = new TimeWindow();
  let told = 0;
  const end = window.onChange(() => told++);
  window.setDuration(100_000);
  expect(window.view).toEqual(view(0, 100_000));
  window.fit();
  window.pan(5_000);
  expect(told).toBe(1);
  window.show(10_000, 30_000);
  window.pan(5_000);
  expect(window.view).toEqual(view(15_000, 35_000));
  expect(window.wholeInSight).toBe(false);
  end();
  window.fit();
  expect(told).toBe(3);
  expect(window.wholeInSight).toBe(true);
});

test('a length that turns out longer shows the whole still, and leaves a closer view alone', () => {
  const window = new TimeWindow();
  window.setDuration(100_000);
  window.setDuration(110_000);
  expect(window.view).toEqual(view(0, 110_000));
  window.show(10_000, 30_000);
  window.setDuration(120_000);
  expect(window.view).toEqual(view(10_000, 30_000));
});

test('zooming around a place out of sight keeps the middle', () => {
  const window = new TimeWindow();
  window.setDuration(100_000);
  window.show(40_000, 60_000);
  window.zoom(0.5, 5_000);
  expect(window.view).toEqual(view(45_000, 55_000));
});
