import type { BulkKind } from '@/api/types';

const count = new Intl.NumberFormat();
const contactsOf = (n: number) => `${count.format(n)} ${n === 1 ? 'contact' : 'contacts'}`;

export const bulk = {
  region: 'What is done to many contacts',
  nothingAllowed: 'You may look at contacts, and not change or export them.',
  names: {
    reanalyze: 'Re-analyse',
    export: 'Export',
    delete: 'Delete',
    restore: 'Restore',
  } satisfies Record<BulkKind, string>,
  doing: {
    reanalyze: (n: number) => `Re-analysing ${contactsOf(n)}`,
    export: (n: number) => `Exporting ${contactsOf(n)}`,
    delete: (n: number) => `Deleting ${contactsOf(n)}`,
    restore: (n: number) => `Restoring ${contactsOf(n)}`,
  } satisfies Record<BulkKind, (n: number) => string>,
  done: {
    reanalyze: (n: number) => `${contactsOf(n)} started again`,
    export: (n: number) => `${contactsOf(n)} exported`,
    delete: (n: number) => `${contactsOf(n)} moved to the bin`,
    restore: (n: number) => `${contactsOf(n)} restored`,
  } satisfies Record<BulkKind, (n: number) => string>,
  undoing: 'Taking it back',
  undone: {
    reanalyze: 'Stopped. What was started already goes on.',
    export: 'Stopped. There is no file.',
    delete: 'The contacts are back.',
    restore: 'Stopped. What was restored already stays.',
  } satisfies Record<BulkKind, string>,
  failed: (n: number) => `${contactsOf(n)} could not be done`,
  problems: 'Which, and why',
  problemsMore: (n: number) => `and ${count.format(n)} more`,
  progress: (done: number, total: number) => `${count.format(done)} of ${count.format(total)}`,
  undo: 'Undo',
  stop: 'Stop',
  download: 'Download the ZIP',
  dismiss: 'Close',
  notStarted: (reason: string) => `This could not be started. ${reason}`,
  notUndone: (reason: string) => `This could not be taken back. ${reason}`,

  titles: {
    reanalyze: (n: string) => `Re-analyse ${n}?`,
    export: (n: string) => `Export ${n}?`,
    delete: (n: string) => `Delete ${n}?`,
    restore: (n: string) => `Restore ${n}?`,
  } satisfies Record<BulkKind, (n: string) => string>,
  how: {
    reanalyze: 'Transcript and analysis are made anew from the recording, in the background. It takes about as long as it took the first time.',
    export: 'A ZIP with one line for each contact (contacts.csv and contacts.ndjson) and each transcript as text. It can be downloaded for a day. It holds what people said and their numbers: keep it as safe as the calls.',
    delete: 'They leave every list and go into the bin. There they can be restored until they are erased, seven days later unless your server is set otherwise.',
    restore: 'They come back into the lists.',
  } satisfies Record<BulkKind, string>,
  these: contactsOf,
  allThatMatch: (n: number, more: boolean) => (more ? `all contacts that match, more than ${count.format(n)}` : `all ${contactsOf(n)} that match`),
  everything: 'all contacts in this view',
  cancel: 'Cancel',
};
