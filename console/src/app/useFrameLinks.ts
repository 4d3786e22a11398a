import { fetchFile } from '@/api/client';
import { save } from '@/shared/download';
import { useEffect, useRef } from 'react';

/** What happens on a click on a link inside the frame. */
export function linkKind(href: string, origin: string): 'file' | 'page' | 'other' {
  const url = new URL(href);
  if (url.origin !== origin || !/^https?:$/.test(url.protocol)) return 'other';
  return url.pathname.startsWith('/api/') ? 'file' : 'page';
}

/**
 * Links of the embedded page: files are fetched with the frame's token, which a link cannot carry, and
 * pages of the console open in a tab of their own, where the reader can sign in.
 */
export function useFrameLinks(onFailure: (failure: Error) => void): void {
  const latest = useRef(onFailure);
  useEffect(() => {
    latest.current = onFailure;
  });
  useEffect(() => {
    // On the way down, before the router follows the link.
    const clicked = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
      if (!link) return;
      const kind = linkKind(link.href, window.location.origin);
      if (kind === 'other' || new URL(link.href).hash !== '') return;
      event.preventDefault();
      if (kind === 'page') window.open(link.href, '_blank', 'noopener');
      else download(link).catch((failure: Error) => latest.current(failure));
    };
    document.addEventListener('click', clicked, true);
    return () => document.removeEventListener('click', clicked, true);
  }, []);
}

async function download(link: HTMLAnchorElement): Promise<void> {
  const url = new URL(link.href);
  const name = link.download || decodeURIComponent(url.pathname.slice(url.pathname.lastIndexOf('/') + 1));
  save(await fetchFile(url), name);
}
