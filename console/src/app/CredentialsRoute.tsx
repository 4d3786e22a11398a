import { CredentialsPage } from '@/features/credentials/CredentialsPage';
import { m } from '@/shared/messages';
import { useTitle } from '@/shared/useTitle';
import { Guarded } from './Guarded';
import { PageHelp } from './PageHelp';

export default function CredentialsRoute() {
  useTitle(m.credentials.title);
  return (
    <Guarded permission="administer">
      <CredentialsPage help={<PageHelp page="credentials" />} />
    </Guarded>
  );
}
