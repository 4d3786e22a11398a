import { m } from './messages';
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { FormEvent, ReactNode } from 'react';

interface Props {
  title: string;
  /** What the button that saves says. */
  action: string;
  saving: boolean;
  error: Error | null;
  large?: boolean;
  onClose: () => void;
  onSave: () => void;
  /** Left of the buttons, such as one to remove what is edited. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A form in a dialog; Enter saves. */
export function FormDialog({ title, action, saving, error, large = false, onClose, onSave, aside, children }: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
  };
  return (
    <Modal visible onDismiss={onClose} closeAriaLabel={m.close} header={title} size={large ? 'large' : 'medium'}>
      <form onSubmit={submit} noValidate>
        <SpaceBetween size="l">
          {error && <Alert type="error" header={m.access.problem}>{error.message}</Alert>}
          {children}
          <div className="form-end">
            <span>{aside}</span>
            <span className="dialog-buttons">
              <Button variant="link" formAction="none" onClick={onClose}>{m.cancel}</Button>
              <Button variant="primary" formAction="submit" loading={saving}>{action}</Button>
            </span>
          </div>
        </SpaceBetween>
      </form>
    </Modal>
  );
}
