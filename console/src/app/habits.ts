import { RATES } from '@/features/player/rates';
import type { Playback } from '@/shared/playback/playback';
import { remember, remembered } from '@/shared/remembered';

const RATE = 'rate';
const SKIP_SILENCE = 'skip-silence';

/** Someone who listens all day sets speed and skipping once, not with every contact. */
export function takeUpHabits(playback: Playback): void {
  const rate = RATES.find((one) => String(one) === remembered(RATE));
  if (rate !== undefined) playback.setRate(rate);
  if (remembered(SKIP_SILENCE) === 'true') playback.setSkipsSilence(true);
}

/** Until the function given back is called. */
export function keepHabits(playback: Playback): () => void {
  let { rate, skipsSilence } = playback.state;
  return playback.onState(() => {
    const now = playback.state;
    if (now.rate !== rate) remember(RATE, String(now.rate));
    if (now.skipsSilence !== skipsSilence) remember(SKIP_SILENCE, String(now.skipsSilence));
    ({ rate, skipsSilence } = now);
  });
}
