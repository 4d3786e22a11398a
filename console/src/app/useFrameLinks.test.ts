import { expect, test } from 'vitest';
import { linkKind } from './useFrameLinks';

const ORIGIN = 'https://calls.example';

test.each([
  ['https://calls.example/api/v1/contacts/c1/transcript.srt', 'file'],
  ['https://calls.example/contacts/c2', 'page'],
  ['https://elsewhere.example/api/v1/contacts', 'other'],
  ['blob:https://calls.example/5b0d', 'other'],
  ['mailto:a@calls.example', 'other'],
])('%s is a link of the kind %s', (href, kind) => expect(linkKind(href, ORIGIN)).toBe(kind));
