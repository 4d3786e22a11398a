/** A path of this console, safe to go back to after signing in; nothing that leads to another site. */
export function isOwnPath(path: unknown): path is string {
  return typeof path === 'string' && /^\/(?![/\\])/.test(path) && !path.startsWith('/login');
}
