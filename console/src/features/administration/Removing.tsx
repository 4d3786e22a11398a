import { Confirm } from '@/shared/Confirm';
import { m } from '@/shared/messages';
import Button from '@cloudscape-design/components/button';
import { useState } from 'react';

export interface Removal {
  readonly pending: boolean;
  readonly error: Error | null;
  readonly run: (id: string) => void;
}

interface Props {
  id: string;
  name: string;
  how: string;
  removal: Removal;
}

/** A button that removes something, after it has asked. */
export function Removing({ id, name, how, removal }: Props) {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button formAction="none" ariaLabel={`${m.access.remove} ${name}`} onClick={() => setAsked(true)}>{m.access.remove}</Button>
      {asked && (
        <Confirm
          title={m.access.removeReally(name)}
          action={m.access.remove}
          working={removal.pending}
          error={removal.error}
          onClose={() => setAsked(false)}
          onConfirm={() => removal.run(id)}
        >
          {how}
        </Confirm>
      )}
    </>
  );
}
