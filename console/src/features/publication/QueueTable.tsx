import type { PublicationEntry } from '@/api/types';
import { m } from '@/shared/messages';
import { dateTime, timeOfDay } from '@/shared/time';
import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { Link } from 'react-router';

const t = m.publication;

interface Props {
  entries: readonly PublicationEntry[];
  isBusy: (entry: PublicationEntry) => boolean;
  /** Null where there is nothing to be tried again. */
  onRetry: ((entry: PublicationEntry) => void) | null;
}

export function QueueTable({ entries, isBusy, onRetry }: Props) {
  return (
    <table className="plain-table stacks" aria-label={onRetry ? t.failed : t.waiting}>
      <thead>
        <tr>
          {[t.contact, t.reason, t.attempts, t.last, ...(onRetry ? [] : [t.next])].map((title) => (
            <th scope="col" key={title}>{title}</th>
          ))}
          {onRetry && <th scope="col"><span className="visually-hidden">{t.retry}</span></th>}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={`${entry.contactId} ${entry.step}`}>
            <th scope="row" className="queue-contact">
              <Link className="link mono breaks" to={`/contacts/${encodeURIComponent(entry.contactId)}?tab=timeline`}>{entry.contactId}</Link>
              <span className="quiet cell-note">{m.steps[entry.step]}</span>
            </th>
            <td data-label={t.reason}><Reason entry={entry} /></td>
            <td data-label={t.attempts} className="digits">{entry.attempts}</td>
            <td data-label={t.last} className="digits nowrap"><At time={entry.changedAt} /></td>
            {onRetry ? (
              <td className="row-actions">
                <Button variant="inline-link" wrapText={false} loading={isBusy(entry)} ariaLabel={t.retryOf(entry.contactId)} onClick={() => onRetry(entry)}>{t.retry}</Button>
              </td>
            ) : (
              <td data-label={t.next} className="digits nowrap">
                {entry.state === 'running' ? <StatusIndicator type="in-progress">{t.atWork}</StatusIndicator> : entry.nextAt && timeOfDay(entry.nextAt)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Reason({ entry: { message, code, state } }: { entry: PublicationEntry }) {
  if (!message) return <span className="quiet">{state === 'running' ? t.running : t.notBegun}</span>;
  return (
    <span className="breaks">
      {message}
      {code && <code className="quiet cell-note">{code}</code>}
    </span>
  );
}

function At({ time }: { time: string | null | undefined }) {
  return time ? <time dateTime={time} title={time}>{dateTime(time)}</time> : m.none;
}
