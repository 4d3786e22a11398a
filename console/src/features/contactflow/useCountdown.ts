import { useEffect, useState } from 'react';

/** Milliseconds left of the time that `start` begins anew; null before the first start, 0 at the end. */
export function useCountdown(millis: number): { leftMillis: number | null; start: () => void } {
  const [endsAt, setEndsAt] = useState<number | null>(null);
  const [now, setNow] = useState(0);
  const leftMillis = endsAt === null ? null : Math.max(0, endsAt - now);
  const running = leftMillis !== null && leftMillis > 0;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [running]);
  const start = () => {
    const begin = Date.now();
    setNow(begin);
    setEndsAt(begin + millis);
  };
  return { leftMillis, start };
}
