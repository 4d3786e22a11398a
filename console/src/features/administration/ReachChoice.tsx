import type { Reach } from '@/api/types';
import { m } from '@/shared/messages';
import { useId } from 'react';

const REACHES: readonly Reach[] = ['all', 'own', 'none'];

interface Props {
  chosen: Reach;
  disabled: boolean;
  onChange: (chosen: Reach) => void;
}

/** Of which contacts a permission set gives its permissions. */
export function ReachChoice({ chosen, disabled, onChange }: Props) {
  const id = useId();
  return (
    <fieldset className="permission-boxes">
      <legend>{m.access.sets.contacts}</legend>
      <ul>
        {REACHES.map((reach) => (
          <li key={reach}>
            <label>
              <input
                type="radio"
                name={id}
                checked={reach === chosen}
                disabled={disabled}
                aria-describedby={`${id}-${reach}`}
                onChange={() => onChange(reach)}
              />
              <b>{m.rights.contacts[reach]}</b>
            </label>
            <span className="quiet" id={`${id}-${reach}`}>{m.rights.contactsHow[reach]}</span>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
