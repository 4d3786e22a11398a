import type { Turn } from '@/api/types';
import { Empty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import { clock } from '@/shared/time';
import Button from '@cloudscape-design/components/button';
import Spinner from '@cloudscape-design/components/spinner';
import { useEffect, useRef } from 'react';
import { Composer } from './Composer';
import { ThreadItem } from './ThreadItem';
import type { Thread } from './threads';
import { useCommentActions } from './useComments';

/** A comment being written; it outlives the tab. */
export interface Draft {
  readonly text: string;
  /** Null for the whole contact. */
  readonly atMillis: number | null;
  /** Changes when the person asks to write. Null before. */
  readonly asked: number | null;
}

export const NO_DRAFT: Draft = { text: '', atMillis: null, asked: null };

interface Props {
  contactId: string;
  /** Null while they are on their way. */
  threads: readonly Thread[] | null;
  problem: string | null;
  turns: readonly Turn[];
  draft: Draft;
  onDraft: (draft: Draft) => void;
  onSaved: (commentId: string) => void;
  /** A comment to bring into sight. */
  selected: string | null;
  onSeek: (millis: number) => void;
  nowMillis: () => number;
  canPlace: boolean;
  mayAnnotate: boolean;
}

export function CommentsTab(props: Props) {
  const { contactId, threads, problem, turns, draft, onDraft, onSaved, selected, onSeek } = props;
  const { add } = useCommentActions(contactId);
  const count = threads?.length;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const item = selected === null ? null : list.current?.querySelector<HTMLElement>(`[data-comment="${CSS.escape(selected)}"]`);
    item?.scrollIntoView({ block: 'nearest' });
    item?.focus({ preventScroll: true });
  }, [selected, count]);
  const save = () =>
    add.mutate(
      { text: draft.text.trim(), atMillis: draft.atMillis, replyTo: null },
      { onSuccess: ({ id }) => onSaved(id) },
    );
  return (
    <div className="comments">
      {props.mayAnnotate && <Composer
        label={m.comments.write}
        text={draft.text}
        onText={(text) => onDraft({ ...draft, text })}
        onSave={save}
        onCancel={draft.text === '' && draft.atMillis === null ? null : () => onDraft(NO_DRAFT)}
        saving={add.isPending}
        problem={add.error?.message ?? null}
        focusKey={draft.asked}
      >
        <Place {...props} />
      </Composer>}
      {threads === null ? (
        problem === null ? <Spinner /> : <p className="problem">{problem}</p>
      ) : threads.length === 0 ? (
        <Empty title={m.comments.empty}>
          {props.mayAnnotate && <p>{m.comments.emptyHow}</p>}
        </Empty>
      ) : (
        <ol className="threads" ref={list}>
          {threads.map((thread) => (
            <ThreadItem
              key={thread.comment.id}
              {...{ contactId, thread, turns, onSeek }}
              mayAnnotate={props.mayAnnotate}
              selected={thread.comment.id === selected}
            />
          ))}
        </ol>
      )}
    </div>
  );
}

/** Where the comment will stand, and a button to change that. */
function Place({ draft, onDraft, nowMillis, canPlace }: Props) {
  if (!canPlace) return null;
  return draft.atMillis === null ? (
    <Button variant="inline-link" onClick={() => onDraft({ ...draft, atMillis: nowMillis(), asked: Date.now() })}>
      {m.comments.placeNow}
    </Button>
  ) : (
    <span>
      <span className="digits">{m.comments.at(clock(draft.atMillis))}</span>{' '}
      <Button variant="inline-link" onClick={() => onDraft({ ...draft, atMillis: null })}>
        {m.comments.placeWhole}
      </Button>
    </span>
  );
}
