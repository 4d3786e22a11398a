import { ContactListPage } from '@/features/contacts/ContactListPage';
import { m } from '@/shared/messages';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';

export function ListRoute() {
  const [params, setParams] = useSearchParams();
  useEffect(() => {
    document.title = `${m.contacts} · ${m.product}`;
  }, []);
  return <ContactListPage params={params} onView={(view) => setParams(view === 'all' ? {} : { view })} />;
}
