import { m } from '@/shared/messages';
import { Empty } from '@/shared/Empty';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';

const names = m.contactFlow;

/** The rows of the block, in the order of its side panel: key, value, each to copy. */
export function AttributeTable({ attributes }: { attributes: readonly [key: string, value: string][] }) {
  if (attributes.length === 0) return <Empty title={names.nothingWanted} />;
  return (
    <table className="attribute-table">
      <thead>
        <tr>
          <th scope="col">{names.columns.key}</th>
          <th scope="col">{names.columns.value}</th>
        </tr>
      </thead>
      <tbody>
        {attributes.map(([key, value]) => (
          <tr key={key}>
            <th scope="row">
              <Copied text={key} label={names.copyKey(key)} />
              <p className="quiet">{names.means[key]}</p>
            </th>
            <td>
              <Copied text={value} label={names.copyValue(key)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Copied({ text, label }: { text: string; label: string }) {
  return (
    <CopyToClipboard
      variant="inline"
      textToDisplay={text}
      textToCopy={text}
      copyButtonAriaLabel={label}
      copySuccessText={names.copied}
      copyErrorText={names.copyFailed}
    />
  );
}
