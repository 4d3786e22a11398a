import { api } from '@/api/client';
import { ContactListPage } from '@/features/contacts/ContactListPage';
import { LoginPage } from '@/features/access/LoginPage';
import { Empty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import { toggleDark, useDark } from '@/shared/theme';
import Button from '@cloudscape-design/components/button';
import Spinner from '@cloudscape-design/components/spinner';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Link, Navigate, Outlet, Route, Routes, useLocation, useNavigate, useSearchParams } from 'react-router';
import { Broken } from './Broken';
import { createQueries, useSession } from './queries';
import { isOwnPath } from '@/shared/ownPath';

const RecordRoute = lazy(() => import('./RecordRoute'));

export function App() {
  const navigate = useNavigate();
  const [queries] = useState(() =>
    createQueries(() => {
      const { pathname, search } = window.location;
      if (pathname !== '/login') void navigate('/login', { state: { back: pathname + search }, replace: true });
    }),
  );
  return (
    <QueryClientProvider client={queries}>
      <Routes>
        <Route path="/login" element={<LoginRoute />} />
        <Route element={<Frame />}>
          <Route path="/contacts" element={<ListRoute />} />
          <Route path="/contacts/:contactId" element={<RecordRoute />} />
          <Route path="/" element={<Navigate to="/contacts" replace />} />
          <Route path="*" element={<NoSuchPage />} />
        </Route>
      </Routes>
    </QueryClientProvider>
  );
}

function LoginRoute() {
  const navigate = useNavigate();
  const location = useLocation();
  const [params] = useSearchParams();
  // From a page of the console, or from the server, which names in `next` what it did not show.
  const back: unknown = (location.state as { back?: unknown } | null)?.back ?? params.get('next');
  useEffect(() => {
    document.title = `${m.login.submit} · ${m.product}`;
  }, []);
  return (
    <main id="content">
      <LoginPage
        ended={typeof back === 'string'}
        onSignedIn={() => void navigate(isOwnPath(back) ? back : '/contacts', { replace: true })}
      />
    </main>
  );
}

function ListRoute() {
  const [params, setParams] = useSearchParams();
  useEffect(() => {
    document.title = `${m.contacts} · ${m.product}`;
  }, []);
  return <ContactListPage params={params} onView={(view) => setParams(view === 'all' ? {} : { view })} />;
}

function NoSuchPage() {
  return (
    <Empty title={m.pageMissing} wholePage>
      <Link className="link" to="/contacts">
        {m.toContacts}
      </Link>
    </Empty>
  );
}

/** The bar at the top, and the page below it. */
function Frame() {
  const location = useLocation();
  return (
    <>
      <a className="skip" href="#content">
        {m.skipToContent}
      </a>
      <TopBar />
      <main id="content" tabIndex={-1}>
        <Broken key={location.pathname}>
          <Suspense fallback={<Empty title={<Spinner size="large" />}>{m.loading}</Empty>}>
            <Outlet />
          </Suspense>
        </Broken>
      </main>
    </>
  );
}

function TopBar() {
  const dark = useDark();
  const navigate = useNavigate();
  const session = useSession(true);
  const signOut = () => {
    const leave = () => void navigate('/login', { replace: true });
    api.signOut().then(leave, leave);
  };
  const mode = dark ? m.lightMode : m.darkMode;
  return (
    <div className="top" role="banner">
      <Link className="brand" to="/contacts">
        <img src="/favicon.svg" alt="" width="22" height="22" />
        {m.product}
      </Link>
      <nav aria-label={m.product}>
        <Link className="link" to="/contacts">
          {m.contacts}
        </Link>
      </nav>
      <span className="top-space" />
      <Button variant="icon" iconName="light-dark" ariaLabel={mode} onClick={toggleDark} />
      {session.data && <span className="quiet top-user">{session.data.name}</span>}
      <Button variant="icon" iconName="sign-out" ariaLabel={m.signOut} onClick={signOut} />
    </div>
  );
}
