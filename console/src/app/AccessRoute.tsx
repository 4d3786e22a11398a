import { AccessPage } from '@/features/administration/AccessPage';
import { m } from '@/shared/messages';
import { useTitle } from '@/shared/useTitle';
import { Guarded } from './Guarded';
import { PageHelp } from './PageHelp';

export default function AccessRoute() {
  useTitle(m.access.title);
  return (
    <Guarded permission="administer">
      <AccessPage help={<PageHelp page="access" />} />
    </Guarded>
  );
}
