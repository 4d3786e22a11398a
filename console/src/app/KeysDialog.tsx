import { m } from '@/shared/messages';
import Modal from '@cloudscape-design/components/modal';

interface Props {
  visible: boolean;
  onClose: () => void;
  /** Keys, separated by a comma, and what they do; those of the record page if left out. */
  rows?: readonly (readonly [string, string])[];
}

export function KeysDialog({ visible, onClose, rows = m.keys }: Props) {
  return (
    <Modal visible={visible} onDismiss={onClose} header={m.keysTitle} closeAriaLabel={m.close}>
      <table className="keys">
        <tbody>
          {rows.map(([keys, what]) => (
            <tr key={keys}>
              <th scope="row">
                {keys.split(', ').map((one) => (
                  <kbd key={one}>{one}</kbd>
                ))}
              </th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
