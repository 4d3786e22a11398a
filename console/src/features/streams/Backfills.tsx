import { operationApi } from '@/api/operationApi';
import type { Backfill, Stream } from '@/api/types';
import { Confirm } from '@/shared/Confirm';
import { Loaded } from '@/shared/Loaded';
import { m } from '@/shared/messages';
import { dateTime } from '@/shared/time';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { BackfillDialog } from './BackfillDialog';

const t = m.streams;
const KEY = ['backfills'];
const WHILE_RUNNING_MILLIS = 2_000;
const ELSE_MILLIS = 30_000;

const TYPES: Record<Backfill['state'], StatusIndicatorProps.Type> = {
  running: 'in-progress',
  complete: 'success',
  stopped: 'stopped',
  failed: 'error',
};

const isRunning = ({ state }: Backfill) => state === 'running';

export function Backfills({ streams }: { streams: readonly Stream[] }) {
  const backfills = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => operationApi.backfills(signal),
    refetchInterval: ({ state: { data } }) => (data?.some(isRunning) ? WHILE_RUNNING_MILLIS : ELSE_MILLIS),
  });
  const [starting, setStarting] = useState(false);
  const [stopping, setStopping] = useState<Backfill | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const queries = useQueryClient();
  const stop = useMutation({
    mutationFn: operationApi.stopBackfill,
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  const begun = () => {
    setStarting(false);
    setSaid(t.begun);
    void queries.invalidateQueries({ queryKey: KEY });
  };
  return (
    <Container
      header={
        <Header variant="h2" description={t.backfillsHow} actions={<Button onClick={() => setStarting(true)}>{t.start}</Button>}>
          {t.backfills}
        </Header>
      }
    >
      <p role="status" className="flat">{said}</p>
      <Loaded of={backfills}>
        {(all) => (all.length === 0 ? <p className="flat quiet">{t.noBackfills}</p> : <BackfillTable backfills={all} onStop={setStopping} />)}
      </Loaded>
      {starting && <BackfillDialog streams={streams.filter(({ canBackfill }) => canBackfill).map(({ name }) => name)} onBegun={begun} onClose={() => setStarting(false)} />}
      {stopping && (
        <Confirm
          title={t.stopReally(placeOf(stopping))}
          action={t.stop}
          working={stop.isPending}
          error={stop.error}
          onClose={() => (stop.reset(), setStopping(null))}
          onConfirm={() => stop.mutate(stopping.id, { onSuccess: () => setStopping(null) })}
        >
          {t.stopHow}
        </Confirm>
      )}
    </Container>
  );
}

const placeOf = ({ stream, bucket, prefix }: Backfill) => stream ?? `${bucket ?? ''}/${prefix ?? ''}`;

function BackfillTable({ backfills, onStop }: { backfills: readonly Backfill[]; onStop: (backfill: Backfill) => void }) {
  return (
    <table className="plain-table stacks" aria-label={t.backfills}>
      <thead>
        <tr>
          {[t.where, t.times, t.state, t.progress, t.changed].map((title) => (
            <th scope="col" key={title}>{title}</th>
          ))}
          <th scope="col"><span className="visually-hidden">{t.stop}</span></th>
        </tr>
      </thead>
      <tbody>
        {backfills.map((backfill) => (
          <tr key={backfill.id}>
            <th scope="row" className="breaks">{placeOf(backfill)}</th>
            <td data-label={t.times} className="digits"><Times backfill={backfill} /></td>
            <td data-label={t.state}>
              <StatusIndicator type={TYPES[backfill.state]}>{t.backfillStates[backfill.state]}</StatusIndicator>
              {backfill.message && <span className="cell-note breaks">{backfill.message}</span>}
            </td>
            <td data-label={t.progress}><Progress backfill={backfill} /></td>
            <td data-label={t.changed} className="digits nowrap">
              <time dateTime={backfill.changedAt} title={backfill.changedAt}>{dateTime(backfill.changedAt)}</time>
            </td>
            <td className="row-actions">
              {isRunning(backfill) && (
                <Button variant="inline-link" wrapText={false} ariaLabel={t.stopOf(placeOf(backfill))} onClick={() => onStop(backfill)}>{t.stop}</Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Times({ backfill: { from, until } }: { backfill: Backfill }) {
  const said = [from ? t.fromTime(dateTime(from)) : null, until ? t.untilTime(dateTime(until)) : null].filter((part) => part !== null);
  return said.length === 0 ? t.allTimes : said.join(', ');
}

function Progress({ backfill }: { backfill: Backfill }) {
  const { stream, files, partitions, partitionsRead, accepted, redelivered, rejected, place, reachedAt } = backfill;
  const counts = [
    stream ? t.partitionsRead(partitionsRead ?? 0, partitions ?? 0) : t.files(files),
    t.accepted(accepted),
    redelivered ? t.redelivered(redelivered) : null,
    rejected > 0 ? t.setAside(rejected) : null,
  ].filter((part) => part !== null);
  const at = place ? `${t.at} ${place}` : reachedAt ? t.reached(dateTime(reachedAt)) : null;
  return (
    <span>
      {counts.join(', ')}
      {at && <span className="quiet cell-note breaks">{at}</span>}
    </span>
  );
}
