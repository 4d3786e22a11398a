import { accessApi } from '@/api/accessApi';
import type { NewToken, Permission } from '@/api/types';
import { m } from '@/shared/messages';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Select from '@cloudscape-design/components/select';
import { useState } from 'react';
import { FormDialog } from '@/shared/FormDialog';
import { PermissionBoxes } from './PermissionBoxes';
import { useChange } from './queries';
import { MadeSecret } from './Revoking';

const t = m.access.tokens;
const DAY_MILLIS = 86_400_000;
const ENDS = [
  { value: '', label: t.endsNever },
  ...[30, 90, 365].map((days) => ({ value: String(days), label: t.endsIn(days) })),
];
const CONTACTS = [
  { value: 'all', label: t.contactsNames.all },
  { value: 'none', label: t.contactsNames.none },
];

/** The form of a token. */
export interface TokenDraft {
  readonly name: string;
  /** Null for everything. */
  readonly permissions: readonly Permission[] | null;
  readonly contacts: 'all' | 'none';
  /** Null for no end. */
  readonly days: number | null;
}

export function newToken({ name, permissions, contacts, days }: TokenDraft, now: Date): NewToken {
  return {
    name: name.trim(),
    permissions: permissions === null ? null : [...permissions],
    contacts,
    expiresAt: days === null ? null : new Date(now.getTime() + days * DAY_MILLIS).toISOString(),
  };
}

export function TokenDialog({ onClose }: { onClose: () => void }) {
  const make = useChange(accessApi.createToken);
  if (make.data) {
    const { name, token } = make.data;
    return <MadeSecret title={t.madeTitle(name)} how={t.once} values={[[t.token, token]]} onClose={onClose} />;
  }
  return <TokenForm saving={make.isPending} error={make.error} onClose={onClose} onMake={(draft) => make.mutate(newToken(draft, new Date()))} />;
}

interface FormProps {
  saving: boolean;
  error: Error | null;
  onClose: () => void;
  onMake: (draft: TokenDraft) => void;
}

function TokenForm({ saving, error, onClose, onMake }: FormProps) {
  const [draft, setDraft] = useState<TokenDraft>({ name: '', permissions: ['submit'], contacts: 'all', days: 365 });
  const [tried, setTried] = useState(false);
  const change = (part: Partial<TokenDraft>) => setDraft({ ...draft, ...part });
  const nameMissing = draft.name.trim() === '';
  const noneChosen = draft.permissions?.length === 0;
  const submit = () => {
    setTried(true);
    if (!nameMissing && !noneChosen) onMake(draft);
  };
  return (
    <FormDialog title={t.add} action={t.add} saving={saving} error={error} onClose={onClose} onSave={submit}>
      <FormField label={t.name} description={t.nameHow} errorText={tried && nameMissing ? t.nameMissing : undefined}>
        <Input value={draft.name} onChange={({ detail }) => change({ name: detail.value })} />
      </FormField>
      <FormField label={t.what} errorText={tried && noneChosen ? t.someMissing : undefined}>
        <RadioGroup
          value={draft.permissions === null ? 'everything' : 'some'}
          items={[
            { value: 'some', label: t.some },
            { value: 'everything', label: t.everything, description: t.everythingHow },
          ]}
          onChange={({ detail }) => change({ permissions: detail.value === 'some' ? ['submit'] : null })}
        />
      </FormField>
      {draft.permissions !== null && <PermissionBoxes chosen={draft.permissions} onChange={(permissions) => change({ permissions })} />}
      <div className="form-columns">
        <FormField label={t.contacts}>
          <Select
            options={CONTACTS}
            selectedOption={CONTACTS.find(({ value }) => value === draft.contacts) ?? null}
            onChange={({ detail }) => change({ contacts: detail.selectedOption.value as 'all' | 'none' })}
          />
        </FormField>
        <FormField label={t.ends}>
          <Select
            options={ENDS}
            selectedOption={ENDS.find(({ value }) => value === String(draft.days ?? '')) ?? null}
            onChange={({ detail }) => change({ days: detail.selectedOption.value ? Number(detail.selectedOption.value) : null })}
          />
        </FormField>
      </div>
    </FormDialog>
  );
}
