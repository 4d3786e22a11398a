import type { Tally } from '@/api/types';
import { contactsPath, type ContactFilters } from '@/shared/contactsPath';
import { m } from '@/shared/messages';
import { SentimentShape } from '@/shared/SentimentMark';
import Header from '@cloudscape-design/components/header';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Empty } from '@/shared/Empty';
import { count, countOf, meanDuration, meanShare, percent, SENTIMENTS, share, sorted, withSentiment, type Column, type Group } from './figures';

interface Props {
  title: string;
  description?: string;
  groups: readonly Group[];
  empty: string;
  filtersOf: (name: string) => ContactFilters;
}

/** Queues or agents; every number leads to its contacts. */
export function GroupTable({ title, description, groups, empty, filtersOf }: Props) {
  const [sorting, setSorting] = useState<{ column: Column | 'name'; descending: boolean }>({ column: 'contacts', descending: true });
  const columns = [
    groupColumn<Group>('name', (group) => <Opens to={filtersOf(group.name)}>{group.name}</Opens>),
    ...tallyColumns<Group>((group) => filtersOf(group.name)),
  ];
  return (
    <Table
      variant="container"
      stickyColumns={{ first: 1 }}
      items={sorted(groups, sorting.column, sorting.descending)}
      trackBy="name"
      header={
        <Header variant="h2" description={description}>
          {title}
        </Header>
      }
      empty={<Empty title={empty} />}
      columnDefinitions={columns}
      sortingColumn={{ sortingField: sorting.column }}
      sortingDescending={sorting.descending}
      onSortingChange={({ detail }) =>
        setSorting({ column: detail.sortingColumn.sortingField as Column | 'name', descending: detail.isDescending ?? false })
      }
      ariaLabels={{ tableLabel: title }}
    />
  );
}

function groupColumn<T>(
  id: Column | 'name',
  cell: (row: T) => ReactNode,
): TableProps.ColumnDefinition<T> {
  return { id, header: m.dashboard.columns[id], cell, sortingField: id, isRowHeader: id === 'name', minWidth: id === 'name' ? 120 : undefined };
}

/** The figures of a row, each a link to the contacts that it counts or is a mean of. */
export function tallyColumns<T extends Tally>(filtersOf: (row: T) => ContactFilters): TableProps.ColumnDefinition<T>[] {
  return [
    groupColumn<T>('contacts', (row) => <Counted n={row.contacts} to={filtersOf(row)} />),
    ...SENTIMENTS.map((label) =>
      groupColumn<T>(label.toLowerCase() as Lowercase<typeof label>, (row) => {
        const n = countOf(row, label);
        return (
          <span className="cell-sentiment">
            <SentimentShape label={label} />
            <Counted n={n} to={{ ...filtersOf(row), sentiment: [label] }} />
            {n > 0 && <span className="quiet">{percent(share(n, withSentiment(row)))}</span>}
          </span>
        );
      }),
    ),
    groupColumn<T>('duration', (row) => <Mean value={meanDuration(row)} to={{ ...filtersOf(row), sort: 'duration' }} />),
    groupColumn<T>('agentTalk', (row) => <Mean value={meanShare(row.meanAgentTalkShare)} to={{ ...filtersOf(row), sort: 'agentTalk' }} />),
    groupColumn<T>('silence', (row) => <Mean value={meanShare(row.meanSilenceShare)} to={{ ...filtersOf(row), sort: 'silence' }} />),
    groupColumn<T>('failed', (row) => <Counted n={row.failed} to={{ ...filtersOf(row), state: ['failed'] }} />),
  ];
}

function Opens({ to, children }: { to: ContactFilters; children: ReactNode }) {
  return (
    <Link className="link digits" to={contactsPath(to)}>
      {children}
    </Link>
  );
}

/** A number of contacts; nothing to open behind a nought. */
export function Counted({ n, to }: { n: number; to: ContactFilters }) {
  return n === 0 ? <span className="quiet digits">0</span> : <Opens to={to}>{count(n)}</Opens>;
}

function Mean({ value, to }: { value: string | null; to: ContactFilters }) {
  return value === null ? <span className="quiet">{m.none}</span> : <Opens to={to}>{value}</Opens>;
}
