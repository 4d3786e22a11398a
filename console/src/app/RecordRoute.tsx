import { ApiProblem } from '@/api/client';
import type { Occurrence, RecordPage, Turn } from '@/api/types';
import { PlayerPanel } from '@/features/player/PlayerPanel';
import { TranscriptPanel } from '@/features/transcript/TranscriptPanel';
import { Empty, WhyEmpty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import type { Loop } from '@/shared/playback/course';
import type { Playback } from '@/shared/playback/playback';
import { TimeWindow } from '@/shared/playback/timeWindow';
import { NotAllowed } from '@/shared/NotAllowed';
import { lackedToHear, RightsContext, rightsWith, useRights } from '@/shared/rights';
import { dateTime } from '@/shared/time';
import { occurrenceMillis } from '@/shared/turns';
import { useNarrow } from '@/shared/useMedia';
import { why } from '@/shared/why';
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Spinner from '@cloudscape-design/components/spinner';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { KeysDialog } from './KeysDialog';
import { useRecord, useSwapSides, useTranscript } from './queries';
import { RecordHeader } from './RecordHeader';
import { RecordMenu, useRestore } from './RecordMenu';
import { SideTabs } from './SideTabs';
import { useContribution } from './useContribution';
import { useNotice, type Notice } from './useNotice';
import { usePlaybackOf } from './usePlaybackOf';
import { useRecordKeys } from './useRecordKeys';
import { useRecordState } from './useRecordState';
import { useTranscriptSearch } from './useTranscriptSearch';

const READING_KEYS = m.keys.filter(([keys]) => !['c', 'e', 'Ctrl Enter'].includes(keys));
const NO_TURNS: readonly Turn[] = [];

export default function RecordRoute() {
  const { contactId = '' } = useParams();
  return <RecordOf contactId={contactId} />;
}

/** The record page of a contact, or why there is none. One that only shows has no menu, comments or corrections. */
export function RecordOf({ contactId, readOnly = false }: { contactId: string; readOnly?: boolean }) {
  const record = useRecord(contactId);
  const missing = record.error instanceof ApiProblem && record.error.status === 404;
  useEffect(() => {
    document.title = record.data ? `${record.data.name} · ${m.product}` : m.product;
  }, [record.data]);

  if (missing) {
    return (
      <Empty title={m.record.missing} wholePage>
        <p className="mono">{contactId}</p>
        <p>{m.record.missingHow}</p>
        {!readOnly && (
          <Link className="link" to="/contacts">
            {m.toContacts}
          </Link>
        )}
      </Empty>
    );
  }
  if (!record.data) {
    return record.error ? (
      <Empty title={record.error.message} wholePage>
        <p>{m.askedAgain}</p>
        <Button onClick={() => void record.refetch()}>{m.tryAgain}</Button>
      </Empty>
    ) : (
      <Empty title={<Spinner size="large" />}>{m.loading}</Empty>
    );
  }
  return (
    <WithRights page={record.data}>
      <Record key={contactId} page={record.data} gone={record.error !== null} readOnly={readOnly} />
    </WithRights>
  );
}

/** Below, what the reader may do is what they may do with this contact. */
function WithRights({ page: { allowed }, children }: { page: RecordPage; children: ReactNode }) {
  const elsewhere = useRights();
  const rights = useMemo(() => rightsWith({ allowed }, elsewhere), [allowed, elsewhere]);
  return <RightsContext value={rights}>{children}</RightsContext>;
}

function Record({ page, gone, readOnly }: { page: RecordPage; gone: boolean; readOnly: boolean }) {
  const { contactId } = page;
  const rights = useRights();
  const { may } = rights;
  const mayHear = page.recording != null && lackedToHear(rights, page.recording) === null;
  const state = useRecordState();
  const { notice, show, hide } = useNotice();
  const transcript = useTranscript(contactId, may('readTranscript') ? page : undefined);
  const turns = transcript.data?.turns ?? NO_TURNS;
  const playback = usePlaybackOf(mayHear ? page : { ...page, recording: null }, state.startMillis, state.startLoop);
  const [timeWindow] = useState(() => new TimeWindow());
  useKeepTime(playback, state.setTime);
  useKeepLoop(playback, state.setLoop);

  const narrow = useNarrow();
  const { setTab } = state;
  const { spotlight, setSpotlight, jump } = useSpotlight(
    turns,
    playback,
    // On a phone the transcript is one of the tabs.
    useCallback(() => narrow && setTab('transcript'), [narrow, setTab]),
  );
  const search = useTranscriptSearch(turns, state.query, state.setQuery, () => setSpotlight(null));
  const marks = useMemo(
    () => search.hits.map((hit) => occurrenceMillis(turns, hit)).filter((millis) => millis !== null),
    [search.hits, turns],
  );
  const contribution = useContribution({ page, turns, playback, setTab: state.setTab, notice: show, readOnly });

  const searchBox = useRef<HTMLInputElement>(null);
  const [keysOpen, setKeysOpen] = useState(false);
  const go = useCallback((millis: number) => playback.seek(millis), [playback]);
  const copyLink = useCopyLink(playback, show);
  useRecordKeys({
    ...{ playback, timeWindow, turns, searchBox },
    recording: page.recording ?? null,
    onCopyLink: copyLink,
    onComment: contribution.writeNow,
    onCorrect: contribution.correctNow,
    onHelp: () => setKeysOpen(true),
  });

  const transcriptPanel = !may('readTranscript') && hasTranscript(page) ? (
    <section className="transcript panel" aria-label={m.transcript.region}>
      <NotAllowed permission="readTranscript" />
    </section>
  ) : page.transcript ? (
    <TranscriptPanel
      {...{ contactId, turns, search, spotlight, playback, searchBox }}
      durationMillis={page.recording?.durationMillis ?? 0}
      summary={page.transcript}
      analysis={page.analysis.whole}
      conversation={page.conversation ?? null}
      loading={!transcript.data}
      contribution={contribution.transcript}
    />
  ) : (
    <section className="transcript panel" aria-label={m.transcript.region}>
      <WhyEmpty why={why(page, 'transcript')} />
    </section>
  );

  return (
    <div className="record">
      <RecordHeader page={page} menu={readOnly ? null : <RecordMenu page={page} onCopyLink={copyLink} notice={show} />} />
      {gone && <Alert type="warning">{m.unreachable}</Alert>}
      {page.deletedAt && <InBin page={page} readOnly={readOnly} notice={show} />}
      <NoticeLine notice={notice} onDone={hide} />
      <Player
        {...{ page, turns, marks, playback, timeWindow, readOnly }}
        comments={contribution.markers}
        onComment={contribution.show}
        onCopyLink={copyLink}
      />
      <div className="record-body">
        {!narrow && transcriptPanel}
        <div className="panel side">
          <SideTabs
            {...{ page, turns, readOnly }}
            tab={state.tab}
            onTab={state.setTab}
            onJump={jump}
            onGo={go}
            notice={show}
            comments={contribution.tab}
            transcript={narrow ? transcriptPanel : null}
          />
        </div>
      </div>
      <KeysDialog rows={readOnly || !may('annotate') ? READING_KEYS : m.keys} visible={keysOpen} onClose={() => setKeysOpen(false)} />
    </div>
  );
}

const hasTranscript = ({ transcript, steps }: RecordPage) =>
  transcript != null || steps.some(({ name, state }) => name === 'transcript' && state === 'complete');

/** A place that was asked for: marked and brought into sight in the transcript, and the audio goes there. */
function useSpotlight(turns: readonly Turn[], playback: Playback, onJump: () => void) {
  const [spotlight, setSpotlight] = useState<Occurrence | null>(null);
  const jump = useCallback(
    (place: Occurrence) => {
      setSpotlight({ ...place });
      onJump();
      const millis = occurrenceMillis(turns, place);
      if (millis !== null) playback.seek(millis);
    },
    [turns, playback, onJump],
  );
  return { spotlight, setSpotlight, jump };
}

interface PlayerProps {
  page: RecordPage;
  turns: readonly Turn[];
  marks: readonly number[];
  playback: Playback;
  timeWindow: TimeWindow;
  comments: readonly { id: string; atMillis: number; text: string }[];
  onComment: (id: string) => void;
  onCopyLink: () => void;
  readOnly: boolean;
}

function Player({ page, turns, marks, playback, timeWindow, comments, onComment, onCopyLink, readOnly }: PlayerProps) {
  const swap = useSwapSides(page.contactId);
  const rights = useRights();
  const { may } = rights;
  const lacked = page.recording ? lackedToHear(rights, page.recording) : null;
  if (!page.recording || lacked) {
    return (
      <section className="player player-empty" aria-label={m.player.region}>
        {lacked ? <NotAllowed permission={lacked} /> : <WhyEmpty why={why(page, 'recording')} />}
      </section>
    );
  }
  const { recording } = page;
  return (
    <PlayerPanel
      contactId={page.contactId}
      recording={recording}
      waveReady={page.steps.some((step) => step.name === 'waveform' && step.state === 'complete')}
      turns={turns}
      sentiment={page.analysis.whole.sentiment ?? null}
      conversation={page.conversation ?? null}
      marksMillis={marks}
      comments={comments}
      onComment={onComment}
      playback={playback}
      timeWindow={timeWindow}
      onSwap={readOnly || !may('annotate') ? null : (swapped, wholeSource) => swap.mutateAsync({ swapped, wholeSource })}
      onCopyLink={onCopyLink}
    />
  );
}

function InBin({ page, readOnly, notice }: { page: RecordPage; readOnly: boolean; notice: (notice: Notice) => void }) {
  const restore = useRestore(page.contactId, notice);
  const { may } = useRights();
  return (
    <Alert type="warning" action={readOnly || !may('delete') ? undefined : <Button onClick={restore}>{m.record.restore}</Button>}>
      {page.deletedAt && m.record.inBin(dateTime(page.deletedAt))} {page.eraseAt && m.record.erasedOn(dateTime(page.eraseAt))}
    </Alert>
  );
}

function NoticeLine({ notice, onDone }: { notice: Notice | null; onDone: () => void }) {
  const action = notice?.action;
  const run = () => {
    onDone();
    action?.run();
  };
  return (
    <div className="notice" role="status">
      {notice && (
        <Alert
          type={notice.type}
          dismissible
          onDismiss={onDone}
          dismissAriaLabel={m.close}
          action={action && <Button onClick={run}>{action.text}</Button>}
        >
          {notice.text}
        </Alert>
      )}
    </div>
  );
}

/** The address follows the audio when it rests: after a pause, and a moment after the last seek. */
function useKeepTime(playback: Playback, setTime: (millis: number) => void) {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      if (playback.state.playing || playback.timeMillis === 0) return;
      clearTimeout(timer);
      timer = setTimeout(() => setTime(playback.timeMillis), 400);
    };
    const ends = [playback.onTime(later), playback.onState(later)];
    return () => {
      clearTimeout(timer);
      for (const end of ends) end();
    };
  }, [playback, setTime]);
}

/** The address has the loop a moment after its ends have come to rest. */
function useKeepLoop(playback: Playback, setLoop: (loop: Loop | null) => void) {
  useEffect(() => {
    let kept = playback.state.loop;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = playback.onState(() => {
      if (playback.state.loop === kept) return;
      kept = playback.state.loop;
      clearTimeout(timer);
      timer = setTimeout(() => setLoop(kept), 400);
    });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [playback, setLoop]);
}

function useCopyLink(playback: Playback, show: (notice: Notice) => void) {
  return useCallback(() => {
    const link = new URL(window.location.href);
    // Whoever gets the link opens the page itself, also from inside another one.
    link.pathname = link.pathname.replace(/^\/embed(?=\/)/, '');
    const here = link.pathname === window.location.pathname;
    link.searchParams.set('t', (playback.timeMillis / 1000).toFixed(1));
    const copied = navigator.clipboard?.writeText(link.href) ?? Promise.reject(new Error('no clipboard'));
    copied
      .then(() => show({ type: 'success', text: m.record.copied }))
      .catch(() => {
        if (here) window.history.replaceState(window.history.state, '', link);
        show({ type: 'warning', text: here ? m.record.copyFailed : m.embed.copyRefused });
      });
  }, [playback, show]);
}

