import { Empty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import { NotAllowed } from '@/shared/NotAllowed';
import { useRights } from '@/shared/rights';
import { useSession } from '@/shared/useSession';
import Spinner from '@cloudscape-design/components/spinner';
import type { ReactNode } from 'react';

interface Props {
  permission: 'submit' | 'audit' | 'administer';
  children: ReactNode;
}

/** A page that takes a permission; shown when it is known that the reader has it. */
export function Guarded({ permission, children }: Props) {
  const { known, may } = useRights();
  const { failureReason } = useSession();
  if (!known && failureReason) {
    return (
      <Empty title={failureReason.message} wholePage>
        <p>{m.askedAgain}</p>
      </Empty>
    );
  }
  if (!known) return <Empty title={<Spinner size="large" />}>{m.loading}</Empty>;
  return may(permission) ? children : <NotAllowed permission={permission} wholePage />;
}
