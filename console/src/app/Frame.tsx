import { api } from '@/api/client';
import { Navigation } from '@/features/navigation/Navigation';
import { UploadQueueContext, useAskBeforeLeaving, useOwnedQueue } from '@/features/upload/queueContext';
import { Empty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import { toggleDark, useDark } from '@/shared/theme';
import { useNarrow } from '@/shared/useMedia';
import Button from '@cloudscape-design/components/button';
import Spinner from '@cloudscape-design/components/spinner';
import { Suspense } from 'react';
import { Link, Outlet, useLocation, useNavigate } from 'react-router';
import { Broken } from './Broken';
import { useSession } from './queries';
import { useGoKeys } from './useGoKeys';

/** The bar at the top, and the page below it. */
export function Frame() {
  const location = useLocation();
  const navigate = useNavigate();
  const uploads = useOwnedQueue();
  useAskBeforeLeaving(uploads);
  useGoKeys((path) => void navigate(path));
  return (
    <UploadQueueContext value={uploads}>
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
    </UploadQueueContext>
  );
}

function TopBar() {
  const dark = useDark();
  const narrow = useNarrow();
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
      {!narrow && <Navigation narrow={false} />}
      <span className="top-space" />
      <Button variant="icon" iconName="light-dark" ariaLabel={mode} onClick={toggleDark} />
      {session.data && <span className="quiet top-user">{session.data.name}</span>}
      <Button variant="icon" iconName="sign-out" ariaLabel={m.signOut} onClick={signOut} />
      {narrow && <Navigation narrow />}
    </div>
  );
}
