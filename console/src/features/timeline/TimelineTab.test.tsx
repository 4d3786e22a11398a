// @vitest-environment jsdom
import type { RecordPage, Step } from '@/api/types';
import { m } from '@/shared/messages';
import { EVERYTHING_ALLOWED, RightsContext } from '@/shared/rights';
import { cleanup, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, test } from 'vitest';
import { TimelineTab } from './TimelineTab';

afterEach(cleanup);

const step = (name: Step['name'], state: Step['state']): Step => ({ name, state, attempts: 1 });

function show(steps: Step[], administers: boolean, onRetry: (() => void) | null = () => {}) {
  const page = { steps, decisions: [], requested: {} } as unknown as RecordPage;
  render(
    <MemoryRouter>
      <RightsContext value={{ ...EVERYTHING_ALLOWED, may: (permission) => permission !== 'administer' || administers }}>
        <TimelineTab page={page} retrying={null} onRetry={onRetry} />
      </RightsContext>
    </MemoryRouter>,
  );
  return screen.queryAllByText(m.timeline.toPublication).map((link) => link.closest('a')?.getAttribute('href'));
}

test('steps that publish lead administrators to the page Publication, and to the list in which they are', () => {
  expect(show([step('publication', 'failed')], true)).toEqual(['/publication']);
  cleanup();
  expect(show([step('contactRecordPublication', 'waiting')], true)).toEqual(['/publication?tab=waiting']);
});

test('nobody else is led there, nor from other steps, from what is done, or from an embedded page', () => {
  expect(show([step('publication', 'failed')], false)).toEqual([]);
  cleanup();
  expect(show([step('transcript', 'failed'), step('publication', 'complete')], true)).toEqual([]);
  cleanup();
  expect(show([step('publication', 'failed')], true, null)).toEqual([]);
});
