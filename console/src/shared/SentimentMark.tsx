import type { SentimentLabel } from '@/api/types';
import { m } from './messages';

const SHAPES: Record<SentimentLabel, string> = {
  POSITIVE: 'M1 11 L6 1 L11 11 Z',
  NEGATIVE: 'M1 1 L11 1 L6 11 Z',
  NEUTRAL: 'M1 4.5 H11 V7.5 H1 Z',
  MIXED: 'M6 0 L12 6 L6 12 L0 6 Z',
};

export function SentimentShape({ label, title }: { label: SentimentLabel; title?: string }) {
  return (
    <svg
      className={`sentiment-shape sentiment-${label}`}
      viewBox="0 0 12 12"
      width="11"
      height="11"
      role={title ? 'img' : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
    >
      <path d={SHAPES[label]} />
    </svg>
  );
}

/** Shape, colour and word. */
export function SentimentMark({ label }: { label: SentimentLabel }) {
  return (
    <span className="sentiment-mark">
      <SentimentShape label={label} />
      {m.sentiments[label]}
    </span>
  );
}
