import { expect, test } from 'vitest';
import servers from '../../../server/src/main/resources/com/aftercall/transcript/transcribe-languages.csv?raw';
import { languageName, TRANSCRIBE_LANGUAGES } from './transcribeLanguages';

test('the codes are those that the server takes', () => {
  const lines = servers.trim().split(/\r?\n/).slice(1);
  expect(TRANSCRIBE_LANGUAGES).toEqual(lines.map((line) => line.split(',')[0]));
});

test('a code that is none is shown as it is', () => {
  expect(languageName('en-US')).toMatch(/English/);
  expect(languageName('not a language')).toBe('not a language');
});
