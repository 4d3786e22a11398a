import { m } from '@/shared/messages';
import { PERIODS } from '@/shared/period';
import { SentimentMark } from '@/shared/SentimentMark';
import type { SentimentLabel } from '@/api/types';
import Button from '@cloudscape-design/components/button';
import { useState, type FormEvent, type ReactNode } from 'react';
import { isManyField, isRangeField, parseBound, startedBetween, typedBound, typedDays, valueText, type FilterField } from './filterText';
import { withMany, withRange, type ListState, type ManyField, type RangeField } from './listState';
import { ValuesEditor } from './ValuesEditor';

interface Props {
  field: FilterField;
  state: ListState;
  onChange: (state: ListState) => void;
  onDone: () => void;
}

/** Sets one filter: ticks work at once, what is typed when it is applied. */
export function FilterEditor(props: Props) {
  const { field } = props;
  const how = m.list.fieldHow[field];
  return (
    <>
      {how && <p className="filter-how">{how}</p>}
      <Editor {...props} />
    </>
  );
}

const CHOICES = {
  state: ['waiting', 'running', 'complete', 'failed', 'notRequested'],
  sentiment: ['POSITIVE', 'NEUTRAL', 'NEGATIVE', 'MIXED'],
} as const;

function Editor({ field, state, onChange, onDone }: Props) {
  if (field === 'started') return <StartedEditor state={state} onChange={onChange} onDone={onDone} />;
  if (field === 'number') return <NumberEditor state={state} onChange={onChange} onDone={onDone} />;
  if (isRangeField(field)) return <RangeEditor field={field} state={state} onChange={onChange} onDone={onDone} />;
  const values = state.many[field] ?? [];
  const onValues = (next: readonly string[]) => onChange(withMany(state, field, next));
  if (field === 'state' || field === 'sentiment') {
    return <Ticks field={field} all={CHOICES[field]} values={values} onValues={onValues} />;
  }
  return isManyField(field) ? <ValuesEditor field={field} values={values} onValues={onValues} /> : null;
}

interface TicksProps {
  field: ManyField;
  all: readonly string[];
  values: readonly string[];
  onValues: (values: readonly string[]) => void;
}

function Ticks({ field, all, values, onValues }: TicksProps) {
  return (
    <ul className="filter-values" aria-label={m.list.fields[field]}>
      {all.map((value) => (
        <li key={value}>
          <label>
            <input
              type="checkbox"
              checked={values.includes(value)}
              onChange={() => onValues(values.includes(value) ? values.filter((one) => one !== value) : [...values, value])}
            />
            {field === 'sentiment' ? <SentimentMark label={value as SentimentLabel} /> : valueText(field, value)}
          </label>
        </li>
      ))}
    </ul>
  );
}

type EditorProps = Omit<Props, 'field'>;

function StartedEditor({ state, onChange, onDone }: EditorProps) {
  const { started } = state;
  const period = started && 'period' in started ? started.period : null;
  const [days, setDays] = useState(typedDays(started));
  const [first, last] = days;
  const apply = () => {
    onChange({ ...state, started: startedBetween(first, last) });
    onDone();
  };
  return (
    <>
      <ul className="filter-values" aria-label={m.list.fields.started}>
        {[null, ...PERIODS].map((one) => (
          <li key={one}>
            <label>
              <input
                type="radio"
                name="started"
                checked={one === null ? started === null : period === one}
                onChange={() => onChange({ ...state, started: one === null ? null : { period: one } })}
              />
              {one === null ? m.list.anyTime : m.list.periods[one]}
            </label>
          </li>
        ))}
      </ul>
      <Form onApply={apply} wrong={first && last && first > last ? m.list.rangeTurned : null}>
        <label>
          {m.list.from}
          <input type="date" value={first} onChange={(event) => setDays([event.target.value, last])} />
        </label>
        <label>
          {m.list.to}
          <input type="date" value={last} onChange={(event) => setDays([first, event.target.value])} />
        </label>
      </Form>
    </>
  );
}

function NumberEditor({ state, onChange, onDone }: EditorProps) {
  const [typed, setTyped] = useState(state.number);
  const apply = () => {
    onChange({ ...state, number: typed.trim() });
    onDone();
  };
  return (
    <Form onApply={apply}>
      <label>
        {m.list.fields.number}
        <input data-first type="text" value={typed} onChange={(event) => setTyped(event.target.value)} />
      </label>
    </Form>
  );
}

function RangeEditor({ field, state, onChange, onDone }: EditorProps & { field: RangeField }) {
  const range = state.ranges[field];
  const [typed, setTyped] = useState([typedBound(field, range?.min ?? null), typedBound(field, range?.max ?? null)] as const);
  const [min, max] = [parseBound(field, typed[0]), parseBound(field, typed[1])];
  const wrong =
    min === undefined || max === undefined ? m.list.rangeWrong : min !== null && max !== null && min > max ? m.list.rangeTurned : null;
  const apply = () => {
    onChange(withRange(state, field, { min: min ?? null, max: max ?? null }));
    onDone();
  };
  return (
    <Form onApply={apply} wrong={wrong}>
      <label>
        {m.list.min}
        <input data-first type="text" value={typed[0]} onChange={(event) => setTyped([event.target.value, typed[1]])} />
      </label>
      <label>
        {m.list.max}
        <input type="text" value={typed[1]} onChange={(event) => setTyped([typed[0], event.target.value])} />
      </label>
    </Form>
  );
}

function Form({ onApply, wrong, children }: { onApply: () => void; wrong?: string | null; children: ReactNode }) {
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!wrong) onApply();
  };
  return (
    <form className="filter-form" onSubmit={submit} noValidate>
      <div className="filter-fields">{children}</div>
      <p className="filter-wrong" role="alert">
        {tried && wrong}
      </p>
      <Button formAction="submit">{m.list.apply}</Button>
    </form>
  );
}
