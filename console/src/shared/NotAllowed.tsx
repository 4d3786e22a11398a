import { Empty } from './Empty';
import { m } from './messages';

/** In the place of what the reader may not have: what it takes, and whom to ask. */
export function NotAllowed({ permission, wholePage }: { permission: keyof typeof m.rights.missing; wholePage?: boolean }) {
  return (
    <Empty title={m.rights.missing[permission]} wholePage={wholePage}>
      <p>{m.rights.needed(permission)}</p>
      <p>{m.rights.ask}</p>
    </Empty>
  );
}
