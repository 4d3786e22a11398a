import type { User, UserContent } from '@/api/types';
import { m } from '@/shared/messages';
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type FormEvent } from 'react';
import { NamesSelect, setNames } from './NamesSelect';
import { useGroups, useSets } from './queries';

const t = m.access.users;

interface Props {
  /** Null for a new one. */
  user: User | null;
  saving: boolean;
  error: Error | null;
  onSave: (content: UserContent) => void;
}

const textOrNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** The content as the form has it at first. */
export function contentOf(user: User | null): Required<UserContent> {
  return {
    userName: user?.userName ?? '',
    displayName: user?.displayName ?? null,
    email: user?.email ?? null,
    agent: user?.agent ?? null,
    active: user?.active ?? true,
    permissionSets: user?.permissionSets ?? [],
    groups: user?.groups ?? [],
  };
}

export function UserForm({ user, saving, error, onSave }: Props) {
  const [content, setContent] = useState(() => contentOf(user));
  const [tried, setTried] = useState(false);
  const groups = useGroups().data ?? [];
  const sets = setNames(useSets().data ?? []);
  const change = (part: Partial<UserContent>) => setContent({ ...content, ...part });
  const userName = content.userName.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (userName !== '') onSave({ ...content, userName });
  };
  const text = (name: 'displayName' | 'email' | 'agent', description?: string) => (
    <FormField label={t[name]} description={description}>
      <Input
        value={content[name] ?? ''}
        type={name === 'email' ? 'email' : 'text'}
        autoComplete={false}
        onChange={({ detail }) => change({ [name]: detail.value })}
        onBlur={() => change({ [name]: textOrNull(content[name] ?? '') })}
      />
    </FormField>
  );
  return (
    <form onSubmit={submit} noValidate>
      <SpaceBetween size="m">
        {error && <Alert type="error" header={m.access.problem}>{error.message}</Alert>}
        <div className="form-columns">
          <FormField label={t.userName} description={t.userNameHow} errorText={tried && userName === '' ? t.userNameMissing : undefined}>
            <Input value={content.userName} autoComplete={false} onChange={({ detail }) => change({ userName: detail.value })} />
          </FormField>
          {text('displayName')}
          {text('email')}
          {text('agent', t.agentHow)}
          <NamesSelect label={t.groups} description={t.groupsHow} options={groups} chosen={content.groups} onChange={(ids) => change({ groups: ids })} />
          <NamesSelect label={t.sets} description={t.setsHow} options={sets} chosen={content.permissionSets} onChange={(ids) => change({ permissionSets: ids })} />
        </div>
        <Checkbox checked={content.active} description={t.activeHow} onChange={({ detail }) => change({ active: detail.checked })}>
          {t.activeBox}
        </Checkbox>
        <Button variant="primary" formAction="submit" loading={saving}>{user ? m.save : t.create}</Button>
      </SpaceBetween>
    </form>
  );
}
