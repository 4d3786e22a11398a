import { m } from '@/shared/messages';

const t = m.access.settings;

/** `7 days` from `P7D`, `12 hours` from `PT12H`; what is not understood stays as it is. ISO 8601. */
export function periodText(iso: string): string {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+(?:\.\d+)?S)?)?$/.exec(iso);
  if (!parts) return iso;
  // Java writes a year as PT8760H.
  const minutes = (Number(parts[1] ?? 0) * 24 + Number(parts[2] ?? 0)) * 60 + Number(parts[3] ?? 0);
  if (minutes === 0) return iso;
  if (minutes % 1440 === 0) return t.days(minutes / 1440);
  return minutes % 60 === 0 ? t.hours(minutes / 60) : t.minutes(minutes);
}
