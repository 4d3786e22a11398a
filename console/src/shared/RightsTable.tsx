import type { Right, UserRight } from '@/api/types';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { m } from './messages';
import { isAboutContacts, PERMISSIONS } from './rights';

interface Props {
  label: string;
  rights: readonly (Right | UserRight)[];
}

/** Every permission, whether it is held, for which contacts, and by what. */
export function RightsTable({ label, rights }: Props) {
  const withThrough = rights.some((right) => 'through' in right);
  return (
    <table className="plain-table stacks" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{m.rights.permission}</th>
          <th scope="col">{m.rights.ofWhich}</th>
          {withThrough && <th scope="col">{m.rights.through}</th>}
        </tr>
      </thead>
      <tbody>
        {PERMISSIONS.map((permission) => {
          const held = rights.find((right) => right.permission === permission);
          return (
            <tr key={permission}>
              <th scope="row">
                {m.rights.names[permission]}
                <span className="quiet cell-note">{m.rights.how[permission]}</span>
              </th>
              <td data-label={m.rights.ofWhich}>
                <Held right={held} />
              </td>
              {withThrough && (
                <td data-label={m.rights.through}>{held && 'through' in held ? held.through.join(', ') : ''}</td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Held({ right }: { right: Right | undefined }) {
  if (!right) return <StatusIndicator type="stopped">{m.rights.no}</StatusIndicator>;
  if (!isAboutContacts(right.permission)) return <StatusIndicator type="success">{m.rights.yes}</StatusIndicator>;
  return <StatusIndicator type={right.contacts === 'none' ? 'stopped' : 'success'}>{m.rights.contacts[right.contacts]}</StatusIndicator>;
}
