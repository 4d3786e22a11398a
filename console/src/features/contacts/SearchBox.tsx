import { m } from '@/shared/messages';
import Icon from '@cloudscape-design/components/icon';
import Popover from '@cloudscape-design/components/popover';
import { useEffect, useState, type RefObject } from 'react';

interface Props {
  /** What the list is searched for now. */
  value: string;
  onSearch: (text: string) => void;
  box: RefObject<HTMLInputElement | null>;
}

const AFTER_TYPING_MILLIS = 400;

/** Searches a moment after the last letter, or at once on Enter. */
export function SearchBox({ value, onSearch, box }: Props) {
  const [typed, setTyped] = useState({ text: value, of: value });
  // The address changed by other means (Back, Clear all): it has the say.
  const text = typed.of === value ? typed.text : value;

  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onSearch(text), AFTER_TYPING_MILLIS);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);

  return (
    <div className="list-search" role="search">
      <Icon name="search" />
      <input
        ref={box}
        type="search"
        maxLength={500}
        placeholder={m.list.search}
        aria-label={m.list.searchLabel}
        value={text}
        onChange={(event) => setTyped({ text: event.target.value, of: value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onSearch(text);
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
