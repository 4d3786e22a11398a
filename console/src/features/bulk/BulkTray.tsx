import type { BulkAction } from '@/api/types';
import { m } from '@/shared/messages';
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Icon from '@cloudscape-design/components/icon';
import Spinner from '@cloudscape-design/components/spinner';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { isMoving, worthShowing } from './bulkActions';

interface Props {
  actions: readonly BulkAction[];
  /** Why the last one could not be started or taken back. */
  problem: string | null;
  onProblemSeen: () => void;
  onUndo: (id: string) => void;
}

const CLOSED = 'aftercall.bulk.closed';

/** What goes on with many contacts, and what became of it, in a corner of the page. */
export function BulkTray({ actions, problem, onProblemSeen, onUndo }: Props) {
  const [closed, setClosed] = useState(readClosed);
  const now = useMinute();
  const shown = worthShowing(actions, closed, now);
  const close = (id: string) => {
    const next = new Set([...closed, id]);
    window.sessionStorage.setItem(CLOSED, JSON.stringify([...next]));
    setClosed(next);
  };
  return (
    <section className="bulk-tray" aria-label={m.bulk.region}>
      {problem !== null && (
        <Alert type="error" dismissible dismissAriaLabel={m.close} onDismiss={onProblemSeen}>
          {problem}
        </Alert>
      )}
      {shown.map((action) => (
        <Action key={action.id} action={action} onUndo={() => onUndo(action.id)} onClose={() => close(action.id)} />
      ))}
    </section>
  );
}

function readClosed(): ReadonlySet<string> {
  try {
    return new Set(JSON.parse(window.sessionStorage.getItem(CLOSED) ?? '[]') as string[]);
  } catch {
    return new Set();
  }
}

/** The time, once a minute, so that what ended goes by itself. */
function useMinute(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function Action({ action, onUndo, onClose }: { action: BulkAction; onUndo: () => void; onClose: () => void }) {
  const moving = isMoving(action);
  return (
    <div className="bulk-action">
      <div className="bulk-line">
        <span role="status" className="bulk-what">
          <Sign action={action} />
          <span>{what(action)}</span>
        </span>
        <span className="bulk-buttons">
          {action.state === 'running' && <Button wrapText={false} onClick={onUndo}>{action.action === 'delete' ? m.bulk.undo : m.bulk.stop}</Button>}
          {action.state === 'complete' && action.undoable && <Button wrapText={false} onClick={onUndo}>{m.bulk.undo}</Button>}
          {!moving && <Button variant="icon" iconName="close" ariaLabel={m.bulk.dismiss} onClick={onClose} />}
        </span>
      </div>
      {moving && action.total > 0 && (
        <div className="bulk-progress">
          <progress max={action.total} value={action.done} aria-label={what(action)} />
          <span className="digits quiet">{m.bulk.progress(action.done, action.total)}</span>
        </div>
      )}
      {action.file && action.state === 'complete' && (
        <a className="link" href={action.file} download>
          {m.bulk.download}
        </a>
      )}
      <Problems action={action} />
    </div>
  );
}

function Sign({ action }: { action: BulkAction }) {
  if (isMoving(action)) return <Spinner />;
  const doubtful = action.failed > 0 && action.state === 'complete';
  return <Icon name={doubtful ? 'status-warning' : 'status-positive'} variant={doubtful ? 'warning' : 'success'} />;
}

function what(action: BulkAction): string {
  switch (action.state) {
    case 'running':
      return m.bulk.doing[action.action](action.total);
    case 'complete':
      return m.bulk.done[action.action](action.done - action.failed);
    case 'undoing':
      return m.bulk.undoing;
    case 'undone':
      return m.bulk.undone[action.action];
  }
}

function Problems({ action }: { action: BulkAction }) {
  if (action.failed === 0) return null;
  return (
    <ExpandableSection headerText={m.bulk.failed(action.failed)}>
      <ul className="bulk-problems" aria-label={m.bulk.problems}>
        {action.problems.map(({ contactId, name, reason }) => (
          <li key={contactId}>
            <Link className="link" to={`/contacts/${encodeURIComponent(contactId)}`}>
              {name ?? contactId}
            </Link>{' '}
            {reason}
          </li>
        ))}
        {action.failed > action.problems.length && <li className="quiet">{m.bulk.problemsMore(action.failed - action.problems.length)}</li>}
      </ul>
    </ExpandableSection>
  );
}
