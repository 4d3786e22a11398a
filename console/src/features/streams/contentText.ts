/** More than anybody reads in a dialog. */
export const MOST_SHOWN = 20_000;

export interface ContentText {
  readonly text: string;
  /** Whether the content goes on behind it. */
  readonly isCut: boolean;
}

/** What was delivered, as text: JSON indented, anything else as it is, with marks for bytes that are no UTF-8. */
export function contentText(content: ArrayBuffer): ContentText {
  const isCut = content.byteLength > MOST_SHOWN;
  const text = new TextDecoder().decode(isCut ? content.slice(0, MOST_SHOWN) : content);
  if (isCut) return { text, isCut };
  try {
    return { text: JSON.stringify(JSON.parse(text), null, 2), isCut };
  } catch {
    return { text, isCut };
  }
}
