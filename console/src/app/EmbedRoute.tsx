import { authorizeWith } from '@/api/client';
import { Empty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import Alert from '@cloudscape-design/components/alert';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Broken } from './Broken';
import { takeToken } from './embedToken';
import { createQueries } from './queries';
import { RecordOf } from './RecordRoute';
import { useEmbeddingPage } from './useEmbeddingPage';
import { useFrameLinks } from './useFrameLinks';

/**
 * One contact inside another page: no bar, no way to other contacts, and nothing that changes it. The
 * token in the address authorizes reading this contact alone; without one, the reader's session does.
 */
export default function EmbedRoute() {
  const { contactId = '' } = useParams();
  const [ended, setEnded] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [queries] = useState(() => {
    const token = takeToken(contactId);
    if (token !== null) authorizeWith(token);
    return createQueries(() => setEnded(true));
  });
  useEmbeddingPage(contactId, () => {
    if (!ended) return;
    queries.clear();
    setEnded(false);
  });
  useFrameLinks((problem) => setFailure(problem.message));
  return (
    <QueryClientProvider client={queries}>
      <main id="content" className="embedded">
        {failure && (
          <Alert type="error" header={m.embed.downloadFailed} dismissible dismissAriaLabel={m.close} onDismiss={() => setFailure(null)}>
            {failure}
          </Alert>
        )}
        <Broken>{ended ? <LinkEnded /> : <RecordOf contactId={contactId} readOnly />}</Broken>
      </main>
    </QueryClientProvider>
  );
}

function LinkEnded() {
  return (
    <Empty title={m.embed.ended} wholePage>
      <p>{m.embed.endedHow}</p>
    </Empty>
  );
}
