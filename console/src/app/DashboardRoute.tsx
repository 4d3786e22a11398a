import { DashboardPage } from '@/features/dashboard/DashboardPage';
import { m } from '@/shared/messages';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { PageHelp } from './PageHelp';

export default function DashboardRoute() {
  const [params, setParams] = useSearchParams();
  useEffect(() => {
    document.title = `${m.dashboard.title} · ${m.product}`;
  }, []);
  return (
    <DashboardPage params={params} onParams={(next) => setParams(next, { replace: true })} help={<PageHelp page="dashboard" />} />
  );
}
