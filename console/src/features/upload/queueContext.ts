import { api } from '@/api/client';
import { putObject } from '@/api/putObject';
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { isBusy, UploadQueue, type Upload } from './UploadQueue';

const create = () => new UploadQueue({ put: putObject, handIn: api.handIn });

/** Null outside the frame of the signed-in pages. */
export const UploadQueueContext = createContext<UploadQueue | null>(null);

/** The queue of the signed-in user, which ends when they sign out. */
export function useOwnedQueue(): UploadQueue {
  const [queue] = useState(create);
  useEffect(() => () => queue.dispose(), [queue]);
  return queue;
}

export function useUploadQueue(): { queue: UploadQueue; uploads: readonly Upload[] } {
  const queue = useContext(UploadQueueContext);
  if (!queue) throw new Error('The upload page stands outside the frame that owns its queue.');
  return { queue, uploads: useSyncExternalStore(queue.subscribe, queue.uploads) };
}

/** Asks before the tab is closed while something is under way. */
export function useAskBeforeLeaving(queue: UploadQueue): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (queue.uploads().some(isBusy)) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [queue]);
}
