const keyOf = (contactId: string) => `aftercall-embed ${contactId}`;

/** The token of `#token=…`, null if there is none. */
export function tokenIn(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, '')).get('token') || null;
}

/**
 * Takes the token out of the address, where it must not stay, and keeps it for this tab, so that
 * reloading the frame does not lose it. Null if the page was opened without.
 */
export function takeToken(contactId: string): string | null {
  const token = tokenIn(window.location.hash);
  if (token === null) return kept(contactId);
  window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  try {
    sessionStorage.setItem(keyOf(contactId), token);
  } catch {
    // storage is blocked in this frame: the token lasts until it is reloaded
  }
  return token;
}

function kept(contactId: string): string | null {
  try {
    return sessionStorage.getItem(keyOf(contactId));
  } catch {
    return null;
  }
}
