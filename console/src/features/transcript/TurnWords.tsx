import type { Turn } from '@/api/types';
import { m } from '@/shared/messages';
import type { Playback } from '@/shared/playback/playback';
import { usePlaybackTime } from '@/shared/playback/usePlayback';
import { wordAt, wordsWithin } from '@/shared/turns';
import { createContext, Fragment, memo, useCallback, useContext, useMemo } from 'react';
import type { Hit } from './hits';
import { wordMarks, type Found, type WordMark } from './marks';
import type { Shown } from './shown';

/** What was searched for, or jumped to, in each turn. A context, since typing a letter concerns only the turns near. */
export const HighlightContext = createContext<ReadonlyMap<number, readonly Hit[]>>(new Map());

interface Highlight {
  readonly first: number;
  readonly last: number;
  readonly current: boolean;
}

interface Props {
  turn: Turn;
  index: number;
  found: readonly Found[];
  shown: Shown;
  playback: Playback;
}

const NO_HITS: readonly Hit[] = [];
const UNMARKED: WordMark = { entity: -1, phrase: -1 };

/** An element for each word. Clicks on words are heard by the list (`data-word`), so that a long call has few listeners. */
export const TurnWords = memo(function TurnWords({ turn, index, found, shown, playback }: Props) {
  const saying = usePlaybackTime(
    playback,
    useCallback((millis: number) => (millis < turn.beginMillis ? -1 : wordAt(turn, millis)), [turn]),
  );
  const marks = useMemo(() => wordMarks(turn, found), [turn, found]);
  const hits = useContext(HighlightContext).get(index);
  const highlights = useMemo(() => highlightsOf(turn, hits ?? NO_HITS), [turn, hits]);
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

function highlightsOf(turn: Turn, hits: readonly Hit[]): Highlight[] {
  return hits.flatMap(({ place, current }) => {
    const within = wordsWithin(turn, place.beginOffset, place.endOffset);
    return within ? [{ first: within[0], last: within[1], current }] : [];
  });
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
