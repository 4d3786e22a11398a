import type { Permission, Preferences } from '@/api/types';
import { contactsPath } from '@/shared/contactsPath';
import { m } from '@/shared/messages';
import { isOwnPath } from '@/shared/ownPath';
import type { Rights } from '@/shared/rights';

export interface Item {
  readonly label: string;
  readonly path: string;
}

/** What a page of the console takes beside being signed in. */
const NEEDED: Record<string, Permission> = {
  '/upload': 'submit',
  '/access': 'administer',
  '/credentials': 'administer',
  '/audit': 'audit',
  '/publication': 'administer',
  '/streams': 'administer',
};

/** Those of the items that lead to pages the reader may see. */
export function allowedItems(items: readonly Item[], { may }: Rights): readonly Item[] {
  return items.filter(({ path }) => {
    const needed = NEEDED[new URL(path, 'http://console').pathname];
    return needed === undefined || may(needed);
  });
}

export interface ItemGroup {
  readonly title: string;
  readonly items: readonly Item[];
}

const names = m.navigation.items;

const PAGES: readonly Item[] = [
  { label: names.contacts, path: '/contacts' },
  { label: names.dashboard, path: '/dashboard' },
  { label: names.upload, path: '/upload' },
  { label: names.contactFlow, path: '/contact-flow' },
  { label: names.doctor, path: '/doctor' },
];

const ADMINISTRATION: readonly Item[] = [
  { label: m.access.title, path: '/access' },
  { label: m.credentials.title, path: '/credentials' },
  { label: m.audit.title, path: '/audit' },
  { label: m.publication.title, path: '/publication' },
  { label: m.streams.title, path: '/streams' },
];

const LISTS: readonly Item[] = [
  { label: names.recent, path: contactsPath({ view: 'recent' }) },
  { label: names.failed, path: contactsPath({ state: ['failed'] }) },
  { label: names.waiting, path: contactsPath({ state: ['waiting'] }) },
  { label: names.bin, path: contactsPath({ view: 'deleted' }) },
];

/** What everybody has until they change it. */
export const FIRST_ITEMS: readonly Item[] = PAGES;

/** The user's items in their order. What does not lead into the console is left out. */
export function itemsOf(preferences: Preferences | undefined): readonly Item[] {
  return preferences?.navigation?.filter(({ label, path }) => label.trim() !== '' && isOwnPath(path)) ?? FIRST_ITEMS;
}

/** What can be added: the console's pages and lists, and the saved views that the user can see. */
export function groupsToChoose(views: readonly { id: string; name: string }[], rights: Rights): readonly ItemGroup[] {
  const saved = views.map(({ id, name }) => ({ label: name, path: `/contacts?saved=${encodeURIComponent(id)}` }));
  return [
    { title: m.navigation.groups.pages, items: allowedItems(PAGES, rights) },
    { title: m.navigation.groups.administration, items: allowedItems(ADMINISTRATION, rights) },
    { title: m.navigation.groups.lists, items: LISTS },
    { title: m.navigation.groups.views, items: saved },
  ].filter(({ items }) => items.length > 0);
}

/** Those of the groups whose label has the text in it, whatever its case. */
export function matching(groups: readonly ItemGroup[], text: string): readonly ItemGroup[] {
  const wanted = text.trim().toLowerCase();
  return groups
    .map(({ title, items }) => ({ title, items: items.filter(({ label }) => label.toLowerCase().includes(wanted)) }))
    .filter(({ items }) => items.length > 0);
}

/** The item that leads to this address or to the page it is part of: of several, the most exact. */
export function currentItem(items: readonly Item[], pathname: string, search: string): Item | null {
  const here = new URLSearchParams(search);
  let best: Item | null = null;
  let bestScore = -1;
  for (const item of items) {
    const score = closeness(item, pathname, here);
    if (score > bestScore) {
      best = item;
      bestScore = score;
    }
  }
  return best;
}

/** -1 if the item leads elsewhere; else the greater, the more of the address it names. */
function closeness(item: Item, pathname: string, here: URLSearchParams): number {
  const { pathname: path, searchParams } = new URL(item.path, 'http://console');
  const wanted = [...searchParams];
  if (path !== pathname) return wanted.length === 0 && pathname.startsWith(`${path}/`) ? 0 : -1;
  return wanted.every(([name, value]) => here.getAll(name).includes(value)) ? 1 + wanted.length : -1;
}
