/** Hands the bytes to the browser to be saved under this name. */
export function save(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken hold of the bytes by the next turn of its loop.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
