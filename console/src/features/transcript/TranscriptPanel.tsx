import { urls } from '@/api/client';
import type { Occurrence, SentimentAnalysis, SentimentLabel, TranscriptSummary, Turn } from '@/api/types';
import { Empty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import type { Playback } from '@/shared/playback/playback';
import { usePlaybackTime } from '@/shared/playback/usePlayback';
import { silences, turnAt, wordsWithin, type Silence } from '@/shared/turns';
import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import Spinner from '@cloudscape-design/components/spinner';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { onPersonScrolls, scrollTarget } from './follow';
import { TurnBubble, type Highlight } from './TurnBubble';

export interface Search {
  readonly query: string;
  readonly hits: readonly Occurrence[];
  /** Index in `hits`. */
  readonly current: number;
  readonly onQuery: (query: string) => void;
  readonly onStep: (direction: 1 | -1) => void;
}

interface Props {
  contactId: string;
  turns: readonly Turn[];
  durationMillis: number;
  summary: TranscriptSummary | null;
  sentiment: SentimentAnalysis | null;
  search: Search;
  /** A place to bring into sight, such as a key phrase that was clicked. */
  spotlight: Occurrence | null;
  playback: Playback;
  searchBox: RefObject<HTMLInputElement | null>;
  loading: boolean;
}

const NONE: readonly Highlight[] = [];

export function TranscriptPanel(props: Props) {
  const { contactId, turns, durationMillis, summary, sentiment, search, spotlight, playback, searchBox, loading } = props;
  const box = useRef<HTMLDivElement>(null);
  const { following, follow } = useFollow(box, turns, playback, search, spotlight);
  useWordClicks(box, turns, playback);

  const pauses = useMemo(() => {
    const before = new Map<number, Silence>();
    for (const silence of silences(turns, durationMillis)) before.set(silence.beforeTurn, silence);
    return before;
  }, [turns, durationMillis]);
  const highlights = useMemo(() => highlightsOf(turns, search, spotlight), [turns, search, spotlight]);
  const feelings = useMemo(() => {
    const by = new Map<number, SentimentLabel>();
    for (const one of sentiment?.turns ?? []) by.set(one.turn, one.label);
    return by;
  }, [sentiment]);

  return (
    <section className="transcript panel" aria-label={m.transcript.region}>
      <div className="transcript-bar">
        <SearchBox search={search} searchBox={searchBox} />
        <Download contactId={contactId} />
      </div>
      {summary?.quality === 'draft' && (
        <div className="draft">
          <StatusIndicator type="warning">{m.transcript.draft}</StatusIndicator> {m.transcript.draftBy(summary.engine)}{' '}
          {summary.advice}
        </div>
      )}
      {/* A box that scrolls must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="transcript-scroll" ref={box} tabIndex={0} role="group" aria-label={m.transcript.turns}>
        {loading ? (
          <Empty title={<Spinner />}>{m.loading}</Empty>
        ) : turns.length === 0 ? (
          <Empty title={m.transcript.empty}>
            <p>{m.transcript.emptyWhy}</p>
          </Empty>
        ) : (
          <ol className="turns">
            {turns.map((turn, index) => (
              <TurnWithPause key={index} pause={pauses.get(index)}>
                <TurnBubble
                  turn={turn}
                  index={index}
                  overlaps={overlapsBefore(turns, index)}
                  sentiment={feelings.get(index) ?? null}
                  highlights={highlights.get(index) ?? NONE}
                  playback={playback}
                />
              </TurnWithPause>
            ))}
            <TurnWithPause pause={pauses.get(turns.length)} />
          </ol>
        )}
      </div>
      {!following && (
        <div className="follow">
          <Button iconName="angle-down" onClick={follow}>
            {m.transcript.follow}
          </Button>
        </div>
      )}
    </section>
  );
}

function TurnWithPause({ pause, children }: { pause?: Silence; children?: React.ReactNode }) {
  return (
    <>
      {pause && (
        <li className="pause">{m.transcript.silence(Math.round((pause.endMillis - pause.beginMillis) / 1000))}</li>
      )}
      {children}
    </>
  );
}

/** Begins while the other one, in the turn before, still speaks. */
function overlapsBefore(turns: readonly Turn[], index: number): boolean {
  const before = turns[index - 1];
  const turn = turns[index] as Turn;
  return before !== undefined && before.participant !== turn.participant && turn.beginMillis < before.endMillis;
}

function highlightsOf(turns: readonly Turn[], search: Search, spotlight: Occurrence | null) {
  const by = new Map<number, Highlight[]>();
  const add = (place: Occurrence, current: boolean) => {
    const turn = turns[place.turn];
    const within = turn && wordsWithin(turn, place.beginOffset, place.endOffset);
    if (!within) return;
    const list = by.get(place.turn) ?? [];
    by.set(place.turn, list);
    list.push({ first: within[0], last: within[1], current });
  };
  if (spotlight) add(spotlight, true);
  search.hits.forEach((hit, index) => add(hit, spotlight === null && index === search.current));
  return by;
}

function SearchBox({ search, searchBox }: { search: Search; searchBox: RefObject<HTMLInputElement | null> }) {
  const { query, hits, current } = search;
  const keyed = (event: KeyboardEvent) => {
    if (event.key === 'Enter') search.onStep(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') {
      if (query) search.onQuery('');
      else searchBox.current?.blur();
    } else return;
    event.preventDefault();
  };
  return (
    <div className="search" role="search">
      <input
        ref={searchBox}
        type="search"
        value={query}
        placeholder={m.transcript.search}
        aria-label={m.transcript.search}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => search.onQuery(event.target.value)}
        onKeyDown={keyed}
      />
      <span className="search-count digits" role="status">
        {query.trim() === '' ? '' : hits.length === 0 ? m.transcript.noHits : m.transcript.hits(current + 1, hits.length)}
      </span>
      {hits.length > 0 && (
        <>
          <Button variant="icon" iconName="angle-up" ariaLabel={m.transcript.previousHit} onClick={() => search.onStep(-1)} />
          <Button variant="icon" iconName="angle-down" ariaLabel={m.transcript.nextHit} onClick={() => search.onStep(1)} />
        </>
      )}
    </div>
  );
}

const FORMATS = ['txt', 'srt', 'vtt', 'csv', 'json'] as const;

function Download({ contactId }: { contactId: string }) {
  const fetchFile = (format: string) => {
    const link = document.createElement('a');
    link.href = urls.transcript(contactId, format);
    link.download = '';
    link.click();
  };
  return (
    <ButtonDropdown
      items={FORMATS.map((id) => ({ id, text: m.transcript.formats[id] }))}
      onItemClick={({ detail }) => fetchFile(detail.id)}
      expandToViewport
    >
      {m.transcript.download}
    </ButtonDropdown>
  );
}

/** A click on a word moves the audio there; a selection of text does not. */
function useWordClicks(box: RefObject<HTMLElement | null>, turns: readonly Turn[], playback: Playback) {
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const clicked = (event: MouseEvent) => {
      const word = event.target instanceof Element ? event.target.closest('[data-word]') : null;
      if (!(word instanceof HTMLElement) || !window.getSelection()?.isCollapsed) return;
      const turn = turns[Number(word.closest<HTMLElement>('[data-turn]')?.dataset['turn'])];
      const said = turn?.words[Number(word.dataset['word'])];
      if (said) playback.seek(said.beginMillis);
    };
    element.addEventListener('click', clicked);
    return () => element.removeEventListener('click', clicked);
  }, [box, turns, playback]);
}

function useFollow(
  box: RefObject<HTMLElement | null>,
  turns: readonly Turn[],
  playback: Playback,
  search: Search,
  spotlight: Occurrence | null,
) {
  const [following, setFollowing] = useState(true);
  const now = usePlaybackTime(
    playback,
    useCallback((millis: number) => turnAt(turns, millis), [turns]),
  );
  const reveal = useCallback(
    (turn: number) => {
      const element = box.current?.querySelector<HTMLElement>(`[data-turn="${turn}"]`);
      if (!box.current || !element) return;
      const target = scrollTarget(
        { scrollTop: box.current.scrollTop, height: box.current.clientHeight },
        { top: element.offsetTop, height: element.offsetHeight },
      );
      if (target !== null) box.current.scrollTo({ top: target, behavior: motion() });
    },
    [box],
  );

  useEffect(() => (box.current ? onPersonScrolls(box.current, () => setFollowing(false)) : undefined), [box]);
  useEffect(() => {
    if (following && now >= 0) reveal(now);
  }, [following, now, reveal]);

  const hit = search.hits[search.current];
  useEffect(() => {
    if (hit) {
      setFollowing(false);
      reveal(hit.turn);
    }
  }, [hit, reveal]);
  useEffect(() => {
    if (spotlight) reveal(spotlight.turn);
  }, [spotlight, reveal]);

  const follow = useCallback(() => setFollowing(true), []);
  return { following, follow };
}

function motion(): ScrollBehavior {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
}
