// @vitest-environment jsdom
import { Playback } from '@/shared/playback/playback';
import { afterEach, expect, test, vi } from 'vitest';
import { keepHabits, takeUpHabits } from './habits';

const playback = () => new Playback(document.createElement('audio'), 60_000, () => Promise.reject(new Error('no audio')));

afterEach(() => {
  localStorage.clear();
  vi.restoreAllMocks();
});

test('speed and skipping of one contact are taken up by the next', () => {
  const first = playback();
  const end = keepHabits(first);
  first.setRate(1.5);
  first.setSkipsSilence(true);
  end();
  first.setRate(3);

  const second = playback();
  takeUpHabits(second);
  expect(second.state).toMatchObject({ rate: 1.5, skipsSilence: true });
});

test('a speed that is not on offer is not taken up', () => {
  localStorage.setItem('aftercall-rate', '16');
  const one = playback();
  takeUpHabits(one);
  expect(one.state).toMatchObject({ rate: 1, skipsSilence: false });
});

test('a browser that keeps nothing is no harm', () => {
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError');
  });
  const one = playback();
  takeUpHabits(one);
  keepHabits(one);
  one.setRate(2);
  expect(one.state.rate).toBe(2);
});
