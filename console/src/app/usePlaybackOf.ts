import { api } from '@/api/client';
import type { RecordPage } from '@/api/types';
import { Playback } from '@/shared/playback/playback';
import { useEffect, useState } from 'react';

/** One player for the page's recording, at the address's place, not started. Ended with the page. */
export function usePlaybackOf(page: RecordPage, startMillis: number | null): Playback {
  const { contactId, recording } = page;
  const durationMillis = recording?.durationMillis ?? 0;
  const [playback, setPlayback] = useState(() => create(contactId, durationMillis));
  const [start] = useState(startMillis);

  useEffect(() => {
    let current = playback;
    if (current.disposed) {
      current = create(contactId, durationMillis); // React mounts twice in development
      setPlayback(current);
    }
    return () => current.dispose();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the page is mounted once per contact
  }, []);

  useEffect(() => {
    if (durationMillis === 0 || playback.disposed) return;
    playback.setDuration(durationMillis);
    if (start !== null && playback.timeMillis === 0) playback.seek(start);
    void playback.load();
  }, [playback, durationMillis, start]);

  return playback;
}

/** The element is in the document, unseen, so that the browser's own media tools find it. */
function create(contactId: string, durationMillis: number): Playback {
  const audio = document.createElement('audio');
  document.body.append(audio);
  return new Playback(audio, durationMillis, () => api.playbackUrl(contactId));
}
