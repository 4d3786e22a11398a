export const secret = {
  copy: (label: string) => `Copy ${label}`,
  copied: 'Copied',
  copyFailed: 'The browser did not allow copying. Select the text above and copy it.',
};
