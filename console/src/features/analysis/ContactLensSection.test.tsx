// @vitest-environment jsdom
import type { ContactLens } from '@/api/types';
import { m } from '@/shared/messages';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ContactLensSection } from './ContactLensSection';

afterEach(cleanup);

const NOTHING: ContactLens = {
  customer: { quarters: [], interruptions: [] },
  agent: { quarters: [], interruptions: [] },
  categories: [],
  highlights: [],
};

function show(lens: Partial<ContactLens>) {
  const went: number[] = [];
  render(<ContactLensSection lens={{ ...NOTHING, ...lens }} onGo={(millis) => went.push(millis)} />);
  return went;
}

test('what the file lacks is not shown', () => {
  show({ agent: { quarters: [], interruptions: [], sentiment: -1.26 } });
  expect(screen.getByText('−1.3')).toBeTruthy();
  expect(screen.queryByText(m.analysis.lens.loudness)).toBeNull();
  expect(screen.queryByText(m.analysis.lens.kinds.issue)).toBeNull();
  expect(screen.queryByText(m.analysis.lens.nonTalk)).toBeNull();
});

test('a file without figures has no table, and says that no rule matched', () => {
  show({});
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.getByText(m.analysis.lens.noCategories)).toBeTruthy();
});

test('a sentiment of zero and no time in silence are values', () => {
  show({ customer: { quarters: [], interruptions: [], sentiment: 0 }, nonTalkMillis: 0 });
  expect(screen.getByText('0')).toBeTruthy();
  expect(screen.getByText(m.analysis.lens.nonTalk)).toBeTruthy();
});

test('each click on a category goes to the next of its places', () => {
  const stretch = (beginMillis: number) => ({ beginMillis, endMillis: beginMillis + 1 });
  const went = show({ categories: [{ name: 'Refund', places: [stretch(7_000), stretch(9_000)] }] });
  const times = screen.getByText('2×');
  for (let click = 0; click < 3; click++) fireEvent.click(times);
  expect(went).toEqual([7_000, 9_000, 7_000]);
});

test('highlights stand by kind, whatever their order, and lead to their turn', () => {
  const went = show({
    highlights: [
      { kind: 'actionItem', participant: 'agent', beginMillis: 3_000, text: 'I will call you' },
      { kind: 'issue', participant: null, beginMillis: 1_000, text: 'It is broken' },
    ],
  });
  expect(screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual([
    m.analysis.lens.kinds.issue,
    m.analysis.lens.kinds.actionItem,
    m.analysis.lens.categories,
  ]);
  fireEvent.click(screen.getByText('I will call you'));
  expect(went).toEqual([3_000]);
});
