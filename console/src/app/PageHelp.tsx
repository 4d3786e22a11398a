import { m } from '@/shared/messages';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import { useEffect, useState } from 'react';
import { KeysTable } from './KeysTable';
import { ownsKeys } from './keys';

/** A button, and the key `?`, for what the page is for and the keys it knows. */
export function PageHelp({ page }: { page: keyof typeof m.help.pages }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.defaultPrevented) return;
      if (event.target instanceof Element && ownsKeys(event.target)) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
  const { title, lines } = m.help.pages[page];
  return (
    <>
      <Button variant="icon" iconName="status-info" ariaLabel={m.help.open} onClick={() => setOpen(true)} />
      <Modal visible={open} onDismiss={() => setOpen(false)} header={title} closeAriaLabel={m.close}>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <h3>{m.help.keysTitle}</h3>
        <KeysTable rows={m.help.keys} />
      </Modal>
    </>
  );
}
