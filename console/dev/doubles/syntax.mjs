import { syntax } from '../canned.mjs';

export function answer({ steps, query }) {
  if (steps[0] !== 'contacts' || steps[2] !== 'syntax') return undefined;
  const side = query.get('side');
  return { json: { items: syntax(side === 'customer' || side === 'agent' ? side : null) } };
}
