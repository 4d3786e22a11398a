import { m } from '@/shared/messages';
import { expect, test } from 'vitest';
import { sortFiles, stemOf, transcriptNameFor, transcriptStem } from './files';

const file = (name: string, content = 'x') => new File([content], name);

test('a transcript goes with the recording of the same name, dropped now or before', () => {
  const sorted = sortFiles([file('b.srt'), file('a.WAV'), file('a.transcribe.json')], ['b.mp3']);
  expect(sorted.recordings.map(({ name }) => name)).toEqual(['a.WAV']);
  expect([...sorted.transcripts].map(([recording, { name }]) => `${recording}: ${name}`)).toEqual(['b.mp3: b.srt', 'a.WAV: a.transcribe.json']);
  expect(sorted.refused).toEqual([]);
});

test('what is not taken is named with the reason', () => {
  const { refused, recordings } = sortFiles(
    [file('empty.wav', ''), file('a.wav'), file('a.wav'), file('notes.txt'), file('record.json'), file('alone.vtt')],
    [],
  );
  expect(recordings).toHaveLength(1);
  expect(refused).toEqual([
    m.upload.refusedEmpty('empty.wav'),
    m.upload.refusedTwice('a.wav'),
    m.upload.refusedKind('notes.txt'),
    m.upload.refusedKind('record.json'),
    m.upload.refusedAlone('alone.vtt'),
  ]);
});

test('a transcript is stored beside its recording under a name that the server looks for', () => {
  expect(transcriptNameFor('call.1.wav', 'anything.VTT')).toBe('call.1.vtt');
  expect(transcriptNameFor('call.wav', 'words.json')).toBe('call.transcribe.json');
  expect(transcriptNameFor('call.wav', 'words.transcribe.json')).toBe('call.transcribe.json');
});

test('stems keep inner dots, and a name of ending alone has none', () => {
  expect(stemOf('call.2026.wav')).toBe('call.2026');
  expect(transcriptStem('call.2026.transcribe.json')).toBe('call.2026');
  expect(transcriptStem('.vtt')).toBeNull();
});
