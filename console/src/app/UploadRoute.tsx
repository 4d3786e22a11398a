import { UploadPage } from '@/features/upload/UploadPage';
import { m } from '@/shared/messages';
import { useEffect } from 'react';
import { Guarded } from './Guarded';
import { PageHelp } from './PageHelp';

export default function UploadRoute() {
  useEffect(() => {
    document.title = `${m.upload.title} · ${m.product}`;
  }, []);
  return (
    <Guarded permission="submit">
      <UploadPage help={<PageHelp page="upload" />} />
    </Guarded>
  );
}
