import type { ListQuery } from '@/api/types';
import { m } from '@/shared/messages';

export const VIEWS = ['all', 'recent', 'failed', 'waiting'] as const;
export type View = (typeof VIEWS)[number];

export const VIEW_NAMES: Record<View, string> = {
  all: m.list.all,
  recent: m.list.recent,
  failed: m.list.failed,
  waiting: m.list.waiting,
};

/** From the address; anything unknown is all contacts. */
export function viewFrom(params: URLSearchParams): View {
  const wanted = params.get('view');
  return VIEWS.find((view) => view === wanted) ?? 'all';
}

export function queryFor(view: View): ListQuery {
  switch (view) {
    case 'all':
      return { view: 'all' };
    case 'recent':
      return { view: 'recent' };
    case 'failed':
      return { view: 'all', state: ['failed'] };
    case 'waiting':
      return { view: 'all', state: ['waiting'] };
  }
}
