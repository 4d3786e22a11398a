/** Has the browser save what the address answers, under the name that the server gives it. */
export function download(href: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = '';
  link.click();
}
