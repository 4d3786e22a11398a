import { ApiProblem, ServerUnreachable } from './client';
import type { Problem } from './types';

/**
 * Stores a file, telling how far it is. By XMLHttpRequest, since fetch does not say how much has been sent.
 *
 * @param onShare hears the part that has been sent, [0, 1]
 */
export function putObject(
  bucket: string,
  key: string,
  content: Blob,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const path = [bucket, ...key.split('/')].map(encodeURIComponent).join('/');
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    const failed = (cause: unknown) => reject(new ServerUnreachable(cause));
    request.open('PUT', `/api/v1/objects/${path}`);
    request.setRequestHeader('X-Aftercall', '1');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => total > 0 && onShare(loaded / total);
    request.onload = () => (request.status < 300 ? resolve() : reject(problemIn(request)));
    request.onerror = failed;
    request.ontimeout = failed;
    request.onabort = () => reject(signal.reason as Error);
    request.onloadend = () => signal.removeEventListener('abort', abort);
    if (signal.aborted) {
      reject(signal.reason as Error);
      return;
    }
    signal.addEventListener('abort', abort);
    request.send(content);
  });
}

function problemIn({ status, statusText, responseText }: XMLHttpRequest): ApiProblem {
  try {
    return new ApiProblem(status, JSON.parse(responseText) as Problem);
  } catch {
    return new ApiProblem(status, { title: statusText || `Status ${status}`, status });
  }
}
