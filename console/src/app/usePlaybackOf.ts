import { api } from '@/api/client';
import type { RecordPage } from '@/api/types';
import type { Loop } from '@/shared/playback/course';
import { Playback } from '@/shared/playback/playback';
import { keepHabits, takeUpHabits } from './habits';
import { useEffect, useState } from 'react';

/** One player for the page's recording, at the address's place and loop, not started. Ended with the page. */
export function usePlaybackOf(page: RecordPage, startMillis: number | null, startLoop: Loop | null): Playback {
  const { contactId, recording } = page;
  const durationMillis = recording?.durationMillis ?? 0;
  const channels = recording?.channels ?? 0;
  const [playback, setPlayback] = useState(() => create(contactId, durationMillis));
  const [start] = useState({ millis: startMillis, loop: startLoop });

  useEffect(() => {
    let current = playback;
    if (current.disposed) {
      current = create(contactId, durationMillis); // React mounts twice in development
      setPlayback(current);
    }
    current.attach(); // not before: a render may be given up
    const end = keepHabits(current);
    return () => {
      end();
      current.dispose();
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the page is mounted once per contact
  }, []);

  useEffect(() => {
    if (durationMillis === 0 || playback.disposed) return;
    playback.setDuration(durationMillis);
    playback.mix.setChannels(channels);
    const place = start.millis ?? start.loop?.beginMillis ?? null;
    if (place !== null && playback.timeMillis === 0) playback.seek(place);
    if (start.loop && playback.state.phase === 'absent') playback.setLoop(start.loop);
    void playback.load();
  }, [playback, durationMillis, channels, start]);

  return playback;
}

function create(contactId: string, durationMillis: number): Playback {
  const audio = document.createElement('audio');
  const playback = new Playback(audio, durationMillis, () => api.playbackUrl(contactId));
  takeUpHabits(playback);
  return playback;
}
