import Spinner from '@cloudscape-design/components/spinner';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';
import type { Why } from './why';

export function Empty({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}

/** The empty state of one product of the pipeline. */
export function WhyEmpty({ why }: { why: Why }) {
  const title =
    why.kind === 'failed' ? (
      <StatusIndicator type="error">{why.title}</StatusIndicator>
    ) : why.kind === 'pending' ? (
      <>
        <Spinner /> {why.title}
      </>
    ) : (
      why.title
    );
  return (
    <Empty title={title}>
      {why.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Empty>
  );
}
