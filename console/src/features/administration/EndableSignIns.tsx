import { accessApi } from '@/api/accessApi';
import type { SignIn } from '@/api/types';
import { m } from '@/shared/messages';
import { SignInTable } from '@/shared/SignInTable';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useChange } from './queries';

interface Props {
  signIns: readonly SignIn[];
  empty: string;
  named: boolean;
}

/** Sign-ins with buttons that end one, or of a single user all. */
export function EndableSignIns({ signIns, empty, named }: Props) {
  const end = useChange(async (ids: readonly string[]) => {
    for (const id of ids) await accessApi.endSignIn(id);
    return ids.length;
  });
  const others = signIns.filter(({ current }) => !current).map(({ id }) => id);
  const ending = end.isPending && end.variables.length === 1 ? (end.variables[0] ?? null) : null;
  return (
    <SpaceBetween size="s">
      <SignInTable signIns={signIns} empty={empty} named={named} ending={ending} onEnd={(id) => end.mutate([id])} />
      {!named && others.length > 1 && (
        <Button loading={end.isPending && ending === null} onClick={() => end.mutate(others)}>
          {others.length === signIns.length ? m.signIns.endAll : m.signIns.endOthers}
        </Button>
      )}
      <span role="status">{end.isSuccess && m.signIns.ended(end.data)}</span>
      {end.error && <p role="alert" className="problem">{end.error.message}</p>}
    </SpaceBetween>
  );
}
