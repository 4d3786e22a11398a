import { contactsPath } from '@/shared/contactsPath';
import { Empty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import { EVERYTHING_WANTED } from '@/shared/requests';
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FileDropzone from '@cloudscape-design/components/file-dropzone';
import FileInput from '@cloudscape-design/components/file-input';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { FieldsForm, takenKeys } from './FieldsForm';
import { ACCEPTED } from './files';
import { useUploadQueue } from './queueContext';
import type { Fields } from './record';
import { isOpen } from './UploadQueue';
import { UploadRow } from './UploadRow';

const NO_FIELDS: Fields = { agent: '', queue: '', wanted: EVERYTHING_WANTED, attributes: [] };

export function UploadPage({ help }: { help: ReactNode }) {
  const { queue, uploads } = useUploadQueue();
  const [fields, setFields] = useState(NO_FIELDS);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const open = uploads.filter(isOpen).length;
  const done = uploads.filter(({ progress }) => progress.kind === 'done').length;
  const wrong = takenKeys(fields).length > 0;
  return (
    <div className="page upload">
      <Header variant="h1" description={m.upload.intro} actions={<span className="page-help">{help}</span>}>
        {m.upload.title}
      </Header>
      <div className="upload-body">
        <Container header={<Header variant="h2">{m.upload.recordings}</Header>}>
          <SpaceBetween size="m">
            <Files onFiles={(files) => setRefused(queue.add(files))} />
            {refused.length > 0 && (
              <Alert type="warning" header={m.upload.refused} dismissible dismissAriaLabel={m.close} onDismiss={() => setRefused([])}>
                {refused.map((line) => (
                  <p key={line}>{line}</p>
                ))}
              </Alert>
            )}
            {uploads.length === 0 ? (
              <Empty title={m.upload.none}>
                <p>{m.upload.noneHow}</p>
              </Empty>
            ) : (
              <ul className="upload-rows" aria-label={m.upload.recordings}>
                {uploads.map((upload) => (
                  <UploadRow key={upload.id} upload={upload} queue={queue} onRetry={() => void queue.start(fields)} />
                ))}
              </ul>
            )}
          </SpaceBetween>
        </Container>
        <Container header={<Header variant="h2">{m.upload.forAll}</Header>}>
          <FieldsForm fields={fields} onChange={setFields} />
        </Container>
      </div>
      <div className="upload-actions">
        {open > 0 && <span className="quiet">{m.upload.stays}</span>}
        {done > 0 && (
          <>
            <Link className="link" to={contactsPath()}>
              {m.upload.openAll}
            </Link>
            <Button onClick={() => queue.clearDone()}>{m.upload.clear}</Button>
          </>
        )}
        <Button
          variant="primary"
          disabled={open === 0 || wrong}
          disabledReason={wrong ? m.upload.wrongFields : undefined}
          onClick={() => void queue.start(fields)}
        >
          {m.upload.start(open)}
        </Button>
      </div>
    </div>
  );
}

function Files({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  return (
    <FileDropzone onChange={({ detail }) => onFiles(detail.value)}>
      <SpaceBetween size="xs" alignItems="center">
        <span>{m.upload.drop}</span>
        <FileInput multiple value={[]} accept={ACCEPTED} onChange={({ detail }) => onFiles(detail.value)}>
          {m.upload.choose}
        </FileInput>
        <span className="quiet upload-accepted">{m.upload.accepted}</span>
      </SpaceBetween>
    </FileDropzone>
  );
}
