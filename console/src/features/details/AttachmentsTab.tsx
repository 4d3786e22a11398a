import { urls } from '@/api/client';
import type { RecordPage } from '@/api/types';
import { Empty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import { NotAllowed } from '@/shared/NotAllowed';
import { useRights } from '@/shared/rights';
import { bytes } from '@/shared/time';

export function AttachmentsTab({ page }: { page: RecordPage }) {
  const mayDownload = useRights().may('download');
  // The server names only files that the reader may save.
  if (!mayDownload) return <NotAllowed permission="download" />;
  const files = page.attachments ?? [];
  if (files.length === 0) {
    return (
      <Empty title={m.attachments.empty}>
        <p>{m.attachments.emptyWhy}</p>
      </Empty>
    );
  }
  return (
    <ul className="attachments">
      {files.map((file) => (
        <li key={file.name}>
          <a className="link" href={urls.attachment(page.contactId, file.name)} download={file.name} aria-label={m.attachments.download(file.name)}>
            {file.name}
          </a>
          <span className="quiet digits">
            {[file.contentType, file.sizeBytes == null ? null : bytes(file.sizeBytes)].filter(Boolean).join(' · ')}
          </span>
          <span>{file.description}</span>
        </li>
      ))}
    </ul>
  );
}
