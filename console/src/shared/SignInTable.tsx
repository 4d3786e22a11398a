import type { SignIn } from '@/api/types';
import Badge from '@cloudscape-design/components/badge';
import Button from '@cloudscape-design/components/button';
import { browserName } from './browserName';
import { m } from './messages';
import { dateTime } from './time';

interface Props {
  signIns: readonly SignIn[];
  /** Said where there is none. */
  empty: string;
  /** With the names of who signed in. */
  named: boolean;
  /** The one that is being ended. */
  ending: string | null;
  onEnd: (id: string) => void;
}

/** Sign-ins that have not ended, each with a button that ends it. The reader's own cannot be ended here. */
export function SignInTable({ signIns, empty, named, ending, onEnd }: Props) {
  if (signIns.length === 0) return <p className="quiet">{empty}</p>;
  return (
    <table className="plain-table stacks" aria-label={m.signIns.table}>
      <thead>
        <tr>
          <th scope="col">{named ? m.signIns.who : m.signIns.from}</th>
          {named && <th scope="col">{m.signIns.from}</th>}
          <th scope="col">{m.signIns.began}</th>
          <th scope="col">{m.signIns.lastUsed}</th>
          <th scope="col">{m.signIns.ends}</th>
          <th scope="col">
            <span className="visually-hidden">{m.signIns.end}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {signIns.map((signIn) => (
          <tr key={signIn.id}>
            {named && (
              <th scope="row">
                {signIn.name} {signIn.kind === 'token' && <span className="quiet">{m.signIns.token}</span>}
              </th>
            )}
            {named ? (
              <td data-label={m.signIns.from}>
                <From signIn={signIn} />
              </td>
            ) : (
              <th scope="row">
                <From signIn={signIn} />
              </th>
            )}
            <Instant label={m.signIns.began} at={signIn.createdAt} />
            <Instant label={m.signIns.lastUsed} at={signIn.lastUsedAt} />
            <Instant label={m.signIns.ends} at={signIn.expiresAt} />
            <td className="row-actions">
              {signIn.current ? (
                <Badge color="blue">{m.signIns.here}</Badge>
              ) : (
                <Button
                  variant="inline-link"
                  loading={ending === signIn.id}
                  ariaLabel={m.signIns.endOf(signIn.name, dateTime(signIn.createdAt))}
                  onClick={() => onEnd(signIn.id)}
                >
                  {m.signIns.end}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Instant({ label, at }: { label: string; at: string }) {
  return (
    <td data-label={label} className="digits">
      <time dateTime={at}>{dateTime(at)}</time>
    </td>
  );
}

function From({ signIn: { browser, address, provider } }: { signIn: SignIn }) {
  const notes = [address, provider && m.signIns.byProvider(provider)].filter(Boolean);
  return (
    <>
      <span title={browser ?? undefined}>{browser ? browserName(browser) : m.signIns.unknown}</span>
      {notes.length > 0 && <span className="quiet cell-note">{notes.join(' · ')}</span>}
    </>
  );
}
