import { m } from '@/shared/messages';
import Modal from '@cloudscape-design/components/modal';

export function KeysDialog({ visible, onClose }: { visible: boolean; onClose: () => void }) {
  return (
    <Modal visible={visible} onDismiss={onClose} header={m.keysTitle} closeAriaLabel={m.close}>
      <table className="keys">
        <tbody>
          {m.keys.map(([keys, what]) => (
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
