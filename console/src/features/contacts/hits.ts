import type { Hit } from '@/api/types';

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
  readonly at: number;
}

/** The sentence cut at its marks, in order; marks that overlap or lie outside are cut to fit. */
export function hitPieces({ text, marks }: Hit): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const push = (to: number, marked: boolean) => {
    if (to > at) pieces.push({ text: text.slice(at, to), marked, at });
    at = Math.max(at, to);
  };
  for (const { beginOffset, endOffset } of [...marks].sort((a, b) => a.beginOffset - b.beginOffset)) {
    push(Math.min(beginOffset, text.length), false);
    push(Math.min(endOffset, text.length), true);
  }
  push(text.length, false);
  return pieces;
}

export const contactAddress = (contactId: string): string => `/contacts/${encodeURIComponent(contactId)}`;

/** Opens at the turn, with the words in the search box as they were said there: that one knows no operators. */
export function hitAddress(contactId: string, hit: Hit): string {
  const params = new URLSearchParams();
  const tenths = Math.round(hit.beginMillis / 100);
  if (tenths > 0) params.set('t', String(tenths / 10));
  const said = hitPieces(hit).find(({ marked }) => marked)?.text;
  if (said) params.set('q', said);
  const search = params.toString();
  return search ? `${contactAddress(contactId)}?${search}` : contactAddress(contactId);
}
