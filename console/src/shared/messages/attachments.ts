export const attachments = {
  name: 'Name',
  type: 'Type',
  size: 'Size',
  about: 'What it is',
  download: (name: string) => `Download ${name}`,
  empty: 'No files yet',
  emptyWhy: 'Files appear as their steps are done.',
};
