import { accessApi } from '@/api/accessApi';
import { m } from '@/shared/messages';
import { SignInTable } from '@/shared/SignInTable';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export const OWN_SIGN_INS = ['sign-ins', 'caller'];

/** Where the reader is signed in; all but this one can be ended. */
export function OwnSignIns() {
  const signIns = useQuery({ queryKey: OWN_SIGN_INS, queryFn: ({ signal }) => accessApi.signIns('caller', signal) });
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (const id of ids) await accessApi.endSignIn(id);
      return ids.length;
    },
    onSettled: () => queries.invalidateQueries({ queryKey: OWN_SIGN_INS }),
  });
  if (signIns.error) return <p role="alert" className="problem flat">{signIns.error.message}</p>;
  if (!signIns.data) return <Spinner />;
  const others = signIns.data.filter(({ current }) => !current).map(({ id }) => id);
  const ending = end.isPending && end.variables.length === 1 ? (end.variables[0] ?? null) : null;
  return (
    <SpaceBetween size="s">
      <SignInTable signIns={signIns.data} empty={m.signIns.noneOfThis} named={false} ending={ending} onEnd={(id) => end.mutate([id])} />
      {others.length > 1 && (
        <Button loading={end.isPending && ending === null} onClick={() => end.mutate(others)}>{m.signIns.endOthers}</Button>
      )}
      <span role="status">{end.isSuccess && m.signIns.ended(end.data)}</span>
      {end.error && <p role="alert" className="problem">{end.error.message}</p>}
    </SpaceBetween>
  );
}
