import { api } from '@/api/client';
import { save } from '@/shared/download';
import { Empty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import Button from '@cloudscape-design/components/button';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { CheckItem, TYPES } from './CheckItem';
import { Checkup } from './Checkup';
import { asText, byUrgency, diagnosesOf, tally } from './report';

const names = m.doctor;

export function DoctorPage({ help }: { help: ReactNode }) {
  const list = useQuery({
    queryKey: ['doctor-checks'],
    queryFn: ({ signal }) => api.checks(signal),
    staleTime: Infinity,
  });
  if (list.data) return <Checks known={list.data} help={help} />;
  return (
    <div className="page doctor">
      <Header variant="h1">{names.title}</Header>
      {list.isError ? (
        <Empty title={names.notLoaded}>
          <Button onClick={() => void list.refetch()}>{names.retry}</Button>
        </Empty>
      ) : (
        <Spinner />
      )}
    </div>
  );
}

function Checks({ known, help }: { known: readonly { id: string; title: string }[]; help: ReactNode }) {
  const checkup = useMemo(() => new Checkup(known, (id, signal) => api.check(id, signal)), [known]);
  const checks = useSyncExternalStore(checkup.subscribe, checkup.snapshot);
  useEffect(() => {
    checkup.run();
    return () => checkup.stop();
  }, [checkup]);
  const done = checks.filter(({ stage }) => stage === 'done' || stage === 'unanswered').length;
  const busy = done < checks.length;
  return (
    <div className="page doctor">
      <Header
        variant="h1"
        description={names.intro}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <CopyToClipboard
              copyButtonText={names.copy}
              textToCopy={asText(checks)}
              copySuccessText={names.copied}
              copyErrorText={names.copyFailed}
            />
            <Button iconName="download" disabled={busy} onClick={() => download(checks)}>
              {names.download}
            </Button>
            <Button variant="primary" disabled={busy} onClick={() => checkup.run()}>
              {names.runAll}
            </Button>
            <span className="page-help">{help}</span>
          </SpaceBetween>
        }
      >
        {names.title}
      </Header>
      <div className="check-summary" role="status">
        {busy ? (
          <ProgressBar value={(100 * done) / checks.length} label={names.progress(done, checks.length)} />
        ) : (
          tally(checks).map(({ verdict, count }) => (
            <StatusIndicator key={verdict} type={TYPES[verdict]}>
              {count} {names.verdicts[verdict]}
            </StatusIndicator>
          ))
        )}
      </div>
      <ul className="checks" aria-label={names.list}>
        {byUrgency(checks).map((check) => (
          <CheckItem key={check.id} check={check} onRun={() => checkup.run([check.id])} />
        ))}
      </ul>
    </div>
  );
}

function download(checks: ReturnType<Checkup['snapshot']>): void {
  const json = JSON.stringify({ at: new Date().toISOString(), checks: diagnosesOf(checks) }, null, 2);
  save(new Blob([json], { type: 'application/json' }), names.fileName);
}
