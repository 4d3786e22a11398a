import type { Comment, Turn } from '@/api/types';
import { m } from '@/shared/messages';
import { clock, dateTime } from '@/shared/time';
import { turnAt } from '@/shared/turns';
import Button from '@cloudscape-design/components/button';
import { useRef, useState, type ReactNode } from 'react';
import { Composer } from './Composer';
import type { Thread } from './threads';
import { useCommentActions } from './useComments';

interface Props {
  contactId: string;
  thread: Thread;
  turns: readonly Turn[];
  selected: boolean;
  mayAnnotate: boolean;
  onSeek: (millis: number) => void;
}

export function ThreadItem({ contactId, thread, turns, selected, mayAnnotate, onSeek }: Props) {
  const { comment, replies } = thread;
  const item = useRef<HTMLLIElement>(null);
  const [reply, setReply] = useState<string | null>(null);
  const { add } = useCommentActions(contactId);
  // What had the keyboard goes away; the thread takes it.
  const close = () => {
    setReply(null);
    item.current?.focus({ preventScroll: true });
  };
  const send = () =>
    add.mutate({ text: (reply ?? '').trim(), atMillis: null, replyTo: comment.id }, { onSuccess: close });
  return (
    <li ref={item} tabIndex={-1} className={`thread${selected ? ' thread-selected' : ''}`} data-comment={comment.id} aria-current={selected || undefined}>
      <Place comment={comment} turns={turns} onSeek={onSeek} />
      <CommentItem contactId={contactId} comment={comment} replies={replies.length} mayAnnotate={mayAnnotate}>
        <Button variant="inline-link" onClick={() => setReply(reply ?? '')} ariaLabel={m.comments.replyTo(comment.author)}>
          {m.comments.reply}
        </Button>
      </CommentItem>
      {replies.length > 0 && (
        <ol className="replies">
          {replies.map((one) => (
            <li key={one.id}>
              <CommentItem contactId={contactId} comment={one} replies={0} mayAnnotate={mayAnnotate} />
            </li>
          ))}
        </ol>
      )}
      {reply !== null && (
        <Composer
          label={m.comments.replyTo(comment.author)}
          text={reply}
          onText={setReply}
          onSave={send}
          onCancel={close}
          saving={add.isPending}
          problem={add.error?.message ?? null}
          focusKey={comment.id}
        />
      )}
    </li>
  );
}

/** The time, which goes there, and what is said then. */
function Place({ comment, turns, onSeek }: { comment: Comment; turns: readonly Turn[]; onSeek: (millis: number) => void }) {
  const { atMillis } = comment;
  if (atMillis == null) return <p className="thread-place quiet">{m.comments.whole}</p>;
  const turn = turns[turnAt(turns, atMillis)];
  return (
    <p className="thread-place">
      <button type="button" className="jump digits" aria-label={m.comments.playFrom(clock(atMillis))} onClick={() => onSeek(atMillis)}>
        {clock(atMillis)}
      </button>
      {turn && (
        <span className="thread-said quiet">
          {m.participants[turn.participant]}: {turn.text}
        </span>
      )}
    </p>
  );
}

interface ItemProps {
  contactId: string;
  comment: Comment;
  /** How many go with it when it is removed. */
  replies: number;
  mayAnnotate: boolean;
  children?: ReactNode;
}

function CommentItem({ contactId, comment, replies, mayAnnotate, children }: ItemProps) {
  const [text, setText] = useState<string | null>(null);
  const [leaving, setLeaving] = useState(false);
  const { edit, remove } = useCommentActions(contactId);
  if (text !== null) {
    return (
      <Composer
        label={m.comments.edit}
        text={text}
        onText={setText}
        onSave={() => edit.mutate({ id: comment.id, text: text.trim() }, { onSuccess: () => setText(null) })}
        onCancel={() => setText(null)}
        saving={edit.isPending}
        problem={edit.error?.message ?? null}
        focusKey={comment.id}
      />
    );
  }
  return (
    <article className="comment" aria-label={m.comments.by(comment.author)}>
      <p className="comment-head">
        <b>{comment.author}</b>{' '}
        <time className="quiet" dateTime={comment.createdAt}>{dateTime(comment.createdAt)}</time>
        {comment.editedAt && <span className="quiet" title={dateTime(comment.editedAt)}>{m.comments.edited}</span>}
      </p>
      <p className="comment-text">{comment.text}</p>
      {remove.error && <p role="alert" className="problem">{remove.error.message}</p>}
      {leaving ? (
        <p className="comment-actions" role="group" aria-label={m.comments.removeReally(replies)}>
          {m.comments.removeReally(replies)}
          <Button variant="inline-link" loading={remove.isPending} onClick={() => remove.mutate(comment.id)}>{m.comments.remove}</Button>
          <Button variant="inline-link" onClick={() => setLeaving(false)}>{m.cancel}</Button>
        </p>
      ) : mayAnnotate && (
        <p className="comment-actions">
          {children}
          {comment.own && <Button variant="inline-link" ariaLabel={m.comments.edit} onClick={() => setText(comment.text)}>{m.comments.editShort}</Button>}
          {comment.own && <Button variant="inline-link" ariaLabel={m.comments.removeLabel} onClick={() => setLeaving(true)}>{m.comments.remove}</Button>}
        </p>
      )}
    </article>
  );
}
