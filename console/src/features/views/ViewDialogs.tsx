import type { SavedView } from '@/api/types';
import { m } from '@/shared/messages';
import { Scope } from '@/shared/scope';
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Input, { type InputProps } from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';

const LONGEST_NAME = 100;

interface SaveProps {
  /** The view to rename or share; null for a new one. */
  view: SavedView | null;
  saving: boolean;
  error: Error | null;
  onClose: () => void;
  onSave: (answer: { name: string; shared: boolean; pinned: boolean }) => void;
}

export function SaveViewDialog({ view, saving, error, onClose, onSave }: SaveProps) {
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(view?.shared ?? false);
  const [pinned, setPinned] = useState(view?.pinned ?? true);
  const [tried, setTried] = useState(false);
  const input = useRef<InputProps.Ref>(null);
  useEffect(() => {
    // The dialog first gives the focus to its close button, after this effect.
    const scope = new Scope();
    scope.frame(() => input.current?.focus());
    return () => scope.dispose();
  }, []);

  const wrong = name.trim() === '' ? m.views.nameMissing : name.trim().length > LONGEST_NAME ? m.views.nameTooLong : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong) input.current?.focus();
    else onSave({ name: name.trim(), shared, pinned });
  };
  return (
    <Modal visible onDismiss={onClose} closeAriaLabel={m.close} header={view ? m.views.editTitle : m.views.saveTitle}>
      <form onSubmit={submit} noValidate>
        <SpaceBetween size="m">
          <Failure error={error} />
          <FormField label={m.views.name} description={view ? undefined : m.views.nameHow} errorText={tried ? wrong : undefined}>
            <Input ref={input} value={name} onChange={({ detail }) => setName(detail.value)} />
          </FormField>
          <Checkbox checked={shared} description={m.views.shareHow} onChange={({ detail }) => setShared(detail.checked)}>
            {m.views.share}
          </Checkbox>
          <Checkbox checked={pinned} onChange={({ detail }) => setPinned(detail.checked)}>
            {m.views.pinIt}
          </Checkbox>
          <Actions onClose={onClose}>
            <Button variant="primary" formAction="submit" loading={saving}>
              {m.views.save}
            </Button>
          </Actions>
        </SpaceBetween>
      </form>
    </Modal>
  );
}

interface RemoveProps {
  view: SavedView;
  removing: boolean;
  error: Error | null;
  onClose: () => void;
  onRemove: () => void;
}

export function RemoveViewDialog({ view, removing, error, onClose, onRemove }: RemoveProps) {
  return (
    <Modal
      visible
      onDismiss={onClose}
      closeAriaLabel={m.close}
      header={m.views.removeTitle(view.name)}
      footer={
        <Actions onClose={onClose}>
          <Button variant="primary" loading={removing} onClick={onRemove}>
            {m.views.removeIt}
          </Button>
        </Actions>
      }
    >
      <Failure error={error} />
      {m.views.removeHow} {view.shared && m.views.removeShared}
    </Modal>
  );
}

function Failure({ error }: { error: Error | null }) {
  return error ? <Alert type="error">{m.views.failed(error.message)}</Alert> : null;
}

function Actions({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  return (
    <Box float="right">
      <SpaceBetween direction="horizontal" size="xs">
        <Button variant="link" formAction="none" onClick={onClose}>
          {m.views.cancel}
        </Button>
        {children}
      </SpaceBetween>
    </Box>
  );
}
