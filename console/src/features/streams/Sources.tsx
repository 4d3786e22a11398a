import type { Stream, StreamPartition } from '@/api/types';
import { m } from '@/shared/messages';
import { dateTime, duration } from '@/shared/time';
import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';

const t = m.streams;

const TYPES: Record<Stream['state'], StatusIndicatorProps.Type> = {
  starting: 'in-progress',
  reading: 'success',
  failed: 'error',
  stopped: 'stopped',
};

export function Sources({ streams }: { streams: readonly Stream[] }) {
  if (streams.length === 0) {
    return (
      <Container header={<Header variant="h2">{t.sources}</Header>}>
        <p className="flat">{t.none}</p>
        <p className="flat quiet">{t.noneHow}</p>
      </Container>
    );
  }
  return streams.map((stream) => <Source key={stream.name} stream={stream} />);
}

function Source({ stream: { name, state, message, rejected, partitions } }: { stream: Stream }) {
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={rejected > 0 ? t.rejectedOf(rejected) : undefined}
          actions={<StatusIndicator type={TYPES[state]}>{t.states[state]}</StatusIndicator>}
        >
          <span className="breaks">{name}</span>
        </Header>
      }
    >
      {message && <div className="part-notice"><Alert type={state === 'failed' ? 'error' : 'info'}>{message}</Alert></div>}
      {partitions.length === 0 ? <p className="flat quiet">{t.neverRead}</p> : <Partitions stream={name} partitions={partitions} />}
    </Container>
  );
}

function Partitions({ stream, partitions }: { stream: string; partitions: readonly StreamPartition[] }) {
  return (
    <table className="plain-table stacks" aria-label={t.partitionsOf(stream)}>
      <thead>
        <tr>
          {[t.partition, t.lastRecord, t.behind, t.records, t.server, t.readAt].map((title) => (
            <th scope="col" key={title}>{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {partitions.map((one) => (
          <tr key={one.partition}>
            <th scope="row" className="mono breaks">{one.partition}</th>
            <td data-label={t.lastRecord} className="digits nowrap">
              {one.lastRecordAt ? <time dateTime={one.lastRecordAt} title={one.lastRecordAt}>{dateTime(one.lastRecordAt)}</time> : m.none}
            </td>
            <td data-label={t.behind} className="digits">{behindText(one)}</td>
            <td data-label={t.records} className="digits">{one.records.toLocaleString()}</td>
            <td data-label={t.server} className="breaks">{one.server}</td>
            <td data-label={t.readAt} className="digits nowrap"><time dateTime={one.readAt} title={one.readAt}>{dateTime(one.readAt)}</time></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** By records or by time, whichever the stream tells; a stream may tell neither. */
export function behindText({ behindMillis, behindRecords }: Pick<StreamPartition, 'behindMillis' | 'behindRecords'>): string {
  if (behindMillis == null && behindRecords == null) return m.none;
  if (!behindMillis && !behindRecords) return t.upToDate;
  const said = [behindRecords ? t.behindRecords(behindRecords) : null, behindMillis ? duration(behindMillis) : null];
  return said.filter((part) => part !== null).join(', ');
}
