import type { Publication } from '@/api/types';
import { m } from '@/shared/messages';
import { dateTime } from '@/shared/time';
import Container from '@cloudscape-design/components/container';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import type { ReactNode } from 'react';
import { callsLeft } from './calls';

const t = m.publication;

export function Figures({ standing }: { standing: Publication }) {
  return (
    <Container>
      <dl className="standing" aria-label={t.figures}>
        <Figure label={t.waiting}>{standing.waiting.toLocaleString()}</Figure>
        <Figure label={t.failed} wrong={standing.failed > 0}>{standing.failed.toLocaleString()}</Figure>
        <Figure label={t.published}>{standing.published.toLocaleString()}</Figure>
        <div className="standing-calls">
          <dt>{t.calls}</dt>
          <dd><Calls standing={standing} /></dd>
        </div>
      </dl>
    </Container>
  );
}

function Figure({ label, wrong = false, children }: { label: string; wrong?: boolean; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className={wrong ? 'standing-figure digits standing-wrong' : 'standing-figure digits'}>{children}</dd>
    </div>
  );
}

function Calls({ standing: { apiUsage, apiReserve } }: { standing: Publication }) {
  if (!apiUsage) return <span className="quiet">{t.callsUnknown}</span>;
  const { used, limit, at } = apiUsage;
  const left = callsLeft(apiUsage, apiReserve);
  return (
    <>
      <ProgressBar
        value={Math.min(100, (100 * used) / Math.max(1, limit))}
        ariaLabel={t.calls}
        additionalInfo={left > 0 ? t.callsLeft(left, apiReserve) : t.callsGone(apiReserve)}
      />
      <span className="quiet digits" title={t.callsAt(dateTime(at))}>{t.callsOf(used, limit)}</span>
    </>
  );
}
