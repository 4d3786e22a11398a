import { operationApi } from '@/api/operationApi';
import type { Publication, PublicationEntry } from '@/api/types';
import { Confirm } from '@/shared/Confirm';
import { Empty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Spinner from '@cloudscape-design/components/spinner';
import Tabs from '@cloudscape-design/components/tabs';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { QueueTable } from './QueueTable';

const t = m.publication;
const AT_ONCE = 50;
const OFTEN_MILLIS = 10_000;

type State = 'failed' | 'waiting';

/** Contacts that were given up, and those that wait; which of them are shown stands in the address. */
export function Queue({ standing }: { standing: Publication }) {
  const [params, setParams] = useSearchParams();
  const shown: State = params.get('tab') === 'waiting' ? 'waiting' : 'failed';
  const tab = (id: State, label: string, count: number) => ({
    id,
    label: `${label} (${count.toLocaleString()})`,
    content: shown === id ? <Entries state={id} standing={standing} /> : null,
  });
  return (
    <Container>
      <Tabs
        ariaLabel={t.tabs}
        activeTabId={shown}
        onChange={({ detail }) => setParams(detail.activeTabId === 'waiting' ? { tab: 'waiting' } : {}, { replace: true })}
        tabs={[tab('failed', t.failed, standing.failed), tab('waiting', t.waiting, standing.waiting)]}
      />
    </Container>
  );
}

function Entries({ state, standing }: { state: State; standing: Publication }) {
  const entries = useInfiniteQuery({
    queryKey: ['publication-contacts', state],
    queryFn: ({ pageParam, signal }) =>
      operationApi.publicationContacts({ state, limit: AT_ONCE, cursor: pageParam ?? undefined }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? null,
    refetchInterval: OFTEN_MILLIS,
  });
  const queries = useQueryClient();
  const retry = useMutation({
    mutationFn: operationApi.retryStep,
    onSettled: () =>
      Promise.all([['publication'], ['publication-contacts']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  const items = entries.data?.pages.flatMap((page) => page.items);
  if (!items) {
    if (!entries.error) return <Empty title={<Spinner />}>{m.loading}</Empty>;
    return (
      <Empty title={m.access.notLoaded}>
        <p>{entries.error.message}</p>
        <Button onClick={() => void entries.refetch()}>{m.tryAgain}</Button>
      </Empty>
    );
  }
  if (items.length === 0) {
    return <Empty title={state === 'failed' ? t.noFailed : t.noWaiting}><p>{state === 'failed' ? t.noFailedHow : t.noWaitingHow}</p></Empty>;
  }
  const busy = retry.isPending ? retry.variables : null;
  return (
    <>
      {state === 'failed' && standing.enabled && <RetryAll count={standing.failed} />}
      {retry.error && <p role="alert" className="problem">{retry.error.message}</p>}
      <QueueTable
        entries={items}
        isBusy={(entry) => isSame(entry, busy)}
        onRetry={state === 'failed' && standing.enabled ? (entry) => retry.mutate(entry) : null}
      />
      {entries.hasNextPage && (
        <div className="list-more">
          <Button loading={entries.isFetchingNextPage} loadingText={t.loadingMore} onClick={() => void entries.fetchNextPage()}>{t.more}</Button>
        </div>
      )}
    </>
  );
}

const isSame = (entry: PublicationEntry, other: { contactId: string; step: string } | null): boolean =>
  entry.contactId === other?.contactId && entry.step === other.step;

function RetryAll({ count }: { count: number }) {
  const [asking, setAsking] = useState(false);
  const queries = useQueryClient();
  const retry = useMutation({
    mutationFn: operationApi.retryPublication,
    onSuccess: () => setAsking(false),
    onSettled: () =>
      Promise.all([['publication'], ['publication-contacts']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  return (
    <div className="list-bar">
      <p role="status" className="flat">{retry.data && t.retrying(retry.data.contacts)}</p>
      <Button iconName="refresh" onClick={() => setAsking(true)}>{t.retryAll(count)}</Button>
      {asking && (
        <Confirm
          title={t.retryReally(count)}
          action={t.retry}
          working={retry.isPending}
          error={retry.error}
          onClose={() => (retry.reset(), setAsking(false))}
          onConfirm={() => retry.mutate()}
        >
          {t.retryHow}
        </Confirm>
      )}
    </div>
  );
}
