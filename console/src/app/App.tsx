import type { HowToSignIn } from '@/api/accessApi';
import type { Session } from '@/api/types';
import { LoginPage } from '@/features/access/LoginPage';
import { Empty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import { isOwnPath } from '@/shared/ownPath';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Link, Navigate, Route, Routes, useLocation, useNavigate, useSearchParams } from 'react-router';
import { Frame } from './Frame';
import { ListRoute } from './ListRoute';
import { createQueries } from './queries';

const RecordRoute = lazy(() => import('./RecordRoute'));
const DashboardRoute = lazy(() => import('./DashboardRoute'));
const UploadRoute = lazy(() => import('./UploadRoute'));
const ContactFlowRoute = lazy(() => import('./ContactFlowRoute'));
const DoctorRoute = lazy(() => import('./DoctorRoute'));
const AccessRoute = lazy(() => import('./AccessRoute'));
const AccountRoute = lazy(() => import('./AccountRoute'));
const AuditRoute = lazy(() => import('./AuditRoute'));
const CredentialsRoute = lazy(() => import('./CredentialsRoute'));
const PublicationRoute = lazy(() => import('./PublicationRoute'));
const StreamsRoute = lazy(() => import('./StreamsRoute'));
const EmbedRoute = lazy(() => import('./EmbedRoute'));

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
        <Route
          path="/embed/contacts/:contactId"
          element={
            <Suspense fallback={null}>
              <EmbedRoute />
            </Suspense>
          }
        />
        <Route element={<Frame />}>
          <Route path="/contacts" element={<ListRoute />} />
          <Route path="/contacts/:contactId" element={<RecordRoute />} />
          <Route path="/dashboard" element={<DashboardRoute />} />
          <Route path="/upload" element={<UploadRoute />} />
          <Route path="/contact-flow" element={<ContactFlowRoute />} />
          <Route path="/doctor" element={<DoctorRoute />} />
          <Route path="/account" element={<AccountRoute />} />
          <Route path="/access" element={<AccessRoute />} />
          <Route path="/credentials" element={<CredentialsRoute />} />
          <Route path="/audit" element={<AuditRoute />} />
          <Route path="/publication" element={<PublicationRoute />} />
          <Route path="/streams" element={<StreamsRoute />} />
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
        back={isOwnPath(back) ? back : null}
        onSignedIn={(session, how) => {
          const first = isFirstSignIn(session, how);
          const page = first ? '/account' : isOwnPath(back) ? back : '/contacts';
          void navigate(page, { replace: true, state: first ? { first } : null });
        }}
      />
    </main>
  );
}

/** With a one-time link, and without a password to come back with. */
const isFirstSignIn = (session: Session, how: HowToSignIn) => 'code' in how && session.kind === 'user' && session.hasPassword === false;

function NoSuchPage() {
  return (
    <Empty title={m.pageMissing} wholePage>
      <Link className="link" to="/contacts">
        {m.toContacts}
      </Link>
    </Empty>
  );
}
