import type { Conversation, Participant, Recording, SentimentLabel, Turn } from '@/api/types';
import type { Stretch } from '@/shared/playback/course';
import { silences } from '@/shared/turns';
import type { WaveformData } from './waveformData';

export interface LaneContent {
  readonly participant: Participant;
  /** Audio channel of the peaks, 0-based. */
  readonly channel: number;
  /** False while it is muted, or another is solo. */
  readonly audible: boolean;
}

export interface TurnSentiment {
  readonly turn: number;
  readonly label: SentimentLabel;
}

export interface Pause extends Stretch {
  /** Likely on hold, by the number and length of holds in the contact record. */
  readonly hold: boolean;
}

export interface Interruption extends Stretch {
  readonly by: Participant;
}

/** What the waveform shows. Times are milliseconds from the first sample. */
export interface WaveformContent {
  readonly durationMillis: number;
  readonly lanes: readonly LaneContent[];
  /** All lanes in the room of one. */
  readonly merged: boolean;
  /** Null until the peaks are there. */
  readonly wave: WaveformData | null;
  /** Coarser peaks for the mini-map. */
  readonly overview: WaveformData | null;
  readonly turns: readonly Turn[];
  readonly sentiments: readonly TurnSentiment[];
  readonly pauses: readonly Pause[];
  readonly interruptions: readonly Interruption[];
  readonly hitsMillis: readonly number[];
}

/** A comment as the waveform knows it. */
export interface CommentMark {
  readonly id: string;
  readonly atMillis: number;
  readonly text: string;
}

/** Customer above, agent below; whoever is on channel 0 first where nobody knows. */
export function lanesOf(recording: Recording): Omit<LaneContent, 'audible'>[] {
  const known = recording.assignment ?? [];
  const lanes = Array.from({ length: Math.min(2, recording.channels) }, (_, channel) => ({
    channel,
    participant: known[channel] ?? 'unknown',
  }));
  return lanes.sort((a, b) => Number(b.participant === 'customer') - Number(a.participant === 'customer'));
}

/** The server knows which silences fit a hold; without its figures the silences between turns are shown. */
export function pausesOf(conversation: Conversation | null, turns: readonly Turn[], durationMillis: number): Pause[] {
  if (conversation) return conversation.silences;
  return silences(turns, durationMillis).map(({ beginMillis, endMillis }) => ({ beginMillis, endMillis, hold: false }));
}
