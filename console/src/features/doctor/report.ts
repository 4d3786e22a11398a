import type { Diagnosis, Verdict } from '@/api/types';
import { m } from '@/shared/messages';
import type { CheckState } from './Checkup';

const ORDER: readonly Verdict[] = ['failed', 'warning', 'ok', 'notUsed'];

const rank = ({ diagnosis }: CheckState): number => (diagnosis === null ? -1 : ORDER.indexOf(diagnosis.verdict));

/** What needs care first; what has not been looked at yet stands at the top. */
export function byUrgency(checks: readonly CheckState[]): readonly CheckState[] {
  return [...checks].sort((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title));
}

/** How many checks ended with each verdict, the worst first; verdicts of none are left out. */
export function tally(checks: readonly CheckState[]): readonly { verdict: Verdict; count: number }[] {
  return ORDER.map((verdict) => ({
    verdict,
    count: checks.filter(({ diagnosis }) => diagnosis?.verdict === verdict).length,
  })).filter(({ count }) => count > 0);
}

export function diagnosesOf(checks: readonly CheckState[]): readonly Diagnosis[] {
  return byUrgency(checks).flatMap(({ diagnosis }) => (diagnosis === null ? [] : [diagnosis]));
}

/** Plain text for a ticket or a mail. */
export function asText(checks: readonly CheckState[]): string {
  return diagnosesOf(checks)
    .map(({ verdict, title, id, lookedAt, found, cure }) =>
      [
        `${m.doctor.verdicts[verdict].toUpperCase()}  ${title} (${id})`,
        `  ${m.doctor.lookedAt}: ${lookedAt}`,
        `  ${m.doctor.found}: ${found}`,
        ...(cure === null ? [] : [`  ${m.doctor.cure}: ${cure}`]),
      ].join('\n'),
    )
    .join('\n\n');
}
