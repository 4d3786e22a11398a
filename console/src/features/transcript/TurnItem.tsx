import type { SentimentLabel, Turn } from '@/api/types';
import { CommentIcon } from '@/shared/CommentIcon';
import { m } from '@/shared/messages';
import type { Playback } from '@/shared/playback/playback';
import { SentimentShape } from '@/shared/SentimentMark';
import { clock } from '@/shared/time';
import Icon from '@cloudscape-design/components/icon';
import { memo, useEffect, useRef, useState, type ReactNode } from 'react';
import type { Found } from './marks';
import type { Nearness } from './nearness';
import type { Shown } from './shown';
import { TurnWords } from './TurnWords';

export type Together = 'overlaps' | 'interrupts' | null;

/** What can be done with a turn; each may be missing, as in a page that only shows. */
export interface TurnActions {
  readonly edit?: (turn: number) => void;
  readonly history?: (turn: number) => void;
  readonly comment?: (turn: number) => void;
  readonly showComments?: (turn: number) => void;
}

interface Props {
  turn: Turn;
  index: number;
  together: Together;
  sentiment: SentimentLabel | null;
  found: readonly Found[];
  comments: number;
  shown: Shown;
  nearness: Nearness;
  playback: Playback;
  actions: TurnActions;
  /** In place of the words, while they are being corrected. */
  editor: ReactNode;
}

/**
 * Far from what is in sight a turn is two pieces of text, so that a long call opens fast and the browser's
 * own search and printing have all of it. Near, it has its controls and an element for each word.
 */
export const TurnItem = memo(function TurnItem(props: Props) {
  const { turn, index, together, found, shown, nearness, playback, editor } = props;
  const item = useRef<HTMLLIElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => (item.current ? nearness.watch(item.current, setNear) : undefined), [nearness]);
  const classes = ['turn', `turn-${turn.participant}`, together ? 'turn-overlaps' : '', editor ? 'turn-editing' : ''];
  return (
    <li ref={item} className={classes.filter(Boolean).join(' ')} data-turn={index}>
      {near || editor ? <TurnHead {...props} /> : <FarHead turn={turn} />}
      {editor ??
        (near && turn.words.length > 0 ? (
          <TurnWords {...{ turn, index, found, shown, playback }} />
        ) : (
          <p className="bubble">{turn.text}</p>
        ))}
    </li>
  );
});

function FarHead({ turn }: { turn: Turn }) {
  const corrected = turn.original != null ? m.transcript.correctedBy(turn.correctedBy ?? '') : '';
  return (
    <p className="turn-head turn-head-far">
      {m.participants[turn.participant]} {clock(turn.beginMillis)} {corrected}
    </p>
  );
}

function TurnHead({ turn, index, together, sentiment, comments, shown, playback, actions, editor }: Props) {
  const who = m.participants[turn.participant];
  const at = clock(turn.beginMillis);
  return (
    <div className="turn-head">
      <span className="turn-who">{who}</span>
      <button type="button" className="turn-time digits" aria-label={m.transcript.playFrom(who, at)} onClick={() => playback.seek(turn.beginMillis)}>
        {at}
      </button>
      {shown.sentiment && sentiment && (
        <span className="turn-sentiment">
          <SentimentShape label={sentiment} /> {m.sentiments[sentiment]}
        </span>
      )}
      {together && <span className="quiet">{m.transcript.together[together]}</span>}
      {turn.original != null && (
        <button type="button" className="turn-corrected" onClick={() => actions.history?.(index)} disabled={!actions.history}>
          {m.transcript.correctedBy(turn.correctedBy ?? '')}
        </button>
      )}
      {comments > 0 && (
        <button type="button" className="turn-comments" aria-label={m.transcript.showComments(comments)} onClick={() => actions.showComments?.(index)}>
          <CommentIcon /> {comments}
        </button>
      )}
      {!editor && <TurnTools index={index} who={who} at={at} actions={actions} />}
    </div>
  );
}

function TurnTools({ index, who, at, actions }: { index: number; who: string; at: string; actions: TurnActions }) {
  const { edit, comment } = actions;
  if (!edit && !comment) return null;
  return (
    <span className="turn-tools">
      {comment && (
        <button type="button" aria-label={m.transcript.comment(who, at)} title={m.transcript.commentHere} onClick={() => comment(index)}>
          <CommentIcon />
        </button>
      )}
      {edit && (
        <button type="button" aria-label={m.transcript.correct(who, at)} title={m.transcript.correctHere} onClick={() => edit(index)}>
          <Icon name="edit" size="small" />
        </button>
      )}
    </span>
  );
}
