import { api } from '@/api/client';
import { contactsPath, type ContactFilters } from '@/shared/contactsPath';
import { Empty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import { ATTRIBUTE } from '@/shared/requests';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { arrivalsOf, type Arrival } from './arrivals';

const DAYS = 7;
const ON = { recording: [`${ATTRIBUTE.recordingImport}:true`], transcript: [`${ATTRIBUTE.transcribe}:true`] };

/** From midnight, so that the question is the same all day. */
function since(): string {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1 - DAYS).toISOString();
}

function useArrivals(from: string) {
  return useQuery({
    queryKey: ['flow-arrivals', from],
    queryFn: async ({ signal }) => {
      const [all, recording, transcript] = await Promise.all([
        api.dashboard({ from }, signal),
        api.dashboard({ from, attribute: ON.recording }, signal),
        api.dashboard({ from, attribute: ON.transcript }, signal),
      ]);
      return arrivalsOf(all, recording, transcript);
    },
    refetchInterval: 30_000,
  });
}

/** Whether the flows of the queues set the attributes, seen from the contacts that came. */
export function Arrivals() {
  const from = since();
  const arrivals = useArrivals(from);
  const names = m.contactFlow.arrivesColumns;
  const filters = ({ queue }: Arrival): ContactFilters => ({ from, queue: [queue] });
  return (
    <Table
      variant="container"
      items={arrivals.data ?? []}
      loading={arrivals.isPending}
      loadingText={m.loading}
      trackBy="queue"
      header={
        <Header variant="h2" description={m.contactFlow.arrivesHow}>
          {m.contactFlow.arrives}
        </Header>
      }
      empty={
        arrivals.error ? (
          <Empty title={arrivals.error.message}>
            <Button onClick={() => void arrivals.refetch()}>{m.tryAgain}</Button>
          </Empty>
        ) : (
          <Empty title={m.contactFlow.noContacts} />
        )
      }
      ariaLabels={{ tableLabel: m.contactFlow.arrives }}
      columnDefinitions={[
        { id: 'queue', header: names.queue, isRowHeader: true, cell: (row) => row.queue },
        { id: 'contacts', header: names.contacts, cell: (row) => <Counted n={row.contacts} to={filters(row)} /> },
        {
          id: 'recording',
          header: names.recording,
          cell: (row) => <Arrived n={row.recording} of={row.contacts} to={{ ...filters(row), attribute: ON.recording }} />,
        },
        {
          id: 'transcript',
          header: names.transcript,
          cell: (row) => <Arrived n={row.transcript} of={row.contacts} to={{ ...filters(row), attribute: ON.transcript }} />,
        },
      ]}
    />
  );
}

function Counted({ n, to }: { n: number; to: ContactFilters }) {
  return n === 0 ? (
    <span className="digits">0</span>
  ) : (
    <Link className="link digits" to={contactsPath(to)}>
      {n}
    </Link>
  );
}

function Arrived({ n, of, to }: { n: number; of: number; to: ContactFilters }) {
  return (
    <StatusIndicator type={n === 0 ? 'warning' : n < of ? 'info' : 'success'}>
      <Counted n={n} to={to} />
    </StatusIndicator>
  );
}
