import { m } from '@/shared/messages';
import { EndableSignIns } from './EndableSignIns';
import { Loaded } from '@/shared/Loaded';
import { useSignIns } from './queries';
import { Part } from './UserPage';

export function SignInsTab() {
  const signIns = useSignIns();
  return (
    <Part title={m.access.signIns.title} how={m.access.signIns.how}>
      <Loaded of={signIns}>{(all) => <EndableSignIns signIns={all} empty={m.signIns.none} named />}</Loaded>
    </Part>
  );
}
