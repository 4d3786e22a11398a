export const RATES: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];

/** The next faster (+1) or slower (-1) rate; the same at the end. */
export function nextRate(rate: number, direction: 1 | -1): number {
  const faster = RATES.filter((one) => (one - rate) * direction > 0);
  return (direction > 0 ? faster[0] : faster[faster.length - 1]) ?? rate;
}
