import type { ManyField } from './listState';

/** What stands in the list of a filter's values: those chosen before, then what the server suggests. */
export function offered(field: ManyField, chosen: readonly string[], suggested: readonly string[], prefix: string): readonly string[] {
  const begin = prefix.toLowerCase();
  const key = field === 'attribute' ? attributeKey(prefix) : null;
  const whole = key === null ? suggested : suggested.map((value) => (value.startsWith(`${key}:`) ? value : `${key}:${value}`));
  return [...new Set([...chosen.filter((value) => value.toLowerCase().startsWith(begin)), ...whole])];
}

/** The key whose values are asked for; null while the key itself is being typed. */
function attributeKey(prefix: string): string | null {
  const colon = prefix.indexOf(':');
  return colon > 0 ? prefix.slice(0, colon) : null;
}

/** What was typed as a value, or null where it is none yet: an attribute or entity needs what stands before its colon, and after it. */
export function valueOf(field: ManyField, typed: string): string | null {
  const value = typed.trim();
  if (value === '') return null;
  return (field === 'attribute' || field === 'entity') && (value.startsWith(':') || value.endsWith(':')) ? null : value;
}
