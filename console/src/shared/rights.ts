import type { Permission, Reach, Recording, RecordPage, Session } from '@/api/types';
import { createContext, useContext } from 'react';

/** In the order in which they are shown: first what is about contacts, then what is about the server. */
export const PERMISSIONS: readonly Permission[] = [
  'listen',
  'readTranscript',
  'unredacted',
  'annotate',
  'download',
  'export',
  'link',
  'delete',
  'submit',
  'audit',
  'administer',
];

/** Those that are about single contacts, so that it matters of which. */
const ABOUT_CONTACTS: ReadonlySet<Permission> = new Set([
  'listen',
  'readTranscript',
  'unredacted',
  'annotate',
  'download',
  'export',
  'link',
  'delete',
] satisfies Permission[]);

export const isAboutContacts = (permission: Permission): boolean => ABOUT_CONTACTS.has(permission);

/** What the reader may do. It decides what is offered; the server decides what is done. */
export interface Rights {
  /** False until the server has said it. Until then everything is offered. */
  readonly known: boolean;
  readonly may: (permission: Permission) => boolean;
  /** Which contacts the reader sees, and of which agent their own ones are. */
  readonly contacts: Reach;
  readonly agent: string | null;
}

export const EVERYTHING_ALLOWED: Rights = { known: false, may: () => true, contacts: 'all', agent: null };

/** Everything unless a page says otherwise: the embedded page and single parts of pages know no session. */
export const RightsContext = createContext<Rights>(EVERYTHING_ALLOWED);

export const useRights = (): Rights => useContext(RightsContext);

export function rightsOf(session: Session | undefined): Rights {
  if (!session) return EVERYTHING_ALLOWED;
  const held = new Set(session.rights.filter((right) => counts(right.permission, right.contacts)).map(({ permission }) => permission));
  return { known: true, may: (permission) => held.has(permission), contacts: session.contacts, agent: session.agent ?? null };
}

/** A permission about contacts is worth nothing to who sees none. */
const counts = (permission: Permission, contacts: Reach) => contacts !== 'none' || !isAboutContacts(permission);

/** What the reader may do with this contact: what its page says, else what they may do elsewhere. */
export function rightsWith({ allowed }: Pick<RecordPage, 'allowed'>, elsewhere: Rights): Rights {
  return allowed ? { ...elsewhere, known: true, may: (permission) => allowed.includes(permission) } : elsewhere;
}

/** What the reader lacks to hear a recording, or null. */
export function lackedToHear({ may }: Pick<Rights, 'may'>, { redacted }: Pick<Recording, 'redacted'>): 'listen' | 'unredacted' | null {
  if (!may('listen')) return 'listen';
  return redacted || may('unredacted') ? null : 'unredacted';
}
