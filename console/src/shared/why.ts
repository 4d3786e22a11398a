import type { RecordPage, StepName } from '@/api/types';
import { m } from './messages';

export interface Why {
  readonly kind: 'pending' | 'failed' | 'absent';
  readonly title: string;
  /** Sentences: the reason, what happens next, what to do. */
  readonly lines: readonly string[];
}

type Known = Pick<RecordPage, 'steps' | 'decisions'>;

/** Why a contact lacks what this step makes, and what to do; from its steps, else its decisions. */
export function why({ steps, decisions }: Known, name: StepName): Why {
  const what = m.steps[name];
  const step = steps.find((one) => one.name === name);
  const decision = decisions.find((one) => one.feature === name);
  const reason = step?.message ?? (step ? null : decision?.reason);
  const said = [reason, step?.next].filter((line) => line != null && line !== '') as string[];
  switch (step?.state ?? (decision?.decision === 'do' ? 'waiting' : 'notRequested')) {
    case 'waiting':
      return { kind: 'pending', title: m.why.waiting(what), lines: said };
    case 'running':
      return { kind: 'pending', title: m.why.running(what, step?.progress ?? null), lines: said };
    case 'failed':
      return { kind: 'failed', title: m.why.failed(what), lines: [...said, m.why.seeTimeline] };
    case 'skipped':
      return { kind: 'absent', title: m.why.skipped(what), lines: said };
    case 'complete':
      return { kind: 'absent', title: m.why.empty(what), lines: said };
    case 'notRequested': {
      // The two switches: a contact attribute can be set by anyone, the global switch only by the operator.
      const ask = decision?.decision === 'switchedOff' || decision?.decision === 'refused' ? [] : [m.why.ask[name]];
      const first = decision?.reason ?? step?.message;
      return { kind: 'absent', title: m.why.notRequested(what), lines: [...(first ? [first] : []), ...ask] };
    }
  }
}
