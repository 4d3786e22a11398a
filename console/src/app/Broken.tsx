import { Empty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import Button from '@cloudscape-design/components/button';
import { Component, type ReactNode } from 'react';

/** Catches what a page throws while it renders, so that the rest stays usable. */
export class Broken extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <Empty title={m.crashed} wholePage>
        <Button onClick={() => window.location.reload()}>{m.reload}</Button>
      </Empty>
    );
  }
}
