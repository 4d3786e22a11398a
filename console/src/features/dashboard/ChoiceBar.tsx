import type { ValueField } from '@/api/types';
import { m } from '@/shared/messages';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';
import Select from '@cloudscape-design/components/select';
import { useState } from 'react';
import { midnight, RANGES, type Choice, type Range } from './range';
import { useValues } from './useDashboard';

interface Props {
  choice: Choice;
  onChange: (choice: Choice) => void;
}

const RANGE_OPTIONS = RANGES.map((value) => ({ value, label: m.dashboard.ranges[value] }));

/** Time, queues and agents that the figures are over. */
export function ChoiceBar({ choice, onChange }: Props) {
  const change = (part: Partial<Choice>) => onChange({ ...choice, ...part });
  return (
    <section className="choice-bar" aria-label={m.dashboard.filters}>
      <FormField label={m.dashboard.range}>
        <Select
          selectedOption={RANGE_OPTIONS.find(({ value }) => value === choice.range) ?? null}
          options={RANGE_OPTIONS}
          onChange={({ detail }) => change({ range: detail.selectedOption.value as Range, fromDay: null, toDay: null })}
        />
      </FormField>
      {choice.range === 'custom' && <Days choice={choice} onChange={change} />}
      <ValuesField
        field="queue"
        label={m.dashboard.queue}
        placeholder={m.dashboard.anyQueue}
        chosen={choice.queues}
        onChange={(queues) => change({ queues })}
      />
      <ValuesField
        field="agent"
        label={m.dashboard.agent}
        placeholder={m.dashboard.anyAgent}
        chosen={choice.agents}
        onChange={(agents) => change({ agents })}
      />
    </section>
  );
}

function Days({ choice, onChange }: { choice: Choice; onChange: (part: Partial<Choice>) => void }) {
  const [from, to] = [midnight(choice.fromDay), midnight(choice.toDay)];
  const backwards = from !== null && to !== null && to < from;
  return (
    <>
      <Day label={m.dashboard.from} day={choice.fromDay} onDay={(fromDay) => onChange({ fromDay })} />
      <Day
        label={m.dashboard.to}
        day={choice.toDay}
        error={backwards ? m.dashboard.toBeforeFrom : undefined}
        onDay={(toDay) => onChange({ toDay })}
      />
    </>
  );
}

interface DayProps {
  label: string;
  day: string | null;
  error?: string;
  onDay: (day: string | null) => void;
}

/** What is typed stays as it is until it is a day. */
function Day({ label, day, error, onDay }: DayProps) {
  const [typed, setTyped] = useState(day ?? '');
  return (
    <FormField label={label} errorText={error}>
      <DatePicker
        value={typed}
        placeholder={m.dashboard.datePlaceholder}
        openCalendarAriaLabel={(date) => [m.dashboard.openCalendar, date && m.dashboard.chosenDate(date)].filter(Boolean).join(', ')}
        i18nStrings={{
          todayAriaLabel: m.dashboard.today,
          nextMonthAriaLabel: m.dashboard.nextMonth,
          previousMonthAriaLabel: m.dashboard.previousMonth,
        }}
        onChange={({ detail }) => {
          setTyped(detail.value);
          if (detail.value === '') onDay(null);
          else if (midnight(detail.value)) onDay(detail.value);
        }}
      />
    </FormField>
  );
}

interface ValuesProps {
  field: ValueField;
  label: string;
  placeholder: string;
  chosen: readonly string[];
  onChange: (values: string[]) => void;
}

function ValuesField({ field, label, placeholder, chosen, onChange }: ValuesProps) {
  const [prefix, setPrefix] = useState('');
  const values = useValues(field, prefix);
  const options = [...new Set([...(values.data ?? []), ...(prefix === '' ? chosen : [])])].map((value) => ({ value, label: value }));
  return (
    <FormField label={label}>
      <Multiselect
        selectedOptions={chosen.map((value) => ({ value, label: value }))}
        options={options}
        placeholder={placeholder}
        filteringType="manual"
        filteringAriaLabel={label}
        filteringClearAriaLabel={m.clear}
        expandToViewport
        statusType={values.isPending ? 'loading' : values.error && !values.data ? 'error' : 'finished'}
        loadingText={m.dashboard.loadingValues}
        errorText={m.dashboard.valuesFailed}
        empty={m.dashboard.noValues}
        noMatch={m.dashboard.noValues}
        deselectAriaLabel={({ label: name }) => m.dashboard.removeChoice(name ?? '')}
        onLoadItems={({ detail }) => setPrefix(detail.filteringText)}
        onChange={({ detail }) => onChange(detail.selectedOptions.map(({ value }) => value as string))}
      />
    </FormField>
  );
}
