import type { ContactSummary } from '@/api/types';
import { m } from '@/shared/messages';
import { SentimentMark } from '@/shared/SentimentMark';
import { StateIndicator } from '@/shared/StateIndicator';
import { clock, dateTime } from '@/shared/time';
import { Link } from 'react-router';
import { PickBox } from './ContactTable';
import { Hits } from './Hits';
import { contactAddress } from './hits';
import { isSelected, type Selection } from './selection';

interface Props {
  rows: readonly ContactSummary[];
  selection: Selection;
  onToggle: (contactId: string, range: boolean) => void;
}

/** The list where there is no room for columns. */
export function ContactCards({ rows, selection, onToggle }: Props) {
  return (
    <ul className="contact-cards" aria-label={m.list.table}>
      {rows.map((contact) => {
        const selected = isSelected(selection, contact.contactId);
        return (
          <li key={contact.contactId} data-contact={contact.contactId} className={selected ? 'row-selected' : undefined}>
            <PickBox contact={contact} selected={selected} onToggle={onToggle} />
            <Card contact={contact} />
          </li>
        );
      })}
    </ul>
  );
}

function Card({ contact: c }: { contact: ContactSummary }) {
  const facts = [c.initiatedAt ? dateTime(c.initiatedAt) : null, c.durationMillis == null ? null : clock(c.durationMillis)];
  return (
    <div className="contact-card">
      <span className="contact-cards-head">
        <Link className="link" data-open to={contactAddress(c.contactId)}>
          {c.name}
        </Link>
        {c.sentiment && <SentimentMark label={c.sentiment} />}
        <StateIndicator state={c.state} reason={c.reason} />
      </span>
      <span className="breaks">{[c.customerAddress, c.queue, c.agent].filter(Boolean).join(' · ')}</span>
      <span className="quiet digits">
        {[...facts, c.comments ? m.list.commentCount(c.comments) : null, c.deletedAt ? `${m.list.columns.deleted} ${dateTime(c.deletedAt)}` : null]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {c.hits && c.hits.length > 0 && <Hits contact={c} />}
    </div>
  );
}
