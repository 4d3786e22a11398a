import { m } from '@/shared/messages';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState, type FormEvent } from 'react';

const t = m.credentials;
const HOW: Record<string, string> = t.how;
const MANY_LINES = 'CloudFrontPrivateKey';

interface Props {
  field: string;
  isSet: boolean;
  saving: boolean;
  error: Error | null;
  onClose: () => void;
  onSave: (value: string) => void;
}

/** Takes a new value. The one before is not shown: nobody can read it. */
export function ValueDialog({ field, isSet, saving, error, onClose, onSave }: Props) {
  const [value, setValue] = useState('');
  const [tried, setTried] = useState(false);
  const missing = value.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    // A key is read whatever its line breaks; a password may end in a blank.
    if (!missing) onSave(value);
  };
  const input = { value, onChange: ({ detail }: { detail: { value: string } }) => setValue(detail.value) };
  return (
    <Modal visible onDismiss={onClose} closeAriaLabel={m.close} header={isSet ? t.replaceOf(field) : t.setOf(field)}>
      <form onSubmit={submit} noValidate>
        <SpaceBetween size="l">
          {error && <p role="alert" className="problem flat">{error.message}</p>}
          <FormField label={t.value} description={HOW[field]} errorText={tried && missing ? t.valueMissing : undefined}>
            {field === MANY_LINES ? (
              <Textarea {...input} rows={8} spellcheck={false} autoComplete={false} placeholder="-----BEGIN PRIVATE KEY-----" />
            ) : (
              <Input {...input} type="password" autoComplete="off" />
            )}
          </FormField>
          <span className="dialog-buttons">
            <Button variant="link" formAction="none" onClick={onClose}>{m.cancel}</Button>
            <Button variant="primary" formAction="submit" loading={saving}>{m.save}</Button>
          </span>
        </SpaceBetween>
      </form>
    </Modal>
  );
}
