import type { Dashboard } from '@/api/types';
import { expect, test } from 'vitest';
import { arrivalsOf } from './arrivals';

const tally = { failed: 0, positive: 0, negative: 0, neutral: 0, mixed: 0 };
const dashboard = (queues: Record<string, number>): Dashboard => ({
  total: { ...tally, contacts: 0 },
  states: {},
  series: [],
  agents: [],
  queues: Object.entries(queues).map(([name, contacts]) => ({ ...tally, name, contacts })),
  findingContacts: 0,
  phrases: [],
  entities: [],
  failures: [],
});

test('a queue whose flow sets nothing is shown with noughts', () => {
  const arrivals = arrivalsOf(dashboard({ support: 10, sales: 4 }), dashboard({ support: 9 }), dashboard({ support: 8 }));
  expect(arrivals).toEqual([
    { queue: 'support', contacts: 10, recording: 9, transcript: 8 },
    { queue: 'sales', contacts: 4, recording: 0, transcript: 0 },
  ]);
});
