/** Days counted back from today, in the reader's own time zone. */
export const PERIODS = ['today', 'yesterday', '7d', '30d', '90d', 'month', 'lastMonth'] as const;
export type Period = (typeof PERIODS)[number];

export interface Interval {
  /** Inclusive; null for no bound. */
  readonly from: string | null;
  /** Exclusive. */
  readonly to: string | null;
}

const midnight = (now: Date, dayShift: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + dayShift);
const firstOf = (now: Date, monthShift: number) => new Date(now.getFullYear(), now.getMonth() + monthShift, 1);

export function isPeriod(text: string | null): text is Period {
  return PERIODS.some((period) => period === text);
}

/** From a midnight on, so that it is the same all day. `7d` is today and the six days before it. */
export function intervalOf(period: Period, now: Date): Interval {
  const since = (date: Date) => ({ from: date.toISOString(), to: null });
  switch (period) {
    case 'today':
      return since(midnight(now, 0));
    case 'yesterday':
      return { from: midnight(now, -1).toISOString(), to: midnight(now, 0).toISOString() };
    case '7d':
      return since(midnight(now, -6));
    case '30d':
      return since(midnight(now, -29));
    case '90d':
      return since(midnight(now, -89));
    case 'month':
      return since(firstOf(now, 0));
    case 'lastMonth':
      return { from: firstOf(now, -1).toISOString(), to: firstOf(now, 0).toISOString() };
  }
}
