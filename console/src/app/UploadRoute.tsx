import { UploadPage } from '@/features/upload/UploadPage';
import { m } from '@/shared/messages';
import { useEffect } from 'react';
import { PageHelp } from './PageHelp';

export default function UploadRoute() {
  useEffect(() => {
    document.title = `${m.upload.title} · ${m.product}`;
  }, []);
  return <UploadPage help={<PageHelp page="upload" />} />;
}
