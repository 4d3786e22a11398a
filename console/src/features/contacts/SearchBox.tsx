import { m } from '@/shared/messages';
import { useRights } from '@/shared/rights';
import Icon from '@cloudscape-design/components/icon';
import Popover from '@cloudscape-design/components/popover';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

interface Props {
  /** What the list is searched for now. */
  value: string;
  /** False if it was no search, and the box is to be empty: a number becomes a filter. */
  onSearch: (text: string) => boolean;
  box: RefObject<HTMLInputElement | null>;
}

const AFTER_TYPING_MILLIS = 400;

/** Searches a moment after the last letter, or at once on Enter. */
export function SearchBox({ value, onSearch, box }: Props) {
  const [typed, setTyped] = useState({ text: value, value });
  // Another value: it is what was typed, a blank at the end aside, or it came by Back or Clear all and has the say.
  if (typed.value !== value) setTyped({ text: typed.text.trim() === value ? typed.text : value, value });
  const { text } = typed;
  const mayRead = useRights().may('readTranscript');

  // The address may take longer to change than the next timer: nothing is asked for twice, nor taken back.
  const asked = useRef<string | null>(null);
  const search = useCallback(() => {
    if (asked.current === text) return;
    const stays = onSearch(text);
    asked.current = stays ? text : '';
    if (!stays) setTyped({ text: '', value });
  }, [onSearch, text, value]);
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(search, AFTER_TYPING_MILLIS);
    return () => clearTimeout(timer);
  }, [text, value, search]);

  return (
    <div className="list-search" role="search">
      <Icon name="search" />
      <input
        ref={box}
        type="search"
        maxLength={500}
        placeholder={mayRead ? m.list.search : m.list.searchNumber}
        aria-label={m.list.searchLabel}
        value={text}
        onChange={(event) => {
          asked.current = null;
          setTyped({ text: event.target.value, value });
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') search();
          if (event.key === 'Escape') box.current?.blur();
        }}
      />
      <Popover triggerType="custom" header={m.list.searchHelp} content={<SearchHelp />} size="large" dismissAriaLabel={m.close} renderWithPortal>
        <button type="button" className="plain-icon" aria-label={m.list.searchHelp}>
          <Icon name="status-info" />
        </button>
      </Popover>
    </div>
  );
}

function SearchHelp() {
  return (
    <dl className="search-help">
      {m.list.searchHow.map(([typed, found]) => (
        <div key={typed}>
          <dt>
            <code>{typed}</code>
          </dt>
          <dd>{found}</dd>
        </div>
      ))}
    </dl>
  );
}
