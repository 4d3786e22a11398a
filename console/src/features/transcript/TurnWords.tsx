import type { Turn } from '@/api/types';
import { m } from '@/shared/messages';
import type { Playback } from '@/shared/playback/playback';
import { usePlaybackTime } from '@/shared/playback/usePlayback';
import { wordAt } from '@/shared/turns';
import { Fragment, memo, useCallback, useMemo } from 'react';
import { wordMarks, type Found, type WordMark } from './marks';
import type { Shown } from './shown';

export interface Highlight {
  readonly first: number;
  readonly last: number;
  readonly current: boolean;
}

interface Props {
  turn: Turn;
  found: readonly Found[];
  highlights: readonly Highlight[];
  shown: Shown;
  playback: Playback;
}

const UNMARKED: WordMark = { entity: -1, phrase: -1 };

/** An element for each word. Clicks on words are heard by the list (`data-word`), so that a long call has few listeners. */
export const TurnWords = memo(function TurnWords({ turn, found, highlights, shown, playback }: Props) {
  const saying = usePlaybackTime(
    playback,
    useCallback((millis: number) => (millis < turn.beginMillis ? -1 : wordAt(turn, millis)), [turn]),
  );
  const marks = useMemo(() => wordMarks(turn, found), [turn, found]);
  const markAt = (at: number) => marks[at] ?? UNMARKED;
  return (
    <p className={`bubble${saying >= 0 ? ' bubble-now' : ''}`}>
      {turn.words.map((word, at) => {
        const doubtful = word.confidence * 100 < shown.doubtfulBelow;
        return (
          <Fragment key={at}>
            {at > 0 && <Gap className={joined(markAt(at - 1), markAt(at), highlights, at, shown)} />}
            <span
              data-word={at}
              data-entity={entityLabel(marks, at, found, shown)}
              className={`word${doubtful ? ' word-doubtful' : ''}${at === saying ? ' word-now' : ''}${markClass(markAt(at), shown)}${hitClass(highlights, at)}`}
              title={doubtful ? m.transcript.lowConfidence(Math.round(word.confidence * 100)) : undefined}
            >
              {word.text}
            </span>
          </Fragment>
        );
      })}
    </p>
  );
});

/** The space between words of one finding is marked like them. */
function Gap({ className }: { className: string }) {
  return className === '' ? ' ' : <span className={className}> </span>;
}

function markClass({ entity, phrase }: WordMark, shown: Shown): string {
  return `${entity >= 0 && shown.entities ? ' word-entity' : ''}${phrase >= 0 && shown.phrases ? ' word-phrase' : ''}`;
}

function hitClass(highlights: readonly Highlight[], at: number): string {
  const hit = highlights.find((one) => at >= one.first && at <= one.last);
  return hit ? (hit.current ? ' word-hit-current' : ' word-hit') : '';
}

function joined(before: WordMark, after: WordMark, highlights: readonly Highlight[], at: number, shown: Shown): string {
  const shared = {
    entity: before.entity === after.entity ? after.entity : -1,
    phrase: before.phrase === after.phrase ? after.phrase : -1,
  };
  const hit = highlights.some((one) => at > one.first && at <= one.last);
  return (markClass(shared, shown) + (hit ? hitClass(highlights, at) : '')).trim();
}

/** The type stands after an entity's last word. */
function entityLabel(marks: readonly WordMark[], at: number, found: readonly Found[], shown: Shown): string | undefined {
  const entity = marks[at]?.entity ?? -1;
  if (!shown.entities || entity < 0 || marks[at + 1]?.entity === entity) return undefined;
  return found[entity]?.entityType ?? undefined;
}
