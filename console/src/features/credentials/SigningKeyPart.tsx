import type { SalesforceCredentials } from '@/api/types';
import { m } from '@/shared/messages';
import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';

const t = m.credentials;

/** What may be known of the key that signs links: enough to tell whether it is the right one. */
export function SigningKeyPart({ signingKey }: Pick<SalesforceCredentials, 'signingKey'>) {
  return (
    <Container header={<Header variant="h2">{t.key}</Header>}>
      {signingKey === null ? (
        <p className="quiet flat">{t.keyNone}</p>
      ) : (
        <SpaceBetween size="s">
          {signingKey.problem && (
            <Alert type="error" header={t.keyProblem}>
              {signingKey.problem}
            </Alert>
          )}
          <dl className="fields">
            <div>
              <dt>{t.keyId}</dt>
              <dd className={signingKey.id ? 'mono breaks' : undefined}>{signingKey.id ?? t.keyNoId}</dd>
            </div>
            {signingKey.bits > 0 && (
              <div>
                <dt>{t.keyBits}</dt>
                <dd className="digits">{t.bits(signingKey.algorithm ?? null, signingKey.bits)}</dd>
              </div>
            )}
            {signingKey.sha256 && (
              <div className="field-wide">
                <dt>{t.keySha}</dt>
                <dd className="mono breaks">
                  <CopyToClipboard variant="inline" textToCopy={signingKey.sha256} copyButtonAriaLabel={t.copySha} copySuccessText={m.secret.copied} copyErrorText={m.secret.copyFailed} />
                </dd>
              </div>
            )}
          </dl>
          {signingKey.sha256 && (
            <div>
              <p className="quiet flat">{t.keyShaHow}</p>
              <pre className="command wraps">{t.keyShaCommand}</pre>
            </div>
          )}
        </SpaceBetween>
      )}
    </Container>
  );
}
