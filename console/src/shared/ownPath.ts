/** A path of this console, safe to go to after signing in or from a kept item; nothing that leads to another site. */
export function isOwnPath(path: unknown): path is string {
  return typeof path === 'string' && /^\/(?![/\\])/.test(path) && !path.startsWith('/login');
}
