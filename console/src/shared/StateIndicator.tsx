import type { ContactState } from '@/api/types';
import Popover from '@cloudscape-design/components/popover';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { m } from './messages';

const TYPES: Record<ContactState, StatusIndicatorProps.Type> = {
  waiting: 'pending',
  running: 'in-progress',
  complete: 'success',
  failed: 'error',
  notRequested: 'stopped',
};

/** A contact's state; the reason, where there is one, opens on click. */
export function StateIndicator({ state, reason }: { state: ContactState; reason?: string | null }) {
  const indicator = <StatusIndicator type={TYPES[state]}>{m.states[state]}</StatusIndicator>;
  if (!reason) return indicator;
  return (
    <Popover
      header={m.states[state]}
      content={reason}
      dismissAriaLabel={m.close}
      triggerType="text"
      renderWithPortal
      size="medium"
    >
      {indicator}
    </Popover>
  );
}
