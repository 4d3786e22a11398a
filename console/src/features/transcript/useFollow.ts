import type { Occurrence, Turn } from '@/api/types';
import type { Playback } from '@/shared/playback/playback';
import { usePlaybackTime } from '@/shared/playback/usePlayback';
import { Scope } from '@/shared/scope';
import { turnAt } from '@/shared/turns';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { onPersonScrolls, scrollTarget } from './follow';

interface Watched {
  box: RefObject<HTMLElement | null>;
  turns: readonly Turn[];
  playback: Playback;
  /** The search hit that the person is at. */
  hit: Occurrence | undefined;
  /** A place to bring into sight, such as a key phrase that was clicked. */
  spotlight: Occurrence | null;
  /** A turn whose place on the page must not move: it is being corrected. */
  held: boolean;
}

/** Keeps the turn being said in sight until the person scrolls or goes elsewhere. */
export function useFollow({ box, turns, playback, hit, spotlight, held }: Watched) {
  const [following, setFollowing] = useState(true);
  const reveal = useReveal(box);
  const now = usePlaybackTime(
    playback,
    useCallback((millis: number) => turnAt(turns, millis), [turns]),
  );
  useEffect(() => (box.current ? onPersonScrolls(box.current, () => setFollowing(false)) : undefined), [box]);
  useEffect(() => {
    if (following && !held && now >= 0) reveal(now);
  }, [following, held, now, reveal]);
  useEffect(() => {
    if (hit) {
      setFollowing(false);
      reveal(hit.turn);
    }
  }, [hit, reveal]);
  useEffect(() => {
    if (spotlight) reveal(spotlight.turn);
  }, [spotlight, reveal]);
  return { following, setFollowing };
}

const FAR_BOXES = 2;
const MOST_FRAMES = 6;

/**
 * Scrolls a turn into sight. Turns out of sight have an estimated height, so a far one is jumped to and
 * its place looked at again until it stands.
 */
function useReveal(box: RefObject<HTMLElement | null>) {
  const scope = useRef<Scope | null>(null);
  useEffect(() => () => scope.current?.dispose(), []);
  return useCallback(
    (turn: number) => {
      scope.current?.dispose();
      const owner = new Scope();
      scope.current = owner;
      const step = (frames: number) => {
        const target = box.current && targetOf(box.current, turn);
        if (!box.current || target === null) return;
        const far = Math.abs(target - box.current.scrollTop) > FAR_BOXES * box.current.clientHeight;
        box.current.scrollTo({ top: target, behavior: far || reducedMotion() ? 'instant' : 'smooth' });
        if (far && frames > 0) owner.frame(() => step(frames - 1));
      };
      step(MOST_FRAMES);
    },
    [box],
  );
}

function targetOf(box: HTMLElement, turn: number): number | null {
  const element = box.querySelector<HTMLElement>(`[data-turn="${turn}"]`);
  if (!element) return null;
  return scrollTarget(
    { scrollTop: box.scrollTop, height: box.clientHeight },
    { top: element.offsetTop, height: element.offsetHeight },
  );
}

function reducedMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
