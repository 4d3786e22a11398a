import { useState } from 'react';

/** What a swap says of the other contacts whose recordings come from the same place. */
export interface SwapOutcome {
  readonly source: string;
  /** How many of them have customer and agent the other way round still. */
  readonly others: number;
}

export type SwapSides = (swapped: boolean, wholeSource: boolean) => Promise<SwapOutcome>;

/** `idle` → `asking` → `offered` (others could be swapped too) or `done`. */
export type SwapState =
  | { readonly step: 'idle' | 'asking' | 'done' | 'allDone' }
  | { readonly step: 'offered'; readonly swapped: boolean; readonly outcome: SwapOutcome }
  | { readonly step: 'failed'; readonly problem: string };

const IDLE: SwapState = { step: 'idle' };

/** Swaps this contact first, then offers the rest of its source. */
export function useSwap(swapSides: SwapSides) {
  const [state, setState] = useState<SwapState>(IDLE);
  const ask = async (swapped: boolean, wholeSource: boolean) => {
    setState({ step: 'asking' });
    try {
      const outcome = await swapSides(swapped, wholeSource);
      if (wholeSource) setState({ step: 'allDone' });
      else setState(outcome.others > 0 ? { step: 'offered', swapped, outcome } : { step: 'done' });
    } catch (failure) {
      setState({ step: 'failed', problem: failure instanceof Error ? failure.message : String(failure) });
    }
  };
  return {
    state,
    swap: (swapped: boolean) => void ask(swapped, false),
    swapAll: (swapped: boolean) => void ask(swapped, true),
    close: () => setState(IDLE),
  };
}
