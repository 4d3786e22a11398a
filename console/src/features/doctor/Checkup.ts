import type { Diagnosis } from '@/api/types';

export interface CheckState {
  readonly id: string;
  readonly title: string;
  readonly stage: 'waiting' | 'running' | 'done' | 'unanswered';
  /** Of this run, or of the one before while this one goes on. */
  readonly diagnosis: Diagnosis | null;
}

/** One at a time would take long; more would leave the browser no connection for anything else. */
const AT_A_TIME = 3;

/** Runs checks one by one, so that each shows what it found as soon as it did. */
export class Checkup {
  private checks: readonly CheckState[];
  private readonly queue: string[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly look: (id: string, signal: AbortSignal) => Promise<Diagnosis>;
  private end = new AbortController();
  private running = 0;

  constructor(
    checks: readonly { id: string; title: string }[],
    look: (id: string, signal: AbortSignal) => Promise<Diagnosis>,
  ) {
    this.checks = checks.map(({ id, title }) => ({ id, title, stage: 'done', diagnosis: null }));
    this.look = look;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): readonly CheckState[] => this.checks;

  /** Runs these, or all; those that wait or run already are not run twice. */
  run(ids: readonly string[] = this.checks.map(({ id }) => id)): void {
    for (const { id, stage } of this.checks) {
      if (!ids.includes(id) || stage === 'waiting' || stage === 'running') continue;
      this.queue.push(id);
      this.change(id, { stage: 'waiting' });
    }
    this.next();
  }

  /** Breaks off what waits and runs, as when the page is left. It can be run again. */
  stop(): void {
    this.end.abort();
    this.end = new AbortController();
    this.queue.length = 0;
    this.running = 0;
    for (const { id, stage } of this.checks) if (stage !== 'unanswered') this.change(id, { stage: 'done' });
  }

  private next(): void {
    while (this.running < AT_A_TIME) {
      const id = this.queue.shift();
      if (id === undefined) return;
      this.running += 1;
      this.change(id, { stage: 'running' });
      const { signal } = this.end;
      const ended = (to: Partial<CheckState>): void => {
        if (signal.aborted) return;
        this.change(id, to);
        this.running -= 1;
        this.next();
      };
      this.look(id, signal).then(
        (diagnosis) => ended({ stage: 'done', diagnosis }),
        () => ended({ stage: 'unanswered' }),
      );
    }
  }

  private change(id: string, to: Partial<CheckState>): void {
    this.checks = this.checks.map((check) => (check.id === id ? { ...check, ...to } : check));
    for (const listener of this.listeners) listener();
  }
}
