import type { AuditEntry } from '@/api/types';
import { m } from '@/shared/messages';
import { dateTime, timeOfDay } from '@/shared/time';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { Link } from 'react-router';
import type { Filters } from './filters';

const t = m.audit;

const TYPES: Record<AuditEntry['result'], StatusIndicatorProps.Type> = { done: 'success', begun: 'pending', refused: 'stopped', failed: 'error' };

interface Props {
  entries: readonly AuditEntry[];
  /** Shows only what has this too. */
  onNarrow: (part: Partial<Filters>) => void;
}

export function AuditTable({ entries, onNarrow }: Props) {
  return (
    <table className="plain-table stacks audit" aria-label={t.table}>
      <thead>
        <tr>
          {[t.at, t.who, t.what, t.result, t.contact, t.address, t.details].map((title) => (
            <th scope="col" key={title}>{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id} className={entry.result === 'done' ? undefined : 'audit-not-done'}>
            <td data-label={t.at} className="digits nowrap">
              <time dateTime={entry.at} title={entry.at}>{dateTime(entry.at)}</time>
              <span className="visually-hidden"> {timeOfDay(entry.at)}</span>
            </td>
            <td data-label={t.who}>
              <button type="button" className="jump" onClick={() => onNarrow({ who: entry.who.id ?? entry.who.name })}>{entry.who.name}</button>
              <span className="quiet cell-note">{t.kinds[entry.who.kind]}</span>
            </td>
            <td data-label={t.what}>{t.actions[entry.what]}</td>
            <td data-label={t.result}><StatusIndicator type={TYPES[entry.result]}>{t.results[entry.result]}</StatusIndicator></td>
            <td data-label={t.contact} className="mono breaks">
              {entry.contactId && (
                <Link className="link" aria-label={t.openContact(entry.contactId)} to={`/contacts/${encodeURIComponent(entry.contactId)}`}>{entry.contactId}</Link>
              )}
            </td>
            <td data-label={t.address} className="mono">{entry.address}</td>
            <td data-label={t.details}><Details details={entry.details ?? {}} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Details({ details }: { details: { readonly [name: string]: string } }) {
  const entries = Object.entries(details);
  if (entries.length === 0) return null;
  return (
    <span className="audit-details">
      {entries.map(([name, text]) => (
        <span key={name} className="breaks">
          <span className="quiet">{name}</span> {text}
        </span>
      ))}
    </span>
  );
}
