import type { ContactSummary } from '@/api/types';
import { m } from '@/shared/messages';
import { SentimentMark } from '@/shared/SentimentMark';
import { StateIndicator } from '@/shared/StateIndicator';
import { clock, dateTime, duration } from '@/shared/time';
import type { ReactNode } from 'react';
import type { Sort } from './listState';

export type ColumnId = keyof typeof m.list.columns;

export interface Column {
  readonly id: ColumnId;
  /** Pixels at least; what is left over is shared out. */
  readonly width: number;
  readonly sort?: Sort;
  /** What the first click on the name asks for. */
  readonly first?: 'asc' | 'desc';
  readonly digits?: boolean;
  /** Null where the contact has none. */
  readonly cell: (contact: ContactSummary) => ReactNode;
}

const time = (instant: string | null | undefined) => (instant ? <time dateTime={instant}>{dateTime(instant)}</time> : null);
const share = (value: number | null | undefined) => (value == null ? null : `${Math.round(value * 100)} %`);
const length = (millis: number | null | undefined) => (millis == null ? null : clock(millis));
/** Cut off at the cell's edge, whole in the tip. */
const text = (value: string | null | undefined) => (value ? <span title={value}>{value}</span> : null);

/** Every column but the name, which is always the first. */
const COLUMNS: readonly Column[] = [
  { id: 'started', width: 140, sort: 'started', first: 'desc', cell: (c) => time(c.initiatedAt) },
  { id: 'duration', width: 90, sort: 'duration', first: 'desc', digits: true, cell: (c) => length(c.durationMillis) },
  { id: 'agent', width: 130, sort: 'agent', first: 'asc', cell: (c) => text(c.agent) },
  { id: 'queue', width: 120, sort: 'queue', first: 'asc', cell: (c) => text(c.queue) },
  { id: 'customer', width: 126, cell: (c) => text(c.customerAddress) },
  { id: 'sentiment', width: 106, sort: 'sentiment', first: 'desc', cell: (c) => (c.sentiment ? <SentimentMark label={c.sentiment} /> : null) },
  { id: 'agentTalk', width: 104, sort: 'agentTalk', first: 'desc', digits: true, cell: (c) => share(c.agentTalkShare) },
  { id: 'silence', width: 86, sort: 'silence', first: 'desc', digits: true, cell: (c) => share(c.silenceShare) },
  { id: 'language', width: 90, cell: (c) => text(c.language) },
  { id: 'state', width: 132, cell: (c) => <StateIndicator state={c.state} reason={c.reason} /> },
  { id: 'comments', width: 94, digits: true, cell: (c) => c.comments || null },
  { id: 'channel', width: 90, cell: (c) => text(c.channel) },
  { id: 'contactId', width: 130, cell: (c) => <span className="mono">{text(c.contactId)}</span> },
  { id: 'turns', width: 76, digits: true, cell: (c) => c.turns ?? null },
  { id: 'engine', width: 90, cell: (c) => text(c.engine) },
  { id: 'received', width: 150, cell: (c) => time(c.receivedAt) },
  { id: 'processing', width: 110, digits: true, cell: (c) => (c.processingMillis == null ? null : duration(c.processingMillis)) },
  { id: 'deleted', width: 150, cell: (c) => time(c.deletedAt) },
];
const BY_ID = new Map(COLUMNS.map((column) => [column.id as string, column]));

export const COLUMN_IDS: readonly ColumnId[] = COLUMNS.map(({ id }) => id);
export const USUAL_COLUMNS: readonly string[] = ['started', 'duration', 'agent', 'queue', 'customer', 'sentiment', 'agentTalk', 'silence', 'language', 'state', 'comments'];

/** Those of the names that there are; the usual ones if there is none of them. */
export function columnsOf(ids: readonly string[] | undefined): readonly Column[] {
  const found = [...new Set(ids ?? [])].map((id) => BY_ID.get(id)).filter((column) => column !== undefined);
  return found.length > 0 ? found : columnsOf(USUAL_COLUMNS);
}

/** In the bin, when it was put there matters most. */
export function columnsInBin(columns: readonly Column[]): readonly Column[] {
  const deleted = BY_ID.get('deleted') as Column;
  return [deleted, ...columns.filter((column) => column !== deleted)];
}
