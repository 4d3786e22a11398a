import { m } from '@/shared/messages';
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { SwapState } from './useSwap';

interface Props {
  state: SwapState;
  onSwapAll: (swapped: boolean) => void;
  onClose: () => void;
}

/** What a swap did, and the offer to do it for the whole source. */
export function SwapNote({ state, onSwapAll, onClose }: Props) {
  return (
    <div role="status" className="swap-note">
      {state.step === 'offered' && (
        <Alert
          type="success"
          dismissible
          dismissAriaLabel={m.player.swapOnlyThis}
          onDismiss={onClose}
          action={<Button onClick={() => onSwapAll(state.swapped)}>{m.player.swapOthers(state.outcome.others)}</Button>}
        >
          {m.player.swapOffer(state.outcome.others)} <span className="mono breaks">{state.outcome.source}</span>
        </Alert>
      )}
      {(state.step === 'done' || state.step === 'allDone') && (
        <Alert type="success" dismissible dismissAriaLabel={m.close} onDismiss={onClose}>
          {state.step === 'done' ? m.player.swapped : m.player.swappedAll}
        </Alert>
      )}
      {state.step === 'failed' && (
        <Alert type="error" dismissible dismissAriaLabel={m.close} onDismiss={onClose}>
          {state.problem}
        </Alert>
      )}
    </div>
  );
}
