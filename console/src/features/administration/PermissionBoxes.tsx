import type { Permission } from '@/api/types';
import { m } from '@/shared/messages';
import { PERMISSIONS } from '@/shared/rights';
import { useId } from 'react';

interface Props {
  chosen: readonly Permission[];
  /** All, unless some only make sense. */
  offered?: readonly Permission[];
  disabled?: boolean;
  onChange: (chosen: Permission[]) => void;
}

/** Every permission with a box to tick and a sentence that says what it allows. */
export function PermissionBoxes({ chosen, offered = PERMISSIONS, disabled = false, onChange }: Props) {
  const id = useId();
  const toggle = (permission: Permission) =>
    onChange(PERMISSIONS.filter((one) => (one === permission ? !chosen.includes(one) : chosen.includes(one))));
  return (
    <fieldset className="permission-boxes">
      <legend>{m.access.sets.permissions}</legend>
      <ul>
        {offered.map((permission) => (
          <li key={permission}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(permission)}
                disabled={disabled}
                aria-describedby={`${id}-${permission}`}
                onChange={() => toggle(permission)}
              />
              <b>{m.rights.names[permission]}</b>
            </label>
            <span className="quiet" id={`${id}-${permission}`}>{m.rights.how[permission]}</span>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
