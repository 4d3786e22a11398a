import type { RecordPage, Turn } from '@/api/types';
import { CommentsTab, NO_DRAFT } from '@/features/comments/CommentsTab';
import { commentsByTurn, threads } from '@/features/comments/threads';
import { useComments } from '@/features/comments/useComments';
import type { Contribution } from '@/features/transcript/TranscriptPanel';
import { m } from '@/shared/messages';
import type { Playback } from '@/shared/playback/playback';
import { useRights } from '@/shared/rights';
import { turnAt } from '@/shared/turns';
import type { Tab } from '@/shared/urlState';
import { useCallback, useMemo, useState } from 'react';
import { useRetry } from './queries';
import type { Notice } from './useNotice';

interface Place {
  page: RecordPage;
  turns: readonly Turn[];
  playback: Playback;
  setTab: (tab: Tab) => void;
  notice: (notice: Notice) => void;
  /** A page that only shows has neither comments nor corrections. */
  readOnly: boolean;
}

const NONE: readonly never[] = [];

/** Comments and corrections of a record page: what the transcript, the player, the keys and the tab need of them. */
export function useContribution({ page, turns, playback, setTab, notice, readOnly }: Place) {
  const { contactId } = page;
  const mayAnnotate = useRights().may('annotate');
  const comments = useComments(contactId, !readOnly);
  const found = useMemo(() => (comments.data ? threads(comments.data) : null), [comments.data]);
  const byTurn = useMemo(() => commentsByTurn(found ?? NONE, turns), [found, turns]);
  const [draft, setDraft] = useState(NO_DRAFT);
  const [selected, setSelected] = useState<string | null>(null);
  const [editing, setEditing] = useState<number | null>(null);
  const onCorrected = useAfterCorrection(page, notice);

  const show = useCallback(
    (id: string) => {
      setSelected(id);
      setTab('comments');
    },
    [setTab],
  );
  const write = useCallback(
    (atMillis: number | null) => {
      setDraft((before) => ({ ...before, atMillis, asked: Date.now() }));
      setTab('comments');
    },
    [setTab],
  );
  const markers = useMemo(
    () =>
      (found ?? NONE).flatMap(({ comment: { id, atMillis, text } }) => (atMillis == null ? [] : [{ id, atMillis, text }])),
    [found],
  );
  if (readOnly) return { transcript: null, tab: null, markers: NONE, show, writeNow: undefined, correctNow: undefined };

  const nowMillis = () => Math.round(playback.timeMillis);
  const transcript: Contribution = {
    mayAnnotate,
    comments: byTurn,
    editing,
    onEdit: setEditing,
    onCorrected,
    onComment: (turn) => write(turns[turn]?.beginMillis ?? null),
    onShowComments: (turn) => {
      const first = markers.find(({ atMillis }) => Math.max(0, turnAt(turns, atMillis)) === turn);
      if (first) show(first.id);
    },
  };
  const tab = (
    <CommentsTab
      {...{ contactId, turns, draft, selected, nowMillis }}
      threads={found}
      problem={comments.error?.message ?? null}
      onDraft={setDraft}
      onSaved={(id) => {
        setDraft(NO_DRAFT);
        setSelected(id);
      }}
      onSeek={(millis) => playback.seek(millis)}
      canPlace={page.recording != null}
      mayAnnotate={mayAnnotate}
    />
  );
  return {
    transcript,
    tab,
    markers,
    show,
    writeNow: !mayAnnotate ? undefined : () => write(page.recording ? nowMillis() : null),
    correctNow: !mayAnnotate ? undefined : () => setEditing(turns.length > 0 ? Math.max(0, turnAt(turns, playback.timeMillis)) : null),
  };
}

/** The analysis is still of the words before: offers to run it again. */
function useAfterCorrection(page: RecordPage, notice: (notice: Notice) => void) {
  const { mutate } = useRetry(page.contactId);
  const first = page.steps.find(({ name, state }) => ANALYSIS.has(name) && state === 'complete')?.name;
  return () =>
    notice({
      type: 'success',
      text: m.transcript.corrected,
      action: first && {
        text: m.transcript.analyseAgain,
        run: () =>
          mutate(first, {
            onSuccess: () => notice({ type: 'success', text: m.timeline.started(m.steps[first]) }),
            onError: (error) => notice({ type: 'error', text: error.message }),
          }),
      },
    });
}

const ANALYSIS: ReadonlySet<string> = new Set(['sentiment', 'keyPhrases', 'dominantLanguage', 'customEntities', 'syntax']);
