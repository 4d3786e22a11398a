import { m } from '@/shared/messages';
import Button from '@cloudscape-design/components/button';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';

interface Props {
  label: string;
  text: string;
  onText: (text: string) => void;
  onSave: () => void;
  /** Null if there is nothing to leave. */
  onCancel: (() => void) | null;
  saving: boolean;
  problem: string | null;
  /** Takes the keyboard when this changes, and if it is not null at first. */
  focusKey: string | number | null;
  children?: ReactNode;
}

/** A box to write a comment in. Ctrl Enter saves, Escape leaves. */
export function Composer({ label, text, onText, onSave, onCancel, saving, problem, focusKey, children }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focusKey !== null) box.current?.focus();
  }, [focusKey]);
  const empty = text.trim() === '';
  const keyed = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      if (!empty && !saving) onSave();
    } else if (event.key === 'Escape') {
      if (onCancel) onCancel();
      else box.current?.blur();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="composer">
      <textarea
        ref={box}
        className="text-box"
        rows={2}
        maxLength={5_000}
        value={text}
        aria-label={label}
        placeholder={label}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={keyed}
      />
      {problem && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
      <div className="composer-row">
        {children}
        <span className="composer-buttons">
          {onCancel && (
            <Button variant="link" onClick={onCancel}>
              {m.cancel}
            </Button>
          )}
          <Button onClick={onSave} loading={saving} disabled={empty}>
            {m.save}
          </Button>
        </span>
      </div>
    </div>
  );
}
