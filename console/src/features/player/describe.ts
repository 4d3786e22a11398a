import { m } from '@/shared/messages';
import type { Stretch } from '@/shared/playback/course';
import { duration } from '@/shared/time';
import type { WaveformContent } from './content';

/** In words what the picture shows at this time: who speaks and how, who interrupts, silence. Empty if nothing. */
export function describe(content: WaveformContent, millis: number): string {
  const holds = ({ beginMillis, endMillis }: Stretch) => beginMillis <= millis && millis < endMillis;
  const pause = content.pauses.find(holds);
  if (pause) {
    const length = duration(pause.endMillis - pause.beginMillis);
    return pause.hold ? m.player.hold(length) : m.player.silence(length);
  }
  const parts = content.interruptions.filter(holds).map(({ by }) => m.player.interrupts(m.participants[by]));
  const labels = new Map(content.sentiments.map(({ turn, label }) => [turn, m.sentiments[label]]));
  content.turns.forEach((turn, index) => {
    if (!holds(turn)) return;
    parts.push([m.participants[turn.participant], labels.get(index)].filter(Boolean).join(', '));
  });
  return parts.join(' · ');
}
