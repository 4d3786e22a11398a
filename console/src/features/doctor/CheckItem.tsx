import type { Verdict } from '@/api/types';
import { m } from '@/shared/messages';
import Button from '@cloudscape-design/components/button';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { CheckState } from './Checkup';

const names = m.doctor;

export const TYPES: Record<Verdict, StatusIndicatorProps.Type> = {
  ok: 'success',
  warning: 'warning',
  failed: 'error',
  notUsed: 'stopped',
};

/** One check: verdict, what was looked at and found, and what to do. */
export function CheckItem({ check, onRun }: { check: CheckState; onRun: () => void }) {
  const { id, title, stage, diagnosis } = check;
  const busy = stage === 'waiting' || stage === 'running';
  return (
    <li className={`check check-${diagnosis?.verdict ?? 'open'}`} aria-busy={busy}>
      <div className="check-head">
        <Mark check={check} />
        <h2>{title}</h2>
        <span className="check-id quiet">{id}</span>
        {diagnosis && !busy && <span className="quiet digits">{names.took(diagnosis.millis)}</span>}
        <Button variant="inline-link" disabled={busy} ariaLabel={names.runOne(title)} onClick={onRun}>
          {names.run}
        </Button>
      </div>
      {stage === 'unanswered' && <p>{names.unansweredHow}</p>}
      {diagnosis && (
        <dl className="check-facts">
          <dt>{names.found}</dt>
          <dd>{diagnosis.found}</dd>
          {diagnosis.cure && (
            <>
              <dt>{names.cure}</dt>
              <dd className="check-cure">{diagnosis.cure}</dd>
            </>
          )}
          <dt>{names.lookedAt}</dt>
          <dd className="quiet">{diagnosis.lookedAt}</dd>
        </dl>
      )}
    </li>
  );
}

function Mark({ check: { stage, diagnosis } }: { check: CheckState }) {
  if (stage === 'unanswered') return <StatusIndicator type="error">{names.unanswered}</StatusIndicator>;
  if (stage === 'running') return <StatusIndicator type="in-progress">{names.running}</StatusIndicator>;
  if (stage === 'waiting' || !diagnosis) return <StatusIndicator type="pending">{names.waiting}</StatusIndicator>;
  return <StatusIndicator type={TYPES[diagnosis.verdict]}>{names.verdicts[diagnosis.verdict]}</StatusIndicator>;
}
