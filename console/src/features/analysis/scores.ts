import type { SentimentScores, SyntaxToken } from '@/api/types';

/** Positive less negative: −1 to +1, 0 for all neutral. */
export function balance(scores: SentimentScores): number {
  return scores.positive - scores.negative;
}

/** With sign and a true minus: `+0.42`, `−0.10`, `0.00`. */
export function signed(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  if (rounded === 0) return '0.00';
  return `${rounded > 0 ? '+' : '−'}${Math.abs(rounded).toFixed(2)}`;
}

const EXCERPT_BEFORE = 40;
const EXCERPT_AFTER = 60;

/** A place of a text with some of what stands around it, cut between words. */
export function excerpt(text: string, begin: number, end: number): { before: string; found: string; after: string } {
  const space = begin <= EXCERPT_BEFORE ? -1 : text.indexOf(' ', begin - EXCERPT_BEFORE);
  const from = begin <= EXCERPT_BEFORE ? 0 : space < 0 || space >= begin ? begin : space + 1;
  const to = end + EXCERPT_AFTER >= text.length ? text.length : Math.max(end, text.lastIndexOf(' ', end + EXCERPT_AFTER));
  return {
    before: (from > 0 ? '… ' : '') + text.slice(from, begin),
    found: text.slice(begin, end),
    after: text.slice(end, to) + (to < text.length ? ' …' : ''),
  };
}

export interface CloudWord {
  readonly text: string;
  readonly tag: string;
  readonly tokens: readonly SyntaxToken[];
}

/** Parts of speech that carry meaning, shown first. */
export const CONTENT_TAGS: readonly string[] = ['NOUN', 'PROPN', 'VERB', 'ADJ'];

/** Words with the same letters and part of speech, most frequent first, then by alphabet. No punctuation. */
export function cloud(tokens: readonly SyntaxToken[], tags: readonly string[] | null): CloudWord[] {
  const by = new Map<string, { text: string; tag: string; tokens: SyntaxToken[] }>();
  for (const token of tokens) {
    if (token.tag === 'PUNCT' || (tags !== null && !tags.includes(token.tag))) continue;
    const text = token.tag === 'PROPN' ? token.text : token.text.toLowerCase();
    const key = `${token.tag} ${text}`;
    const word = by.get(key);
    if (word) word.tokens.push(token);
    else by.set(key, { text, tag: token.tag, tokens: [token] });
  }
  return [...by.values()].sort((a, b) => b.tokens.length - a.tokens.length || a.text.localeCompare(b.text));
}

/** Font size in px: area grows with how often a word is said. */
export function cloudSize(count: number, most: number): number {
  if (most <= 1) return 15;
  return Math.round(12 + 18 * Math.sqrt((count - 1) / (most - 1)));
}

/** How many tokens of each part of speech, most first; punctuation left out. */
export function tagCounts(tokens: readonly SyntaxToken[]): [tag: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { tag } of tokens) if (tag !== 'PUNCT') counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}

/** Groups in the order of their first member. */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups];
}
