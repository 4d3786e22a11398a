import { PublicationPage } from '@/features/publication/PublicationPage';
import { m } from '@/shared/messages';
import { useTitle } from '@/shared/useTitle';
import { Guarded } from './Guarded';
import { PageHelp } from './PageHelp';

export default function PublicationRoute() {
  useTitle(m.publication.title);
  return (
    <Guarded permission="administer">
      <PublicationPage help={<PageHelp page="publication" />} />
    </Guarded>
  );
}
