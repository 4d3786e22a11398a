import { accessApi } from '@/api/accessApi';
import { m } from '@/shared/messages';
import { useRights } from '@/shared/rights';
import { useSession } from '@/shared/useSession';
import ButtonDropdown, { type ButtonDropdownProps } from '@cloudscape-design/components/button-dropdown';
import { useNavigate } from 'react-router';

const SIGN_OUT = 'sign-out';

/** Who is signed in, their own page, and the pages for administration that they may see. */
export function UserMenu({ narrow }: { narrow: boolean }) {
  const navigate = useNavigate();
  const session = useSession();
  const { known, may } = useRights();
  const name = session.data?.name ?? '';
  const short = narrow || name === '';
  const page = (path: string, text: string) => ({ id: path, text, href: path });
  const administration = [
    ...(may('administer') ? [page('/access', m.access.title), page('/credentials', m.credentials.title)] : []),
    ...(may('audit') ? [page('/audit', m.audit.title)] : []),
    ...(may('administer') ? [page('/streams', m.streams.title), page('/publication', m.publication.title)] : []),
  ];
  const items: ButtonDropdownProps.Items = [
    page('/account', m.account.title),
    ...(known && administration.length > 0 ? [{ text: m.navigation.groups.administration, items: administration }] : []),
    { id: SIGN_OUT, text: m.signOut, iconName: 'sign-out' },
  ];
  const signOut = () => {
    const leave = () => void navigate('/login', { replace: true });
    accessApi.signOut().then(leave, leave);
  };
  return (
    <ButtonDropdown
      variant={short ? 'icon' : 'normal'}
      iconName="user-profile"
      ariaLabel={m.account.menu(name)}
      items={items}
      onItemFollow={(event) => {
        event.preventDefault();
        void navigate(event.detail.id);
      }}
      onItemClick={({ detail }) => detail.id === SIGN_OUT && signOut()}
    >
      {short ? undefined : name}
    </ButtonDropdown>
  );
}
