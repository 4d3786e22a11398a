import type { Participant, SentimentLabel } from '@/api/types';

/** The style sheet's colours for the canvas. To be read again when the theme changes, not for every frame. */
export interface Palette {
  readonly lanes: Record<Participant, string>;
  readonly sentiments: Record<SentimentLabel, string>;
  readonly silence: string;
  readonly hold: string;
  readonly interruption: string;
  readonly turn: string;
  readonly line: string;
  readonly text: string;
  readonly mark: string;
  readonly font: string;
}

export function paletteOf(element: HTMLElement): Palette {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    lanes: { customer: colour('--ac-customer'), agent: colour('--ac-agent'), unknown: colour('--ac-unknown') },
    sentiments: {
      POSITIVE: colour('--ac-positive'),
      NEGATIVE: colour('--ac-negative'),
      NEUTRAL: colour('--ac-neutral'),
      MIXED: colour('--ac-mixed'),
    },
    silence: colour('--ac-silence'),
    hold: colour('--ac-hold'),
    interruption: colour('--ac-interruption'),
    turn: colour('--ac-turn'),
    line: colour('--ac-wave-line'),
    text: style.color,
    mark: colour('--ac-mark'),
    font: `11px ${style.fontFamily}`,
  };
}
