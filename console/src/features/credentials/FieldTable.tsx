import { m } from '@/shared/messages';
import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';

const t = m.credentials;
const HOW: Record<string, string> = t.how;

/** All fields to show: those that are known, and others that have a value. */
export function fieldNames(isSet: readonly string[]): readonly string[] {
  const known = Object.keys(HOW);
  return [...known, ...isSet.filter((field) => !known.includes(field))];
}

interface Props {
  /** Names of those that have a value. */
  isSet: readonly string[];
  changeable: boolean;
  onSet: (field: string) => void;
  onRemove: (field: string) => void;
}

export function FieldTable({ isSet, changeable, onSet, onRemove }: Props) {
  return (
    <table className="plain-table stacks" aria-label={t.fields}>
      <thead>
        <tr>
          <th scope="col">{t.field}</th>
          <th scope="col">{t.state}</th>
          {changeable && <th scope="col"><span className="visually-hidden">{t.set}</span></th>}
        </tr>
      </thead>
      <tbody>
        {fieldNames(isSet).map((field) => {
          const set = isSet.includes(field);
          const known = field in HOW;
          return (
            <tr key={field}>
              <th scope="row">
                {field}
                <span className="quiet cell-note">{HOW[field] ?? t.otherHow}</span>
              </th>
              <td data-label={t.state}>
                <StatusIndicator type={set ? 'success' : 'stopped'}>{set ? t.isSet : t.notSet}</StatusIndicator>
              </td>
              {changeable && (
                <td className="row-actions">
                  {known && (
                    <Button variant="inline-link" ariaLabel={set ? t.replaceOf(field) : t.setOf(field)} onClick={() => onSet(field)}>
                      {set ? t.replace : t.set}
                    </Button>
                  )}
                  {known && set && (
                    <Button variant="inline-link" ariaLabel={t.removeOf(field)} onClick={() => onRemove(field)}>
                      {t.remove}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
