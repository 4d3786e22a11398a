import type { AuditAction, AuditResult } from '@/api/types';
import { m } from '@/shared/messages';
import { TimeField } from '@/shared/TimeField';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Multiselect from '@cloudscape-design/components/multiselect';
import { useState, type FormEvent } from 'react';
import { ACTIONS, isFiltered, readFilters, RESULTS, type Filters } from './filters';

const t = m.audit;
const WHAT = ACTIONS.map((value) => ({ value, label: t.actions[value] }));
const RESULT = RESULTS.map((value) => ({ value, label: t.results[value] }));

interface Props {
  /** Those in the address. */
  filters: Filters;
  onFilters: (filters: Filters) => void;
  /** The same again. */
  onReload: () => void;
}

/** Choices work at once, what is typed when it is applied. */
export function FilterForm({ filters, onFilters, onReload }: Props) {
  const [typed, setTyped] = useState(filters);
  const turned = typed.from !== '' && typed.to !== '' && typed.to < typed.from;
  const change = (part: Partial<Filters>) => setTyped({ ...typed, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (turned) return;
    if (JSON.stringify(typed) === JSON.stringify(filters)) onReload();
    else onFilters(typed);
  };
  const text = (name: 'who' | 'contactId' | 'address', label: string, placeholder?: string) => (
    <FormField label={label}>
      <Input value={typed[name]} placeholder={placeholder} autoComplete={false} onChange={({ detail }) => change({ [name]: detail.value })} />
    </FormField>
  );
  return (
    <form className="audit-filters" onSubmit={submit} aria-label={t.filters}>
      {text('who', t.who, t.whoHow)}
      <FormField label={t.what}>
        <Multiselect
          options={WHAT}
          selectedOptions={WHAT.filter(({ value }) => typed.what.includes(value))}
          placeholder={t.anything}
          tokenLimit={1}
          deselectAriaLabel={({ label }) => m.access.leaveOut(label ?? '')}
          onChange={({ detail }) => onFilters({ ...typed, what: detail.selectedOptions.map(({ value }) => value as AuditAction) })}
        />
      </FormField>
      <FormField label={t.result}>
        <Multiselect
          options={RESULT}
          selectedOptions={RESULT.filter(({ value }) => typed.result.includes(value))}
          placeholder={t.anyResult}
          tokenLimit={1}
          deselectAriaLabel={({ label }) => m.access.leaveOut(label ?? '')}
          onChange={({ detail }) => onFilters({ ...typed, result: detail.selectedOptions.map(({ value }) => value as AuditResult) })}
        />
      </FormField>
      {text('contactId', t.contact)}
      {text('address', t.address, t.addressHow)}
      <TimeField label={t.from} value={typed.from} onChange={(from) => change({ from })} />
      <TimeField label={t.to} value={typed.to} wrong={turned ? t.turned : undefined} onChange={(to) => change({ to })} />
      <span className="audit-buttons">
        <Button formAction="submit" variant="primary">{t.apply}</Button>
        {isFiltered(filters) && <Button formAction="none" variant="link" onClick={() => onFilters(readFilters(new URLSearchParams()))}>{t.clear}</Button>}
      </span>
    </form>
  );
}
