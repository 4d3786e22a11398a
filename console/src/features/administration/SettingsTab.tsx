import type { AccessSettings } from '@/api/types';
import { m } from '@/shared/messages';
import Alert from '@cloudscape-design/components/alert';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { Loaded } from '@/shared/Loaded';
import { periodText } from './periodText';
import { useSettings } from './queries';
import { Part } from './UserPage';

const t = m.access.settings;

/** What the configuration says about access; to be read. */
export function SettingsTab() {
  return <Loaded of={useSettings()}>{(settings) => <Settings settings={settings} />}</Loaded>;
}

function Settings({ settings }: { settings: AccessSettings }) {
  const frames = settings.frameAncestors ?? [];
  return (
    <SpaceBetween size="l">
      {settings.notes.length > 0 && (
        <Alert type="warning" header={t.notes}>
          {settings.notes.map((note) => (
            <p key={note} className="flat">{note}</p>
          ))}
        </Alert>
      )}
      <Part title={m.access.tabs.settings} how={t.how}>
        <dl className="fields">
          <Field label={t.sessionLength} text={periodText(settings.sessionLength)} />
          <Field label={t.auditKeep} text={periodText(settings.auditKeep)} />
          <Field label={t.frames} text={frames.join(', ') || t.noFrames} />
        </dl>
      </Part>
      <Part title={t.providers}>
        {settings.providers.length === 0 ? <p className="quiet flat">{t.noProviders}</p> : <Providers providers={settings.providers} />}
      </Part>
      <Part
        title={t.cors}
        actions={<CopyToClipboard copyButtonText={t.copyCors} textToCopy={JSON.stringify(settings.cors, null, 2)} copySuccessText={m.secret.copied} copyErrorText={m.secret.copyFailed} />}
      >
        {settings.cors.length === 0 ? <p className="quiet flat">{t.noCors}</p> : <Cors rules={settings.cors} />}
      </Part>
    </SpaceBetween>
  );
}

function Field({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="breaks">{text}</dd>
    </div>
  );
}

function Providers({ providers }: { providers: AccessSettings['providers'] }) {
  return (
    <table className="plain-table stacks" aria-label={t.providers}>
      <thead>
        <tr>
          {[m.access.users.name, t.issuer, t.redirectUri].map((title) => (
            <th scope="col" key={title}>{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {providers.map(({ id, name, issuer, redirectUri }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td data-label={t.issuer} className="breaks">{issuer}</td>
            <td data-label={t.redirectUri} className="breaks">
              <CopyToClipboard variant="inline" textToCopy={redirectUri} copyButtonAriaLabel={t.copyUri(name)} copySuccessText={m.secret.copied} copyErrorText={m.secret.copyFailed} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cors({ rules }: { rules: AccessSettings['cors'] }) {
  return (
    <table className="plain-table stacks" aria-label={t.cors}>
      <thead>
        <tr>
          {[t.origins, t.methods, t.headers, t.exposed].map((title) => (
            <th scope="col" key={title}>{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rules.map((rule, index) => (
          <tr key={index}>
            <th scope="row" className="breaks">{rule.AllowedOrigins.join(', ')}</th>
            <td data-label={t.methods}>{rule.AllowedMethods.join(', ')}</td>
            <td data-label={t.headers}>{rule.AllowedHeaders.join(', ')}</td>
            <td data-label={t.exposed}>{rule.ExposeHeaders.join(', ') || m.none}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
