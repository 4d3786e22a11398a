import { useId } from 'react';

/** A day and a time of day, in the reader's own zone, as `<input type="datetime-local">` has it. */
export function TimeField({ label, value, wrong, onChange }: { label: string; value: string; wrong?: string; onChange: (value: string) => void }) {
  const id = useId();
  return (
    <div className="time-field">
      <label htmlFor={id}>{label}</label>
      <input id={id} className="field" type="datetime-local" value={value} aria-invalid={wrong !== undefined} onChange={(event) => onChange(event.target.value)} />
      {wrong && <span role="alert" className="problem">{wrong}</span>}
    </div>
  );
}
