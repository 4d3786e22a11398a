import { operationApi, rejectedContentUrl } from '@/api/operationApi';
import { Loaded } from '@/shared/Loaded';
import { m } from '@/shared/messages';
import { saveFrom } from '@/shared/saveFrom';
import { bytes } from '@/shared/time';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import { useQuery } from '@tanstack/react-query';
import { contentText, MOST_SHOWN } from './contentText';

const t = m.streams;

/** What was delivered, asked for once each time it is opened, since each look is audited. */
export function ContentDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const content = useQuery({
    queryKey: ['rejected-record', id],
    queryFn: ({ signal }) => operationApi.rejectedContent(id, signal),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  return (
    <Modal
      visible
      size="large"
      onDismiss={onClose}
      closeAriaLabel={m.close}
      header={t.lookTitle(id)}
      footer={
        <span className="dialog-buttons">
          <Button iconName="download" onClick={() => saveFrom(rejectedContentUrl(id))}>{t.saveFile}</Button>
          <Button variant="primary" onClick={onClose}>{m.close}</Button>
        </span>
      }
    >
      <p className="flat quiet">{t.lookHow}</p>
      <Loaded of={content}>{(delivered) => <Content content={delivered} />}</Loaded>
    </Modal>
  );
}

function Content({ content }: { content: ArrayBuffer }) {
  const { text, isCut } = contentText(content);
  return (
    <>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keys */}
      <pre className="delivered" tabIndex={0} aria-label={t.content}>{text}</pre>
      {isCut && <p className="flat quiet">{t.cutOff(bytes(MOST_SHOWN))}</p>}
    </>
  );
}
