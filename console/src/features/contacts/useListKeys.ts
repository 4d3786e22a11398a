import { useEffect, useRef, type RefObject } from 'react';
import { listActionFor, stepped, type ListAction } from './listKeys';

interface Controls {
  place: RefObject<HTMLElement | null>;
  searchBox: RefObject<HTMLInputElement | null>;
  onToggle: (contactId: string, range: boolean) => void;
  onClear: () => void;
  onFilter: () => void;
  onHelp: () => void;
  /** Somebody went past the last contact that is shown. */
  onEnd: () => void;
}

/** Moves by the keyboard: the focus itself goes from contact to contact, so that Enter opens and a screen reader follows. */
export function useListKeys(controls: Controls): void {
  const latest = useRef(controls);
  useEffect(() => {
    latest.current = controls;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('[role="dialog"]')) return;
      const action = listActionFor(event, event.target instanceof Element ? event.target : null);
      if (!action) return;
      if (action !== 'clear') event.preventDefault();
      perform(action, latest.current);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}

function perform(action: ListAction, controls: Controls): void {
  switch (action) {
    case 'next':
      return move(controls, 1);
    case 'previous':
      return move(controls, -1);
    case 'select':
    case 'selectRange': {
      const contactId = currentRow()?.dataset['contact'];
      if (contactId !== undefined) controls.onToggle(contactId, action === 'selectRange');
      return;
    }
    case 'search':
      controls.searchBox.current?.focus();
      return controls.searchBox.current?.select();
    case 'filter':
      return controls.onFilter();
    case 'help':
      return controls.onHelp();
    case 'clear':
      return controls.onClear();
  }
}

function currentRow(): HTMLElement | null {
  const focused = document.activeElement;
  const row = focused?.closest<HTMLElement>('[data-contact]') ?? null;
  if (row) return row;
  // From a sentence under a row, the row above it is meant.
  const above = focused?.closest('.row-hits')?.previousElementSibling;
  return above instanceof HTMLElement ? above : null;
}

function move({ place, onEnd }: Controls, direction: 1 | -1): void {
  const rows = [...(place.current?.querySelectorAll<HTMLElement>('[data-contact]') ?? [])];
  const now = currentRow();
  const from = now ? rows.indexOf(now) : -1;
  const to = stepped(from, direction, rows.length);
  if (direction === 1 && from === rows.length - 1) onEnd();
  rows[to]?.querySelector<HTMLElement>('[data-open]')?.focus();
}
