/**
 * Has the browser save what the address answers, under the name that the server gives it. By a link in
 * the page, so that whoever watches the page's links sees this one too.
 */
export function saveFrom(href: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
