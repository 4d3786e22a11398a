import { expect, test, vi } from 'vitest';
import { Scope } from './scope';

test('dispose ends listeners and timers, newest first, each once', () => {
  vi.useFakeTimers();
  const scope = new Scope();
  const target = new EventTarget();
  const said: string[] = [];
  scope.listen(target, 'ping', () => said.push('ping'));
  scope.after(10, () => said.push('timer'));
  scope.own(() => said.push('end 1'));
  scope.own(() => said.push('end 2'));

  scope.dispose();
  scope.dispose();
  target.dispatchEvent(new Event('ping'));
  vi.advanceTimersByTime(20);
  vi.useRealTimers();

  expect(said).toEqual(['end 2', 'end 1']);
});

test('a disposed scope takes nothing more', () => {
  const scope = new Scope();
  scope.dispose();
  const target = new EventTarget();
  const said: string[] = [];
  scope.listen(target, 'ping', () => said.push('ping'));
  target.dispatchEvent(new Event('ping'));
  scope.own(() => said.push('ended at once'));
  expect(said).toEqual(['ended at once']);
});

test('one thing can be ended before the rest', () => {
  const scope = new Scope();
  const target = new EventTarget();
  let heard = 0;
  const end = scope.listen(target, 'ping', () => heard++);
  target.dispatchEvent(new Event('ping'));
  end();
  target.dispatchEvent(new Event('ping'));
  expect(heard).toBe(1);
});
