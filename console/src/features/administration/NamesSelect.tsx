import { m } from '@/shared/messages';
import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';

export interface Named {
  readonly id: string;
  readonly name: string;
  readonly note?: string;
  /** Another name by which it is known. */
  readonly tag?: string;
}

interface Props {
  label: string;
  description?: string;
  options: readonly Named[];
  /** Ids. */
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
}

/** Some of many, by name. */
export function NamesSelect({ label, description, options, chosen, onChange }: Props) {
  const all = options.map(({ id, name, note, tag }) => ({ value: id, label: name, description: note, labelTag: tag }));
  return (
    <FormField label={label} description={description} stretch>
      <Multiselect
        options={all}
        selectedOptions={all.filter(({ value }) => chosen.includes(value))}
        placeholder={m.access.choose}
        filteringType={all.length > 8 ? 'auto' : 'none'}
        filteringAriaLabel={m.access.find}
        filteringPlaceholder={m.access.find}
        noMatch={m.access.noMatch}
        empty={m.access.noMatch}
        deselectAriaLabel={(option) => m.access.leaveOut(option.label ?? '')}
        onChange={({ detail }) => onChange(detail.selectedOptions.map(({ value }) => value as string))}
      />
    </FormField>
  );
}

export const userNames = (users: readonly { id: string; userName: string; displayName?: string | null }[]): Named[] =>
  users.map(({ id, userName, displayName }) => (displayName ? { id, name: displayName, note: userName } : { id, name: userName }));

/** A built-in set is known by its id too, such as AC_CallRecording. */
export const setNames = (sets: readonly { id: string; label: string; description?: string | null; builtIn: boolean }[]): Named[] =>
  sets.map(({ id, label, description, builtIn }) => ({
    ...{ id, name: label, note: description ?? undefined },
    tag: builtIn && id !== label ? id : undefined,
  }));

/** The names of these ids, as a text; an id that is not known stands for itself. */
export function namesOf(ids: readonly string[], all: readonly Named[]): string {
  return ids.map((id) => all.find((one) => one.id === id)?.name ?? id).join(', ');
}
