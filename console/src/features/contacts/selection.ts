/** Which contacts something is to be done to. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Everything that the filters leave, shown or not; `ids` is empty then. */
  readonly all: boolean;
  /** Where the next range begins. */
  readonly anchor: string | null;
}

export const NOTHING_SELECTED: Selection = { ids: new Set(), all: false, anchor: null };
export const ALL_THAT_MATCH: Selection = { ids: new Set(), all: true, anchor: null };

export const isSelected = (selection: Selection, id: string): boolean => selection.all || selection.ids.has(id);

/** Takes one in or out. Out of all that match: what is shown stays selected but that one. */
export function toggled(selection: Selection, id: string, shown: readonly string[]): Selection {
  const ids = new Set(selection.all ? shown : selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, all: false, anchor: id };
}

/** Adds everything from the anchor to `id`, both included; without an anchor on the page, `id` alone. */
export function extendedTo(selection: Selection, id: string, shown: readonly string[]): Selection {
  const to = shown.indexOf(id);
  const anchor = selection.anchor === null ? -1 : shown.indexOf(selection.anchor);
  const from = anchor < 0 ? to : anchor;
  const range = shown.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...(selection.all ? shown : selection.ids), ...range]), all: false, anchor: shown[from] ?? id };
}

/** What the box in the head of the column says and does. */
export function shownSelected(selection: Selection, shown: readonly string[]): 'none' | 'some' | 'all' {
  const count = shown.filter((id) => isSelected(selection, id)).length;
  if (count === 0) return 'none';
  return count === shown.length ? 'all' : 'some';
}

export function toggledShown(selection: Selection, shown: readonly string[]): Selection {
  if (shownSelected(selection, shown) === 'all') return NOTHING_SELECTED;
  return { ids: new Set([...selection.ids, ...shown]), all: false, anchor: null };
}
