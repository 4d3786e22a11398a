/** `2026-11-22` and `09:05`, in the reader's own zone. */
export function dayAndTime(date: Date): [day: string, time: string] {
  const two = (n: number) => String(n).padStart(2, '0');
  return [
    `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    `${two(date.getHours())}:${two(date.getMinutes())}`,
  ];
}

/** The instant of the reader's own day and time; null if they name none. */
export function instantOf(day: string, time: string): Date | null {
  const clock = /^\d{2}:\d{2}(:\d{2})?$/.test(time) ? time : null;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || clock === null) return null;
  const instant = new Date(`${day}T${clock}`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
