import type { Analysis, Conversation, Occurrence, SentimentLabel, TranscriptSummary, Turn } from '@/api/types';
import { Empty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import type { Playback } from '@/shared/playback/playback';
import { useStored } from '@/shared/useStored';
import Button from '@cloudscape-design/components/button';
import Spinner from '@cloudscape-design/components/spinner';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { memo, useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { HistoryDialog } from './HistoryDialog';
import { hitsByTurn } from './hits';
import { foundByTurn, type Found } from './marks';
import { Nearness } from './nearness';
import { pausesByTurn, type Pause } from './pauses';
import { SHOWN_AT_FIRST, type Shown } from './shown';
import { TranscriptBar, type Search } from './TranscriptBar';
import { TurnEditor } from './TurnEditor';
import { TurnItem, type Together, type TurnActions } from './TurnItem';
import { HighlightContext } from './TurnWords';
import { useFollow } from './useFollow';

export type { Search } from './TranscriptBar';

/** What a person can do here besides reading; missing in a page that only shows. */
export interface Contribution {
  /** Else comments can be read, and nothing written. */
  readonly mayAnnotate: boolean;
  /** Comments by the turn in which they stand. */
  readonly comments: ReadonlyMap<number, number>;
  readonly onComment: (turn: number) => void;
  readonly onShowComments: (turn: number) => void;
  /** The turn being corrected, null if none is. */
  readonly editing: number | null;
  readonly onEdit: (turn: number | null) => void;
  /** A correction was saved. */
  readonly onCorrected: () => void;
}

interface Props {
  contactId: string;
  turns: readonly Turn[];
  durationMillis: number;
  summary: TranscriptSummary | null;
  analysis: Analysis;
  conversation: Conversation | null;
  search: Search;
  /** A place to bring into sight, such as a key phrase that was clicked. */
  spotlight: Occurrence | null;
  playback: Playback;
  searchBox: RefObject<HTMLInputElement | null>;
  loading: boolean;
  contribution: Contribution | null;
}

export function TranscriptPanel(props: Props) {
  const { contactId, turns, durationMillis, summary, analysis, conversation, search, spotlight, playback, searchBox, loading, contribution } = props;
  const box = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useStored('aftercall-transcript', SHOWN_AT_FIRST);
  const [history, setHistory] = useState<number | null>(null);
  const { hits, current } = search;
  const editing = contribution?.editing ?? null;
  const { following, setFollowing } = useFollow({ box, turns, playback, hit: hits[current], spotlight, held: editing !== null });
  useWordClicks(box, turns, playback);
  const highlights = useMemo(() => hitsByTurn(hits, current, spotlight), [hits, current, spotlight]);
  const { actions, onEdited } = useTurnActions(contribution, setHistory, box);
  const remembered = history === null ? undefined : turns[history];

  return (
    <section className="transcript panel" aria-label={m.transcript.region}>
      <TranscriptBar {...{ contactId, search, searchBox, following, shown }} onFollow={setFollowing} onShown={setShown} />
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
          <HighlightContext value={highlights}>
            <Turns
              {...{ contactId, turns, durationMillis, analysis, conversation, playback, box, shown, editing, actions, onEdited }}
              comments={contribution?.comments ?? NO_COMMENTS}
            />
          </HighlightContext>
        )}
      </div>
      {!following && !loading && (
        <div className="follow">
          <Button iconName="angle-down" onClick={() => setFollowing(true)}>
            {m.transcript.followAgain}
          </Button>
        </div>
      )}
      {history !== null && remembered && contribution && (
        <HistoryDialog contactId={contactId} index={history} turn={remembered} onClose={() => setHistory(null)} onSaved={contribution.onCorrected} />
      )}
    </section>
  );
}

const NO_COMMENTS: ReadonlyMap<number, number> = new Map();
const NOT_FOUND: readonly Found[] = [];

interface TurnsProps extends Pick<Props, 'contactId' | 'turns' | 'durationMillis' | 'analysis' | 'conversation' | 'playback'> {
  box: RefObject<HTMLElement | null>;
  shown: Shown;
  editing: number | null;
  comments: ReadonlyMap<number, number>;
  actions: TurnActions;
  onEdited: (saved: boolean) => void;
}

/** Apart from the rest, since thousands of turns must not be gone through for a letter typed or a tab opened. */
const Turns = memo(function Turns(props: TurnsProps) {
  const { contactId, turns, durationMillis, analysis, conversation, playback, box, shown, editing, comments, actions, onEdited } = props;
  const [nearness] = useState(() => new Nearness());
  useEffect(() => (box.current ? nearness.start(box.current) : undefined), [box, nearness]);
  const pauses = useMemo(() => pausesByTurn(turns, durationMillis, conversation), [turns, durationMillis, conversation]);
  const found = useMemo(() => foundByTurn(turns, analysis), [turns, analysis]);
  const feelings = useMemo(() => feelingsOf(analysis), [analysis]);
  const together = useMemo(() => togetherOf(turns, conversation), [turns, conversation]);
  return (
    <ol className="turns">
      {turns.map((turn, index) => (
        <TurnWithPause key={index} pause={pauses.get(index)}>
          <TurnItem
            {...{ turn, index, shown, nearness, playback, actions }}
            together={together[index] ?? null}
            sentiment={feelings.get(index) ?? null}
            found={found.get(index) ?? NOT_FOUND}
            comments={comments.get(index) ?? 0}
            editor={editing === index ? <TurnEditor {...{ contactId, index, turn }} onDone={onEdited} /> : null}
          />
        </TurnWithPause>
      ))}
      <TurnWithPause pause={pauses.get(turns.length)} />
    </ol>
  );
});

function TurnWithPause({ pause, children }: { pause?: Pause; children?: React.ReactNode }) {
  if (!pause) return children;
  const seconds = Math.round((pause.endMillis - pause.beginMillis) / 1000);
  return (
    <>
      <li className={`pause${pause.hold ? ' pause-hold' : ''}`} title={pause.hold ? m.transcript.holdWhy : undefined}>
        {pause.hold ? m.transcript.hold(seconds) : m.transcript.silence(seconds)}
      </li>
      {children}
    </>
  );
}

/** The same functions for every turn and as long as the page, so that turns are not drawn again for nothing. */
function useTurnActions(contribution: Contribution | null, onHistory: (turn: number) => void, box: RefObject<HTMLElement | null>) {
  const latest = useRef(contribution);
  useEffect(() => {
    latest.current = contribution;
  });
  const reads = contribution !== null;
  const writes = contribution?.mayAnnotate ?? false;
  const actions: TurnActions = useMemo(
    () => ({
      ...(reads && { showComments: (turn: number) => latest.current?.onShowComments(turn), history: onHistory }),
      ...(writes && {
        edit: (turn: number) => latest.current?.onEdit(turn),
        comment: (turn: number) => latest.current?.onComment(turn),
      }),
    }),
    [reads, writes, onHistory],
  );
  const onEdited = useCallback(
    (saved: boolean) => {
      // The keyboard stays near, and the page's keys work again.
      box.current?.focus({ preventScroll: true });
      latest.current?.onEdit(null);
      if (saved) latest.current?.onCorrected();
    },
    [box],
  );
  return { actions, onEdited };
}

function feelingsOf(analysis: Analysis): Map<number, SentimentLabel> {
  return new Map((analysis.sentiment?.turns ?? []).map(({ turn, label }) => [turn, label]));
}

/** Which turns begin while the other one still speaks, and which of those go on over them. */
function togetherOf(turns: readonly Turn[], conversation: Conversation | null): Together[] {
  const interrupting = new Set((conversation?.interruptions ?? []).map(({ turn }) => turn));
  return turns.map((turn, index) => {
    if (interrupting.has(index)) return 'interrupts';
    const before = turns[index - 1];
    return before && before.participant !== turn.participant && turn.beginMillis < before.endMillis ? 'overlaps' : null;
  });
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
