import type { Turn } from '@/api/types';
import { m } from '@/shared/messages';
import Button from '@cloudscape-design/components/button';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useCorrectTurn } from './useCorrections';

interface Props {
  contactId: string;
  index: number;
  turn: Turn;
  onDone: (saved: boolean) => void;
}

/** Corrects a turn in its place. If another person was faster, shows their wording and keeps what was typed. */
export function TurnEditor({ contactId, index, turn, onDone }: Props) {
  const [text, setText] = useState(turn.text);
  const [seen, setSeen] = useState(turn.text);
  const box = useRef<HTMLTextAreaElement>(null);
  const correct = useCorrectTurn(contactId);
  useEffect(() => box.current?.focus(), []);

  const said = text.trim();
  const save = () => {
    if (said === '' || correct.isPending) return;
    if (said === turn.text) return onDone(false);
    correct.mutate({ turn: index, text: said, expected: seen }, { onSuccess: () => onDone(true) });
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onDone(false);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const changedMeanwhile = turn.text !== seen;
  return (
    <div className="turn-editor">
      <textarea
        ref={box}
        className="text-box"
        value={text}
        rows={Math.min(8, Math.max(2, Math.ceil(text.length / 60)))}
        maxLength={10_000}
        aria-label={m.transcript.correction}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={keyed}
      />
      {correct.error && <p role="alert" className="problem">{correct.error.message}</p>}
      {changedMeanwhile && (
        <p className="turn-newer">
          {m.transcript.newer(turn.correctedBy ?? '')} <q>{turn.text}</q>{' '}
          <Button variant="inline-link" onClick={() => setSeen(turn.text)}>
            {m.transcript.overwrite}
          </Button>
        </p>
      )}
      <div className="turn-editor-row">
        <Button variant="primary" onClick={save} loading={correct.isPending} disabled={said === '' || changedMeanwhile}>
          {m.save}
        </Button>
        <Button variant="link" onClick={() => onDone(false)}>
          {m.cancel}
        </Button>
        <span className="quiet">{m.transcript.correctionHow}</span>
      </div>
    </div>
  );
}
