import { urls } from '@/api/client';
import type { Occurrence } from '@/api/types';
import { m } from '@/shared/messages';
import { useRights } from '@/shared/rights';
import { saveFrom } from '@/shared/saveFrom';
import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import ToggleButton from '@cloudscape-design/components/toggle-button';
import type { KeyboardEvent, RefObject } from 'react';
import type { Shown } from './shown';
import { ShownMenu } from './ShownMenu';

export interface Search {
  readonly query: string;
  readonly hits: readonly Occurrence[];
  /** Index in `hits`. */
  readonly current: number;
  readonly onQuery: (query: string) => void;
  readonly onStep: (direction: 1 | -1) => void;
}

interface Props {
  contactId: string;
  search: Search;
  searchBox: RefObject<HTMLInputElement | null>;
  following: boolean;
  onFollow: (following: boolean) => void;
  shown: Shown;
  onShown: (part: Partial<Shown>) => void;
}

export function TranscriptBar({ contactId, search, searchBox, following, onFollow, shown, onShown }: Props) {
  return (
    <div className="transcript-bar">
      <SearchBox search={search} searchBox={searchBox} />
      <div className="transcript-tools">
        <ToggleButton
          iconName="angle-down"
          pressedIconName="check"
          pressed={following}
          onChange={({ detail }) => onFollow(detail.pressed)}
          ariaLabel={m.transcript.follow}
        >
          {m.transcript.followShort}
        </ToggleButton>
        <ShownMenu shown={shown} onShown={onShown} />
        <Export contactId={contactId} />
      </div>
    </div>
  );
}

function SearchBox({ search, searchBox }: { search: Search; searchBox: RefObject<HTMLInputElement | null> }) {
  const { query, hits, current } = search;
  const keyed = (event: KeyboardEvent) => {
    if (event.key === 'Enter') search.onStep(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') {
      if (query) search.onQuery('');
      else searchBox.current?.blur();
    } else return;
    event.preventDefault();
  };
  return (
    <div className="search" role="search">
      <input
        ref={searchBox}
        type="search"
        value={query}
        placeholder={m.transcript.search}
        aria-label={m.transcript.search}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => search.onQuery(event.target.value)}
        onKeyDown={keyed}
      />
      <span className="search-count digits" role="status">
        {query.trim() === '' ? '' : hits.length === 0 ? m.transcript.noHits : m.transcript.hits(current + 1, hits.length)}
      </span>
      {hits.length > 0 && (
        <>
          <Button variant="icon" iconName="angle-up" ariaLabel={m.transcript.previousHit} onClick={() => search.onStep(-1)} />
          <Button variant="icon" iconName="angle-down" ariaLabel={m.transcript.nextHit} onClick={() => search.onStep(1)} />
        </>
      )}
    </div>
  );
}

const FORMATS = ['txt', 'srt', 'vtt', 'csv', 'json'] as const;

function Export({ contactId }: { contactId: string }) {
  const { may } = useRights();
  return (
    <ButtonDropdown
      items={[
        ...(may('download') ? FORMATS : []).map((id) => ({ id, text: m.transcript.formats[id] })),
        { id: 'print', text: m.transcript.print },
      ]}
      onItemClick={({ detail }) => (detail.id === 'print' ? window.print() : saveFrom(urls.transcript(contactId, detail.id)))}
      expandToViewport
    >
      {m.transcript.export}
    </ButtonDropdown>
  );
}
