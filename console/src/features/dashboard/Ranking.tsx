import { contactsPath, type ContactFilters } from '@/shared/contactsPath';
import { Empty } from '@/shared/Empty';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { CSSProperties, ReactNode } from 'react';
import { Link } from 'react-router';
import { count } from './figures';

export interface Ranked {
  readonly key: string;
  readonly label: ReactNode;
  readonly note?: string;
  readonly contacts: number;
  readonly to: ContactFilters;
}

interface Props {
  title: string;
  description?: string;
  rows: readonly Ranked[];
  empty: ReactNode;
}

/** Rows with a bar each, as long as its number of contacts; each leads to them. */
export function Ranking({ title, description, rows, empty }: Props) {
  const most = Math.max(1, ...rows.map(({ contacts }) => contacts));
  return (
    <Container
      header={
        <Header variant="h2" description={description}>
          {title}
        </Header>
      }
    >
      {rows.length === 0 ? (
        <Empty title={empty} />
      ) : (
        <ol className="ranking" aria-label={title}>
          {rows.map(({ key, label, note, contacts, to }) => (
            <li key={key}>
              <Link to={contactsPath(to)} style={{ '--share': contacts / most } as CSSProperties}>
                <span className="ranking-label">
                  {label} {note && <span className="quiet">{note}</span>}
                </span>
                <span className="digits">{count(contacts)}</span>
              </Link>
            </li>
          ))}
        </ol>
      )}
    </Container>
  );
}
