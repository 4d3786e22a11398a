import { m } from '@/shared/messages';
import Modal from '@cloudscape-design/components/modal';
import { KeysTable } from './KeysTable';

interface Props {
  visible: boolean;
  onClose: () => void;
  /** As for `KeysTable`; those of the record page if left out. */
  rows?: readonly (readonly [string, string])[];
}

export function KeysDialog({ visible, onClose, rows = m.keys }: Props) {
  return (
    <Modal visible={visible} onDismiss={onClose} header={m.keysTitle} closeAriaLabel={m.close}>
      <KeysTable rows={rows} />
    </Modal>
  );
}
