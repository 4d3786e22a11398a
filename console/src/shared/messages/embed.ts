export const embed = {
  ended: 'This link has ended',
  endedHow:
    'A link to a contact inside another page is good for a limited time. Reload the page around this one to get a new link.',
  copyRefused: 'The page around this one does not allow copying.',
  downloadFailed: 'The file could not be fetched',
};
