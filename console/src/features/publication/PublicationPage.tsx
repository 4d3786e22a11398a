import { operationApi } from '@/api/operationApi';
import type { Publication } from '@/api/types';
import { Confirm } from '@/shared/Confirm';
import { Loaded } from '@/shared/Loaded';
import { m } from '@/shared/messages';
import { dateTime, timeOfDay } from '@/shared/time';
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Figures } from './Figures';
import { Queue } from './Queue';

const t = m.publication;
const OFTEN_MILLIS = 5_000;

/** How the copies in Salesforce are getting on, and what is to be done about them. */
export function PublicationPage({ help }: { help: ReactNode }) {
  const standing = useQuery({
    queryKey: ['publication'],
    queryFn: ({ signal }) => operationApi.publication(signal),
    refetchInterval: OFTEN_MILLIS,
  });
  const [asking, setAsking] = useState(false);
  const now = standing.data;
  const paused = now?.pausedSince != null;
  return (
    <div className="page page-parts">
      <Header
        variant="h1"
        description={t.intro}
        actions={
          <SpaceBetween direction="horizontal" size="xs" alignItems="center">
            {now?.enabled && (
              <Button iconName={paused ? 'play' : 'pause'} onClick={() => setAsking(true)}>{paused ? t.resume : t.pause}</Button>
            )}
            <span className="page-help">{help}</span>
          </SpaceBetween>
        }
      >
        {t.title}
      </Header>
      <Loaded of={standing}>
        {(known) => (
          <div className="page-parts">
            <Notices standing={known} />
            {(known.enabled || known.published > 0) && <Figures standing={known} />}
            {(known.enabled || known.failed > 0) && <Queue standing={known} />}
          </div>
        )}
      </Loaded>
      {asking && now && <PauseDialog standing={now} onClose={() => setAsking(false)} />}
    </div>
  );
}

function Notices({ standing: { enabled, pausedSince, pausedBy, trouble } }: { standing: Publication }) {
  if (!enabled) return <HowToSwitchOn />;
  return (
    <>
      {pausedSince != null && (
        <Alert type="warning" header={t.paused}>
          {pausedBy ? t.pausedBy(pausedBy, dateTime(pausedSince)) : t.pausedSince(dateTime(pausedSince))}
        </Alert>
      )}
      {trouble && (
        <Alert type="error" header={t.trouble}>
          <p className="flat">{trouble.message}</p>
          <p className="flat quiet">
            <code>{trouble.code}</code> {t.troubleSince(dateTime(trouble.at), timeOfDay(trouble.until))}
          </p>
        </Alert>
      )}
    </>
  );
}

function HowToSwitchOn() {
  return (
    <Container header={<Header variant="h2">{t.off}</Header>}>
      <p className="flat">{t.offHow}</p>
      <ol className="how-to">
        {t.offSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <SpaceBetween direction="horizontal" size="m">
        <Link className="link" to="/credentials">{t.toCredentials}</Link>
        <Link className="link" to="/doctor">{t.toDoctor}</Link>
      </SpaceBetween>
    </Container>
  );
}

function PauseDialog({ standing: { pausedSince, waiting }, onClose }: { standing: Publication; onClose: () => void }) {
  const [paused] = useState(pausedSince != null);
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: operationApi.setPublicationPaused,
    onSuccess: (now) => {
      queries.setQueryData(['publication'], now);
      void queries.invalidateQueries({ queryKey: ['publication-contacts'] });
      onClose();
    },
  });
  return (
    <Confirm
      title={paused ? t.resumeReally : t.pauseReally}
      action={paused ? t.resume : t.pause}
      working={change.isPending}
      error={change.error}
      onClose={onClose}
      onConfirm={() => change.mutate(!paused)}
    >
      {paused ? t.resumeHow(waiting) : t.pauseHow}
    </Confirm>
  );
}
