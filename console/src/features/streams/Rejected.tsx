import { operationApi } from '@/api/operationApi';
import type { RejectedRecord } from '@/api/types';
import { Confirm } from '@/shared/Confirm';
import { Empty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import { bytes, dateTime } from '@/shared/time';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Spinner from '@cloudscape-design/components/spinner';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ContentDialog } from './ContentDialog';

const t = m.streams;
const AT_ONCE = 20;
const OFTEN_MILLIS = 15_000;
const KEY = ['rejected-records'];

/** Records that could not be taken: why, what they were, and whether they can be now. */
export function Rejected() {
  const records = useInfiniteQuery({
    queryKey: KEY,
    queryFn: ({ pageParam, signal }) => operationApi.rejected({ limit: AT_ONCE, cursor: pageParam ?? undefined }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? null,
    refetchInterval: OFTEN_MILLIS,
  });
  const total = records.data?.pages.at(-1)?.total ?? 0;
  const items = records.data?.pages.flatMap((page) => page.items);
  return (
    <Container
      header={
        <Header variant="h2" counter={total > 0 ? `(${total.toLocaleString()})` : undefined} description={t.rejectedHow}>
          {t.rejected}
        </Header>
      }
    >
      {items === undefined ? (
        records.error ? (
          <Empty title={records.error.message}><Button onClick={() => void records.refetch()}>{m.tryAgain}</Button></Empty>
        ) : (
          <Empty title={<Spinner />}>{m.loading}</Empty>
        )
      ) : (
        <Records records={items} />
      )}
      {records.hasNextPage && (
        <div className="list-more">
          <Button loading={records.isFetchingNextPage} loadingText={t.loadingMore} onClick={() => void records.fetchNextPage()}>{t.more}</Button>
        </div>
      )}
    </Container>
  );
}

type Open = { readonly what: 'look' | 'dismiss'; readonly id: string } | null;

function Records({ records }: { records: readonly RejectedRecord[] }) {
  const [open, setOpen] = useState<Open>(null);
  const [said, setSaid] = useState<string | null>(null);
  const queries = useQueryClient();
  const changed = () => Promise.all([KEY, ['streams']].map((queryKey) => queries.invalidateQueries({ queryKey })));
  const retry = useMutation({
    mutationFn: operationApi.retryRejected,
    onSuccess: ({ taken, reason }, id) => setSaid(taken ? t.taken(id) : t.notTaken(id, reason ?? '')),
    onError: (error) => setSaid(error.message),
    onSettled: changed,
  });
  const dismiss = useMutation({ mutationFn: operationApi.dismissRejected, onSettled: changed });
  const close = () => {
    dismiss.reset();
    setOpen(null);
  };
  return (
    <>
      <p role="status" className="flat">{said}</p>
      {records.length === 0 ? (
        <p className="flat quiet">{t.noRejected}</p>
      ) : (
        <RecordTable
          records={records}
          busy={retry.isPending ? retry.variables : null}
          onLook={(id) => setOpen({ what: 'look', id })}
          onRetry={(id) => retry.mutate(id)}
          onDismiss={(id) => setOpen({ what: 'dismiss', id })}
        />
      )}
      {open?.what === 'look' && <ContentDialog id={open.id} onClose={close} />}
      {open?.what === 'dismiss' && (
        <Confirm
          title={t.dismissReally(open.id)}
          action={t.dismiss}
          working={dismiss.isPending}
          error={dismiss.error}
          onClose={close}
          onConfirm={() => dismiss.mutate(open.id, { onSuccess: () => (setSaid(t.dismissed(open.id)), close()) })}
        >
          {t.dismissHow}
        </Confirm>
      )}
    </>
  );
}

interface TableProps {
  records: readonly RejectedRecord[];
  /** The one that is being taken; null if none is. */
  busy: string | null;
  onLook: (id: string) => void;
  onRetry: (id: string) => void;
  onDismiss: (id: string) => void;
}

function RecordTable({ records, busy, onLook, onRetry, onDismiss }: TableProps) {
  return (
    <table className="plain-table stacks" aria-label={t.rejected}>
      <thead>
        <tr>
          {[t.received, t.reason, t.stream, t.size, t.attempts].map((title) => (
            <th scope="col" key={title}>{title}</th>
          ))}
          <th scope="col"><span className="visually-hidden">{t.retry}</span></th>
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <tr key={record.id}>
            <th scope="row" className="digits nowrap"><time dateTime={record.receivedAt} title={record.receivedAt}>{dateTime(record.receivedAt)}</time></th>
            <td data-label={t.reason} className="breaks">{record.reason}</td>
            <td data-label={t.stream} className="breaks">
              {record.stream}
              <span className="quiet cell-note mono">{`${record.partition} ${record.place}`}</span>
            </td>
            <td data-label={t.size} className="digits nowrap">{bytes(record.sizeBytes)}</td>
            <td data-label={t.attempts} className="digits">{record.attempts}</td>
            <td className="row-actions">
              <Button variant="inline-link" wrapText={false} ariaLabel={t.lookOf(record.id)} onClick={() => onLook(record.id)}>{t.look}</Button>
              <Button variant="inline-link" wrapText={false} loading={busy === record.id} disabled={busy !== null} ariaLabel={t.retryOf(record.id)} onClick={() => onRetry(record.id)}>{t.retry}</Button>
              <Button variant="inline-link" wrapText={false} ariaLabel={t.dismissOf(record.id)} onClick={() => onDismiss(record.id)}>{t.dismiss}</Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
