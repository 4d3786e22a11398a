import { ContactFlowPage } from '@/features/contactflow/ContactFlowPage';
import { m } from '@/shared/messages';
import { useEffect } from 'react';
import { PageHelp } from './PageHelp';

export default function ContactFlowRoute() {
  useEffect(() => {
    document.title = `${m.contactFlow.title} · ${m.product}`;
  }, []);
  return <ContactFlowPage help={<PageHelp page="contactFlow" />} />;
}
