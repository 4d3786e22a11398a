import Spinner from '@cloudscape-design/components/spinner';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { ReactNode } from 'react';
import type { Why } from './why';

interface Props {
  title: ReactNode;
  /** It stands for a whole page, so that its title is the page's. */
  wholePage?: boolean;
  children?: ReactNode;
}

export function Empty({ title, wholePage, children }: Props) {
  return (
    <div className="empty">
      {wholePage ? <h1 className="empty-title">{title}</h1> : <p className="empty-title">{title}</p>}
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
