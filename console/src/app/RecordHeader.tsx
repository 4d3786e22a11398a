import type { RecordPage } from '@/api/types';
import { m } from '@/shared/messages';
import { StateIndicator } from '@/shared/StateIndicator';
import { clock, dateTime } from '@/shared/time';
import { Link } from 'react-router';
import type { ReactNode } from 'react';

interface Props {
  page: RecordPage;
  /** The menu; null in a page that only shows. */
  menu: ReactNode;
}

export function RecordHeader({ page, menu }: Props) {
  const facts: [string, ReactNode][] = [
    [m.record.customer, page.customerAddress],
    [m.record.queue, page.queue],
    [m.record.agent, page.agent],
    [m.record.started, page.initiatedAt ? <time dateTime={page.initiatedAt}>{dateTime(page.initiatedAt)}</time> : null],
    [m.record.duration, page.recording ? clock(page.recording.durationMillis) : null],
    [m.record.language, page.transcript?.language ?? page.requested.language],
  ];
  return (
    <header className="record-header">
      <div className="record-title">
        <h1>{page.name}</h1>
        <StateIndicator state={page.state} reason={page.reason} />
      </div>
      <dl className="facts">
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd className="digits">{value}</dd>
              </div>
            ),
        )}
        {(page.related ?? []).map((other) => (
          <div key={other.relation}>
            <dt>{m.record.related[other.relation]}</dt>
            <dd>
              {other.name && menu ? (
                <Link className="link" to={`/contacts/${encodeURIComponent(other.contactId)}`}>
                  {other.name}
                </Link>
              ) : (
                <span title={other.contactId}>{other.name ?? m.record.notArrived}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {menu && <div className="record-menu">{menu}</div>}
    </header>
  );
}
