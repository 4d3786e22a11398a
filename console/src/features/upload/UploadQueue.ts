import { ApiProblem } from '@/api/client';
import type { IntakeResult } from '@/api/types';
import { m } from '@/shared/messages';
import { contactIdOf } from './contactId';
import { sortFiles, transcriptNameFor } from './files';
import { BUCKET, keyFor, recordFor, type Fields } from './record';

export type Progress =
  | { readonly kind: 'ready' | 'queued' | 'handing' }
  | { readonly kind: 'reading' | 'sending'; readonly share: number }
  | { readonly kind: 'done'; readonly contactId: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** One recording and how far it is. */
export interface Upload {
  readonly id: number;
  readonly file: File;
  readonly transcript: File | null;
  readonly begunAt: Date;
  readonly customer: string;
  readonly progress: Progress;
}

export interface Transport {
  put(bucket: string, key: string, content: Blob, onShare: (share: number) => void, signal: AbortSignal): Promise<void>;
  handIn(records: object[]): Promise<IntakeResult>;
}

/** In the list, and nothing has been sent of it. */
export const isOpen = ({ progress }: Upload): boolean => progress.kind === 'ready' || progress.kind === 'failed';
export const isBusy = (upload: Upload): boolean => !isOpen(upload) && upload.progress.kind !== 'done';

/**
 * The recordings of this tab's Upload page. They are sent one after another, also while another page
 * is shown; `dispose` calls off what is under way.
 */
export class UploadQueue {
  readonly #transport: Transport;
  readonly #now: () => Date;
  readonly #listeners = new Set<() => void>();
  readonly #abort = new Map<number, AbortController>();
  #uploads: readonly Upload[] = [];
  #running = false;
  #fields: Fields | null = null;
  #nextId = 1;

  constructor(transport: Transport, now: () => Date = () => new Date()) {
    this.#transport = transport;
    this.#now = now;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly uploads = (): readonly Upload[] => this.#uploads;

  /** Gives back a sentence for each file that was not taken. */
  add(files: readonly File[]): readonly string[] {
    const open = this.#uploads.filter((upload) => upload.progress.kind !== 'done');
    const { recordings, transcripts, refused } = sortFiles(files, open.map(({ file }) => file.name));
    const added = recordings.map((file): Upload => ({
      id: this.#nextId++,
      file,
      transcript: null,
      begunAt: new Date(file.lastModified),
      customer: '',
      progress: { kind: 'ready' },
    }));
    this.#set([...this.#uploads, ...added].map((upload) => {
      const transcript = isOpen(upload) ? transcripts.get(upload.file.name) : undefined;
      return transcript ? { ...upload, transcript } : upload;
    }));
    return refused;
  }

  change(id: number, part: Partial<Pick<Upload, 'transcript' | 'begunAt' | 'customer'>>): void {
    this.#change(id, part);
  }

  /** Calls it off if it is under way, and takes it out of the list if it is not. */
  remove(id: number): void {
    const upload = this.#uploads.find((one) => one.id === id);
    if (!upload) return;
    if (upload.progress.kind === 'queued') this.#change(id, { progress: { kind: 'ready' } });
    else if (isBusy(upload)) this.#abort.get(id)?.abort(new Error(m.upload.cancelled));
    else this.#set(this.#uploads.filter((one) => one !== upload));
  }

  clearDone(): void {
    this.#set(this.#uploads.filter(({ progress }) => progress.kind !== 'done'));
  }

  /** Sends all that were not sent yet, or failed, with these fields; also those that still wait from before. */
  async start(fields: Fields): Promise<void> {
    this.#fields = fields;
    this.#set(this.#uploads.map((upload) => (isOpen(upload) ? { ...upload, progress: { kind: 'queued' } } : upload)));
    if (this.#running) return;
    this.#running = true;
    for (let next = this.#nextQueued(); next; next = this.#nextQueued()) await this.#send(next, this.#fields);
    this.#running = false;
  }

  dispose(): void {
    this.#set([]);
    for (const abort of this.#abort.values()) abort.abort(new Error(m.upload.cancelled));
  }

  #nextQueued(): Upload | undefined {
    return this.#uploads.find(({ progress }) => progress.kind === 'queued');
  }

  async #send(upload: Upload, fields: Fields): Promise<void> {
    const { id } = upload;
    const abort = new AbortController();
    this.#abort.set(id, abort);
    try {
      const contactId = await this.#handIn(upload, fields, abort.signal);
      this.#change(id, { progress: { kind: 'done', contactId } });
    } catch (failure) {
      this.#change(id, { progress: { kind: 'failed', reason: reasonOf(failure) } });
    } finally {
      this.#abort.delete(id);
    }
  }

  /** The recording is there before its record is, and the transcript before both. */
  async #handIn({ id, file, transcript, begunAt, customer }: Upload, fields: Fields, signal: AbortSignal): Promise<string> {
    const progress = (kind: 'reading' | 'sending') => (share: number) => this.#change(id, { progress: { kind, share } });
    progress('reading')(0);
    const contactId = await contactIdOf(file, progress('reading'), signal);
    progress('sending')(0);
    if (transcript) {
      const name = transcriptNameFor(file.name, transcript.name);
      await this.#transport.put(BUCKET, keyFor(contactId, name), transcript, () => {}, signal);
    }
    await this.#transport.put(BUCKET, keyFor(contactId, file.name), file, progress('sending'), signal);
    this.#change(id, { progress: { kind: 'handing' } });
    const record = recordFor({ contactId, fileName: file.name, begunAt, customer }, fields, this.#now());
    const { rejected } = await this.#transport.handIn([record]);
    if (rejected[0]) throw new Error(rejected[0].reason);
    return contactId;
  }

  #change(id: number, part: Partial<Upload>): void {
    this.#set(this.#uploads.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)));
  }

  #set(uploads: readonly Upload[]): void {
    this.#uploads = uploads;
    for (const listener of this.#listeners) listener();
  }
}

function reasonOf(failure: unknown): string {
  if (failure instanceof ApiProblem) {
    // Intake that took nothing says why for each record.
    const { rejected } = failure.problem as Partial<IntakeResult>;
    return rejected?.[0]?.reason ?? failure.message;
  }
  if (failure instanceof DOMException && failure.name === 'NotReadableError') return m.upload.unreadable;
  return failure instanceof Error ? failure.message : String(failure);
}
