import type { RecordPage } from '@/api/types';
import { m } from '@/shared/messages';
import { useRights } from '@/shared/rights';
import { dateTime } from '@/shared/time';
import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Modal from '@cloudscape-design/components/modal';
import { useState } from 'react';
import { useBin, useEmbedLink } from './queries';
import type { Notice } from './useNotice';

interface Props {
  page: RecordPage;
  onCopyLink: () => void;
  notice: (notice: Notice) => void;
}

type Open = 'embed' | 'delete' | null;

/** What can be done with the contact as a whole. */
export function RecordMenu({ page, onCopyLink, notice }: Props) {
  const [open, setOpen] = useState<Open>(null);
  const { may } = useRights();
  const deleted = page.deletedAt != null;
  const restore = useRestore(page.contactId, notice);
  const actions: Record<string, () => void> = {
    copy: onCopyLink,
    print: () => window.print(),
    embed: () => setOpen('embed'),
    delete: () => setOpen('delete'),
    restore,
  };
  return (
    <>
      <ButtonDropdown
        ariaLabel={m.record.actions}
        variant="normal"
        expandToViewport
        items={[
          { id: 'copy', text: m.record.copyLinkHere },
          ...(may('link') ? [{ id: 'embed', text: m.record.embed, disabled: deleted }] : []),
          { id: 'print', text: m.transcript.print },
          ...(may('delete') ? [deleted ? { id: 'restore', text: m.record.restore } : { id: 'delete', text: m.record.delete }] : []),
        ]}
        onItemClick={({ detail }) => actions[detail.id]?.()}
      >
        {m.record.actions}
      </ButtonDropdown>
      {open === 'embed' && <EmbedDialog contactId={page.contactId} onClose={() => setOpen(null)} />}
      {open === 'delete' && <DeleteDialog page={page} onClose={() => setOpen(null)} onDeleted={() => notice({ type: 'success', text: m.record.deleted(page.name) })} />}
    </>
  );
}

export function useRestore(contactId: string, notice: (notice: Notice) => void): () => void {
  const { mutate } = useBin(contactId);
  return () =>
    mutate(false, {
      onSuccess: () => notice({ type: 'success', text: m.record.restored }),
      onError: (error) => notice({ type: 'error', text: error.message }),
    });
}

function DeleteDialog({ page, onClose, onDeleted }: { page: RecordPage; onClose: () => void; onDeleted: () => void }) {
  const bin = useBin(page.contactId);
  const remove = () =>
    bin.mutate(true, {
      onSuccess: () => {
        onDeleted();
        onClose();
      },
    });
  return (
    <Modal
      visible
      onDismiss={onClose}
      closeAriaLabel={m.close}
      header={m.record.deleteTitle(page.name)}
      footer={
        <span className="dialog-buttons">
          <Button variant="link" onClick={onClose}>{m.cancel}</Button>
          <Button variant="primary" loading={bin.isPending} onClick={remove}>{m.record.deleteDo}</Button>
        </span>
      }
    >
      <p>{m.record.deleteWhat}</p>
      {bin.error && <p role="alert" className="problem">{bin.error.message}</p>}
    </Modal>
  );
}

/** The link is made only when the person asks: whoever has it can read the contact. */
function EmbedDialog({ contactId, onClose }: { contactId: string; onClose: () => void }) {
  const { mutate, data, error, isPending } = useEmbedLink(contactId);
  const url = data && new URL(data.url, window.location.origin).href;
  return (
    <Modal visible onDismiss={onClose} closeAriaLabel={m.close} header={m.record.embedTitle} size="large">
      <p>{m.record.embedWhat}</p>
      {error && <p role="alert" className="problem">{error.message}</p>}
      {/* It stays when the link is there, so that the keyboard keeps its place in the dialog. */}
      <Button onClick={() => mutate()} loading={isPending}>
        {url ? m.record.embedAnother : m.record.embedMake}
      </Button>
      {url && (
        <>
          <Copyable label={m.record.embedLink} text={url} />
          <Copyable label={m.record.embedFrame} text={`<iframe src="${url}" width="100%" height="720" title="${m.product}"></iframe>`} />
          <p>{m.record.embedEnds(dateTime(data.expiresAt))}</p>
        </>
      )}
    </Modal>
  );
}

function Copyable({ label, text }: { label: string; text: string }) {
  return (
    <section className="copyable">
      <h3>{label}</h3>
      <pre className="raw wraps">{text}</pre>
      <CopyToClipboard copyButtonText={m.record.copy} textToCopy={text} copySuccessText={m.record.copied} copyErrorText={m.record.copyFailed} />
    </section>
  );
}
