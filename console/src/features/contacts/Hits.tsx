import type { ContactSummary, Hit } from '@/api/types';
import { m } from '@/shared/messages';
import { clock } from '@/shared/time';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { hitAddress, hitPieces } from './hits';

/** Where in a contact it is said: who, when, and the sentence; each opens there. */
export function Hits({ contact }: { contact: ContactSummary }) {
  return (
    <ul className="hits" aria-label={m.list.hitsOf(contact.name)}>
      {contact.hits?.map((hit) => (
        <li key={`${hit.beginMillis} ${hit.participant} ${hit.text}`}>
          <Link className="hit" to={hitAddress(contact.contactId, hit)}>
            <span className={`hit-who hit-${hit.participant}`}>{m.participants[hit.participant]}</span>
            <span className="digits hit-time">{clock(hit.beginMillis)}</span>
            <span className="hit-text">{sentence(hit)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function sentence(hit: Hit): ReactNode {
  return hitPieces(hit).map(({ text, marked, at }) => (marked ? <mark key={at}>{text}</mark> : text));
}
