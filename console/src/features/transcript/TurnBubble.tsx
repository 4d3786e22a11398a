import type { SentimentLabel, Turn } from '@/api/types';
import { m } from '@/shared/messages';
import type { Playback } from '@/shared/playback/playback';
import { usePlaybackTime } from '@/shared/playback/usePlayback';
import { SentimentShape } from '@/shared/SentimentMark';
import { clock } from '@/shared/time';
import { LOW_CONFIDENCE, wordAt } from '@/shared/turns';
import { Fragment, memo, useCallback } from 'react';

export interface Highlight {
  readonly first: number;
  readonly last: number;
  readonly current: boolean;
}

interface Props {
  turn: Turn;
  index: number;
  overlaps: boolean;
  sentiment: SentimentLabel | null;
  highlights: readonly Highlight[];
  playback: Playback;
}

/** One turn. Clicks on words are heard by the list (`data-word`), so that a long call has few listeners. */
export const TurnBubble = memo(function TurnBubble({ turn, index, overlaps, sentiment, highlights, playback }: Props) {
  const saying = usePlaybackTime(
    playback,
    useCallback((millis: number) => (millis < turn.beginMillis ? -1 : wordAt(turn, millis)), [turn]),
  );
  const who = m.participants[turn.participant];
  return (
    <li
      className={`turn turn-${turn.participant}${overlaps ? ' turn-overlaps' : ''}${saying >= 0 ? ' turn-now' : ''}`}
      data-turn={index}
    >
      <div className="turn-head">
        <span className="turn-who">{who}</span>
        <button
          type="button"
          className="turn-time digits"
          aria-label={m.transcript.playFrom(who, clock(turn.beginMillis))}
          onClick={() => playback.seek(turn.beginMillis)}
        >
          {clock(turn.beginMillis)}
        </button>
        {sentiment && <SentimentShape label={sentiment} title={m.sentiments[sentiment]} />}
        {overlaps && <span className="quiet">{m.transcript.overlap}</span>}
      </div>
      <p className="bubble">
        {turn.words.length === 0
          ? turn.text
          : turn.words.map((word, at) => (
              <Fragment key={at}>
                {at > 0 && ' '}
                <span
                  data-word={at}
                  className={wordClass(word.confidence, at === saying, at, highlights)}
                  title={
                    word.confidence < LOW_CONFIDENCE
                      ? m.transcript.lowConfidence(Math.round(word.confidence * 100))
                      : undefined
                  }
                >
                  {word.text}
                </span>
              </Fragment>
            ))}
      </p>
    </li>
  );
});

function wordClass(confidence: number, saying: boolean, at: number, highlights: readonly Highlight[]): string {
  const hit = highlights.find((one) => at >= one.first && at <= one.last);
  return [
    'word',
    confidence < LOW_CONFIDENCE ? 'word-doubtful' : '',
    saying ? 'word-now' : '',
    hit ? (hit.current ? 'word-hit-current' : 'word-hit') : '',
  ]
    .filter(Boolean)
    .join(' ');
}
