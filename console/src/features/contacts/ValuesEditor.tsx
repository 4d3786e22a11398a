import { m } from '@/shared/messages';
import { useEffect, useState } from 'react';
import type { ManyField } from './listState';
import { useValues } from './useValues';
import { offered, valueOf } from './values';

type Suggested = Exclude<ManyField, 'state' | 'sentiment'>;

interface Props {
  field: Suggested;
  values: readonly string[];
  onValues: (values: readonly string[]) => void;
}

const AFTER_TYPING_MILLIS = 150;

/** Ticks among the values that there are; one that is not suggested can be typed. */
export function ValuesEditor({ field, values, onValues }: Props) {
  const [typed, setTyped] = useState('');
  const [prefix, setPrefix] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setPrefix(typed.trim()), AFTER_TYPING_MILLIS);
    return () => clearTimeout(timer);
  }, [typed]);
  // What was chosen when it opened stays on top; nothing moves under the pointer.
  const [before] = useState(values);
  const suggestions = useValues(field, prefix);
  const rows = offered(field, before, suggestions.data ?? [], prefix);
  const own = typed.trim();

  const toggle = (value: string) => onValues(values.includes(value) ? values.filter((one) => one !== value) : [...values, value]);
  const toggleTyped = () => {
    const [only] = rows.filter((value) => value.toLowerCase().startsWith(own.toLowerCase()));
    const value = rows.length === 1 && only ? only : valueOf(field, own);
    if (value === null) return;
    toggle(value);
    setTyped('');
  };
  return (
    <>
      <input
        data-first
        className="filter-find"
        type="text"
        value={typed}
        placeholder={m.list.valuesOf(m.list.fields[field])}
        aria-label={m.list.valuesOf(m.list.fields[field])}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && toggleTyped()}
      />
      <ul className="filter-values" aria-label={m.list.fields[field]}>
        {rows.map((value) => (
          <li key={value}>
            <label>
              <input type="checkbox" checked={values.includes(value)} onChange={() => toggle(value)} />
              <span className="filter-value">{value}</span>
            </label>
            {(field === 'attribute' || field === 'entity') && !value.includes(':') && (
              <button type="button" className="text-button" onClick={() => setTyped(`${value}:`)}>
                {field === 'attribute' ? m.list.itsValues : m.list.itsTexts}
                <span className="visually-hidden">{value}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {suggestions.isError && <p className="filter-how">{m.list.valuesFailed}</p>}
      {suggestions.isSuccess && rows.length === 0 && <p className="filter-how">{m.list.valuesNone}</p>}
      {own !== '' && !rows.includes(own) && valueOf(field, own) !== null && (
        <button type="button" className="text-button" onClick={toggleTyped}>
          {m.list.valuesAdd(own)}
        </button>
      )}
    </>
  );
}
