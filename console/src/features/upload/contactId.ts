import { Sha1 } from './sha1';

/** Namespace of name-based ids, the same as that of `./aftercall ingest`. */
const NAMESPACE = '6f1c1a52-5a4e-5d0b-9f53-0c7a1d9be0a1';

/**
 * The id that this content always gets, a UUID of version 5, so that the same recording handed in
 * again, here or by `./aftercall ingest`, is the same contact.
 */
export async function contactIdOf(content: Blob, onShare: (share: number) => void, signal?: AbortSignal): Promise<string> {
  const hash = new Sha1().update(bytesOf(NAMESPACE));
  const reader = content.stream().getReader();
  let read = 0;
  for (;;) {
    signal?.throwIfAborted();
    const { done, value } = await reader.read();
    if (done) break;
    hash.update(value);
    read += value.length;
    onShare(read / content.size);
  }
  return uuidOf(hash.digest());
}

function bytesOf(uuid: string): Uint8Array {
  const digits = uuid.replaceAll('-', '');
  return Uint8Array.from({ length: 16 }, (_, index) => parseInt(digits.slice(index * 2, index * 2 + 2), 16));
}

function uuidOf(hash: Uint8Array): string {
  const bytes = hash.slice(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join('-');
}
