import { m } from '@/shared/messages';

const AUDIO = new Set(['wav', 'mp3', 'ogg', 'opus', 'oga', 'flac', 'm4a', 'aac', 'mp4', 'webm', 'amr', 'wma']);
/** Longest first: `.transcribe.json` is no stem with `.json`. */
const TRANSCRIPTS = ['.transcribe.json', '.json', '.vtt', '.srt'];

export const ACCEPTED = [...[...AUDIO].map((ending) => `.${ending}`), ...TRANSCRIPTS].join(',');
export const ACCEPTED_TRANSCRIPTS = TRANSCRIPTS.join(',');

export const isRecording = (name: string): boolean => AUDIO.has(endingOf(name));

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

/** A recording's name without its ending. */
export function stemOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}

/** What a transcript's name begins with, null if it is none. */
export function transcriptStem(name: string): string | null {
  const ending = TRANSCRIPTS.find((one) => name.toLowerCase().endsWith(one));
  return ending && name.length > ending.length ? name.slice(0, -ending.length) : null;
}

/** What a transcript is called beside its recording, where the server looks for it. */
export function transcriptNameFor(recording: string, transcript: string): string {
  const ending = TRANSCRIPTS.find((one) => transcript.toLowerCase().endsWith(one)) ?? '.vtt';
  return stemOf(recording) + (ending === '.json' ? '.transcribe.json' : ending);
}

export interface Sorted {
  readonly recordings: readonly File[];
  /** By the name of the recording that each goes with. */
  readonly transcripts: ReadonlyMap<string, File>;
  /** A sentence for each file that was not taken. */
  readonly refused: readonly string[];
}

/** Tells recordings, their transcripts and other files apart. `known` are the recordings in the list. */
export function sortFiles(files: readonly File[], known: readonly string[]): Sorted {
  const recordings: File[] = [];
  const transcripts = new Map<string, File>();
  const refused: string[] = [];
  for (const file of files.filter(({ name }) => isRecording(name))) {
    if (file.size === 0) refused.push(m.upload.refusedEmpty(file.name));
    else if (known.includes(file.name) || recordings.some(({ name }) => name === file.name)) refused.push(m.upload.refusedTwice(file.name));
    else recordings.push(file);
  }
  const names = [...known, ...recordings.map(({ name }) => name)];
  for (const file of files.filter(({ name }) => !isRecording(name))) {
    const stem = transcriptStem(file.name);
    const recording = names.find((name) => stemOf(name) === stem);
    if (recording !== undefined) transcripts.set(recording, file);
    else refused.push(stem === null || endingOf(file.name) === 'json' ? m.upload.refusedKind(file.name) : m.upload.refusedAlone(file.name));
  }
  return { recordings, transcripts, refused };
}
