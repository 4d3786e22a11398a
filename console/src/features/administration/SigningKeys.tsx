import { accessApi } from '@/api/accessApi';
import type { SigningKey } from '@/api/types';
import { Confirm } from '@/shared/Confirm';
import { m } from '@/shared/messages';
import { dateTime } from '@/shared/time';
import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import { Loaded } from '@/shared/Loaded';
import { useChange, useSigningKeys } from './queries';
import { Part } from './UserPage';

const t = m.access.keys;

/** Keys whose signatures on links count, each with a button that ends its links. */
export function SigningKeys() {
  const keys = useSigningKeys();
  const [asked, setAsked] = useState<SigningKey | null>(null);
  const retire = useChange(accessApi.retireSigningKey);
  return (
    <Part title={t.signingKeys} how={t.signingKeysHow}>
      <Loaded of={keys}>
        {(all) => (all.length === 0 ? <p className="quiet">{t.noSigningKeys}</p> : <KeyTable keys={all} onEnd={setAsked} />)}
      </Loaded>
      {asked && (
        <Confirm
          title={t.endReally}
          action={t.end}
          working={retire.isPending}
          error={retire.error}
          onClose={() => (retire.reset(), setAsked(null))}
          onConfirm={() => retire.mutate(asked.id, { onSuccess: () => setAsked(null) })}
        >
          <p className="mono breaks">{asked.id}</p>
          <p>{t.endHow}</p>
        </Confirm>
      )}
    </Part>
  );
}

function KeyTable({ keys, onEnd }: { keys: readonly SigningKey[]; onEnd: (key: SigningKey) => void }) {
  return (
    <table className="plain-table stacks" aria-label={t.signingKeys}>
      <thead>
        <tr>
          {[m.credentials.keyId, t.kind, m.access.tokens.created, t.trustedUntil].map((title) => (
            <th scope="col" key={title}>{title}</th>
          ))}
          <th scope="col"><span className="visually-hidden">{t.end}</span></th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key.id}>
            <th scope="row" className="mono breaks">{key.id}</th>
            <td data-label={t.kind}>{key.own ? t.own : t.ofSecret}</td>
            <td data-label={m.access.tokens.created} className="digits">{dateTime(key.createdAt)}</td>
            <td data-label={t.trustedUntil} className="digits">{dateTime(key.trustedUntil)}</td>
            <td className="row-actions">
              <Button variant="inline-link" ariaLabel={`${t.end}: ${key.id}`} onClick={() => onEnd(key)}>{t.end}</Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
