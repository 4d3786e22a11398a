import type { RecordPage, Step, StepName } from '@/api/types';
import { m } from '@/shared/messages';
import { useRights } from '@/shared/rights';
import { dateTime, duration, timeOfDay } from '@/shared/time';
import Button from '@cloudscape-design/components/button';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface Props {
  page: RecordPage;
  /** The step whose new run is being asked for; null if none is. */
  retrying: StepName | null;
  /** Null in a page that only shows. */
  onRetry: ((step: StepName) => void) | null;
}

export function TimelineTab({ page, retrying, onRetry }: Props) {
  return (
    <div className="timeline-tab">
      <ol className="timeline">
        {page.steps.map((step) => (
          <StepItem key={step.name} step={step} retrying={retrying} onRetry={onRetry} />
        ))}
      </ol>
      <Requested page={page} />
    </div>
  );
}

const TYPES: Record<Step['state'], StatusIndicatorProps.Type> = {
  waiting: 'pending',
  running: 'in-progress',
  complete: 'success',
  failed: 'error',
  skipped: 'stopped',
  notRequested: 'not-started',
};

/** A step that has ended can begin again; one that waits or runs will come to its end by itself. */
const CAN_RUN_AGAIN: Record<Step['state'], boolean> = {
  waiting: false,
  running: false,
  complete: true,
  failed: true,
  skipped: false,
  notRequested: false,
};

/** Steps whose contacts are listed on the page Publication while they wait or after they failed. */
const IN_QUEUE: Partial<Record<StepName, boolean>> = { publication: true, contactRecordPublication: true };
const CAN_BE_IN_QUEUE: Partial<Record<Step['state'], boolean>> = { waiting: true, running: true, failed: true };
const queuePath = (state: Step['state']) => (state === 'failed' ? '/publication' : '/publication?tab=waiting');

function StepItem({ step, retrying, onRetry }: { step: Step } & Pick<Props, 'retrying' | 'onRetry'>) {
  const name = m.steps[step.name];
  const { may } = useRights();
  return (
    <li className={`step step-${step.state}`}>
      <div className="step-head">
        <h2>{name}</h2>
        <StatusIndicator type={TYPES[step.state]}>{m.stepStates[step.state]}</StatusIndicator>
        {onRetry && CAN_RUN_AGAIN[step.state] && (
          <Button
            variant="inline-link"
            iconName="refresh"
            ariaLabel={`${m.timeline.runAgainLabel(name)}. ${m.timeline.runAgainHint}`}
            loading={retrying === step.name}
            disabled={retrying !== null}
            onClick={() => onRetry(step.name)}
          >
            {m.timeline.runAgain}
          </Button>
        )}
      </div>
      {step.state === 'running' && step.progress != null && (
        <ProgressBar value={Math.round(step.progress * 100)} ariaLabel={m.timeline.progress(name)} />
      )}
      {onRetry && IN_QUEUE[step.name] && CAN_BE_IN_QUEUE[step.state] && may('administer') && (
        <p className="flat"><Link className="link" to={queuePath(step.state)}>{m.timeline.toPublication}</Link></p>
      )}
      {step.message && <p className="step-message">{step.message}</p>}
      {step.next && (
        <p className="step-next">
          {step.next} {step.nextAt && <time dateTime={step.nextAt}>({timeOfDay(step.nextAt)})</time>}
        </p>
      )}
      <StepFacts step={step} />
    </li>
  );
}

function StepFacts({ step }: { step: Step }) {
  const facts: [string, ReactNode][] = [];
  if (step.startedAt) facts.push([m.timeline.began, <Instant key="began" at={step.startedAt} />]);
  if (step.endedAt) facts.push([m.timeline.ended, <Instant key="ended" at={step.endedAt} />]);
  if (step.startedAt && step.endedAt) {
    facts.push([m.timeline.took, duration(Math.max(0, Date.parse(step.endedAt) - Date.parse(step.startedAt)))]);
  }
  if (step.attempts > 0) facts.push([m.timeline.attempts, step.attempts]);
  if (step.code) facts.push([m.timeline.code, <code key="code">{step.code}</code>]);
  if (facts.length === 0) return null;
  return (
    <dl className="step-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="digits">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Instant({ at }: { at: string }) {
  return (
    <time dateTime={at} title={dateTime(at)}>
      {timeOfDay(at)}
    </time>
  );
}

function Requested({ page }: { page: RecordPage }) {
  const notes = page.requested.notes ?? [];
  return (
    <section className="part">
      <h2>{m.timeline.requested}</h2>
      <ul className="decisions">
        {page.decisions.map((decision) => (
          <li key={decision.feature}>
            <StatusIndicator type={decision.decision === 'do' ? 'success' : 'stopped'}>
              <b>{m.steps[decision.feature as StepName] ?? decision.feature}</b> ·{' '}
              {m.timeline.decisions[decision.decision]}
            </StatusIndicator>
            <p className="quiet">{decision.reason}</p>
          </li>
        ))}
      </ul>
      {notes.length > 0 && (
        <>
          <h3>{m.timeline.notes}</h3>
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
      {page.deliveries && page.deliveries.redelivered + page.deliveries.outdated > 0 && (
        <p className="quiet">{m.timeline.deliveries(page.deliveries.redelivered, page.deliveries.outdated)}</p>
      )}
    </section>
  );
}
