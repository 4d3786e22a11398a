import { Navigation } from '@/features/navigation/Navigation';
import { UploadQueueContext, useAskBeforeLeaving, useOwnedQueue } from '@/features/upload/queueContext';
import { Empty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import { RightsContext, rightsOf } from '@/shared/rights';
import { toggleDark, useDark } from '@/shared/theme';
import { useNarrow } from '@/shared/useMedia';
import { useSession } from '@/shared/useSession';
import Button from '@cloudscape-design/components/button';
import Spinner from '@cloudscape-design/components/spinner';
import { Suspense, useMemo } from 'react';
import { Link, Outlet, useLocation, useNavigate } from 'react-router';
import { Broken } from './Broken';
import { useGoKeys } from './useGoKeys';
import { UserMenu } from './UserMenu';

/** The bar at the top, and the page below it. */
export function Frame() {
  const location = useLocation();
  const navigate = useNavigate();
  const uploads = useOwnedQueue();
  const session = useSession().data;
  const rights = useMemo(() => rightsOf(session), [session]);
  useAskBeforeLeaving(uploads);
  useGoKeys((path) => void navigate(path));
  return (
    <RightsContext value={rights}>
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
    </RightsContext>
  );
}

function TopBar() {
  const dark = useDark();
  const narrow = useNarrow();
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
      <UserMenu narrow={narrow} />
      {narrow && <Navigation narrow />}
    </div>
  );
}
