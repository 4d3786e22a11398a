import Alert from '@cloudscape-design/components/alert';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import { m } from './messages';

interface Props {
  /** What to do with it. */
  how: string;
  /** Each with the name it goes by. */
  values: readonly (readonly [label: string, text: string])[];
}

/** Secrets that the server shows this once, to be copied now. */
export function SecretOnce({ how, values }: Props) {
  return (
    <div className="secret-once" role="status">
      <Alert type="warning">{how}</Alert>
      {values.map(([label, text]) => (
        <section className="copyable" key={label} aria-label={label}>
          <h3>{label}</h3>
          <pre className="raw wraps">{text}</pre>
          <CopyToClipboard copyButtonText={m.record.copy} copyButtonAriaLabel={m.secret.copy(label)} textToCopy={text} copySuccessText={m.secret.copied} copyErrorText={m.secret.copyFailed} />
        </section>
      ))}
    </div>
  );
}
