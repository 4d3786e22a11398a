import { LOW_CONFIDENCE } from '@/shared/turns';

/** What the transcript marks besides the words. */
export type Shown = {
  readonly entities: boolean;
  readonly phrases: boolean;
  readonly sentiment: boolean;
  /** Percent; words of lower confidence are dotted. 0 dots none. */
  readonly doubtfulBelow: number;
};

export const SHOWN_AT_FIRST: Shown = {
  entities: true,
  phrases: false,
  sentiment: true,
  doubtfulBelow: Math.round(LOW_CONFIDENCE * 100),
};
