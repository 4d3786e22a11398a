import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import type { ReactNode } from 'react';
import { m } from './messages';

interface Props {
  title: string;
  /** What the button that does it says. */
  action: string;
  working: boolean;
  error: Error | null;
  onClose: () => void;
  onConfirm: () => void;
  children: ReactNode;
}

/** Asks before something is done that cannot be taken back. */
export function Confirm({ title, action, working, error, onClose, onConfirm, children }: Props) {
  return (
    <Modal
      visible
      onDismiss={onClose}
      closeAriaLabel={m.close}
      header={title}
      footer={
        <span className="dialog-buttons">
          <Button variant="link" onClick={onClose}>{m.cancel}</Button>
          <Button variant="primary" loading={working} onClick={onConfirm}>{action}</Button>
        </span>
      }
    >
      {children}
      {error && <p role="alert" className="problem">{error.message}</p>}
    </Modal>
  );
}
