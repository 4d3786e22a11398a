import { expect, test } from 'vitest';
import { browserName } from './browserName';

test('a browser is named by its own name, not by those that it also calls itself', () => {
  const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
  expect(browserName(`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`)).toBe('Edge on Windows');
  expect(browserName(`Mozilla/5.0 (Linux; Android 10; K) ${webkit} Chrome/140.0.0.0 Mobile Safari/537.36`)).toBe('Chrome on Android');
  expect(browserName('Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1')).toBe('Safari on iOS');
  expect(browserName('Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0')).toBe('Firefox on Linux');
});

test('what is no browser is named as it names itself', () => {
  expect(browserName('curl/8.14.1')).toBe('curl/8.14.1');
});
