import { authorizeWith } from '@/api/client';
import { useEffect, useRef } from 'react';
import { takeToken, tokenIn } from './embedToken';

/** What the page around the frame hears once ours is there; browsers do not tell it when they refuse to show us. */
const SHOWN = { aftercall: 'shown' };

/**
 * What passes between the page around the frame and ours. It is told that we are there, and it may give
 * us a new token by changing the fragment of the frame's address, which reloads nothing.
 */
export function useEmbeddingPage(contactId: string, onRenewed: () => void): void {
  const latest = useRef(onRenewed);
  useEffect(() => {
    latest.current = onRenewed;
  });
  useEffect(() => {
    // To any origin: the policy for frames lets only those in that were configured, and it says nothing about anybody.
    if (window.parent !== window) window.parent.postMessage(SHOWN, '*');
  }, []);
  useEffect(() => {
    const renewed = () => {
      if (tokenIn(window.location.hash) === null) return;
      const token = takeToken(contactId);
      if (token === null) return;
      authorizeWith(token);
      latest.current();
    };
    window.addEventListener('hashchange', renewed);
    return () => window.removeEventListener('hashchange', renewed);
  }, [contactId]);
}
