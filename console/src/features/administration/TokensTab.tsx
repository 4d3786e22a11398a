import { accessApi } from '@/api/accessApi';
import type { Token } from '@/api/types';
import { Empty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import { dateTime } from '@/shared/time';
import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import { Loaded } from '@/shared/Loaded';
import { useTokens } from './queries';
import { Revoking } from './Revoking';
import { TokenDialog } from './TokenDialog';

const t = m.access.tokens;

/** API tokens: made with a secret that is shown once, and revoked. */
export function TokensTab() {
  const tokens = useTokens();
  const [making, setMaking] = useState(false);
  return (
    <Loaded of={tokens}>
      {(all) => (
        <>
          <div className="list-bar">
            <Button variant="primary" iconName="add-plus" onClick={() => setMaking(true)}>{t.add}</Button>
          </div>
          {all.length === 0 ? <Empty title={t.empty} /> : <TokenTable tokens={all} />}
          {making && <TokenDialog onClose={() => setMaking(false)} />}
        </>
      )}
    </Loaded>
  );
}

function TokenTable({ tokens }: { tokens: readonly Token[] }) {
  return (
    <table className="plain-table stacks" aria-label={m.access.tabs.tokens}>
      <thead>
        <tr>
          {[t.name, t.what, t.created, t.lastUsed, t.ends].map((title) => (
            <th scope="col" key={title}>{title}</th>
          ))}
          <th scope="col"><span className="visually-hidden">{t.revoke}</span></th>
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <tr key={token.id}>
            <th scope="row">{token.name}</th>
            <td data-label={t.what}>
              {token.permissions ? token.permissions.map((permission) => m.rights.names[permission]).join(', ') : t.everything}
              {token.contacts === 'none' && <span className="quiet cell-note">{m.rights.contacts.none}</span>}
            </td>
            <td data-label={t.created} className="digits">
              {dateTime(token.createdAt)}
              {token.createdBy && <span className="quiet cell-note">{t.by(token.createdBy)}</span>}
            </td>
            <td data-label={t.lastUsed} className="digits">{token.lastUsedAt ? dateTime(token.lastUsedAt) : t.notUsed}</td>
            <td data-label={t.ends} className="digits"><End at={token.expiresAt ?? null} /></td>
            <td className="row-actions">
              <Revoking of={token} how={t.revokeHow} revoke={accessApi.revokeToken} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function End({ at }: { at: string | null }) {
  const [now] = useState(() => Date.now());
  if (at === null) return t.endsNever;
  return (
    <>
      <time dateTime={at}>{dateTime(at)}</time>
      {Date.parse(at) <= now && <span className="cell-note"><StatusIndicator type="stopped">{t.ended}</StatusIndicator></span>}
    </>
  );
}
