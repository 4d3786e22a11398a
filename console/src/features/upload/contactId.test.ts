import { expect, test } from 'vitest';
import { contactIdOf } from './contactId';
import { Sha1 } from './sha1';

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const bytes = (length: number): Uint8Array<ArrayBuffer> => Uint8Array.from({ length }, (_, i) => (i * 31 + 7) & 0xff);

test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 10_000])('the hash of %d bytes is right, in one part or many', async (length) => {
  const content = bytes(length);
  const expected = hex(new Uint8Array(await crypto.subtle.digest('SHA-1', content)));
  expect(hex(new Sha1().update(content).digest())).toBe(expected);
  const parts = new Sha1();
  for (let from = 0; from < length; from += 7) parts.update(content.subarray(from, from + 7));
  expect(hex(parts.digest())).toBe(expected);
});

test('a content has the id that ingest gives it', async () => {
  const shares: number[] = [];
  // Computed by another program: a name-based UUID of version 5 over "abc" in the namespace of ingest.
  expect(await contactIdOf(new Blob(['abc']), (share) => shares.push(share))).toBe('d6ba9e34-6dd6-5f49-b980-155df350fe12');
  expect(shares.at(-1)).toBe(1);
});

test('reading ends when it is called off', async () => {
  const called = new AbortController();
  called.abort();
  await expect(contactIdOf(new Blob(['abc']), () => {}, called.signal)).rejects.toThrow(/abort/i);
});
