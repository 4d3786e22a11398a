import { AuditPage } from '@/features/audit/AuditPage';
import { m } from '@/shared/messages';
import { useTitle } from '@/shared/useTitle';
import { Guarded } from './Guarded';
import { PageHelp } from './PageHelp';

export default function AuditRoute() {
  useTitle(m.audit.title);
  return (
    <Guarded permission="audit">
      <AuditPage help={<PageHelp page="audit" />} />
    </Guarded>
  );
}
