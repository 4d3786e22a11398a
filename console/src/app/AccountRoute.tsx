import { AccountPage } from '@/features/account/AccountPage';
import { m } from '@/shared/messages';
import { useTitle } from '@/shared/useTitle';
import { useLocation } from 'react-router';
import { PageHelp } from './PageHelp';

export default function AccountRoute() {
  const { state } = useLocation();
  useTitle(m.account.title);
  return <AccountPage first={(state as { first?: boolean } | null)?.first === true} help={<PageHelp page="account" />} />;
}
