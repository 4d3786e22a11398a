import { expect, test } from 'vitest';
import { attributesFor, EVERYTHING_WANTED } from './requests';

test('everything wanted sets all five attributes, with the analyses in one value', () => {
  expect(attributesFor(EVERYTHING_WANTED)).toEqual([
    ['postcallRecordingImportEnabled', 'true'],
    ['postcallTranscribeEnabled', 'true'],
    ['postcallTranscribeLanguage', 'en-US'],
    ['postcallTranscribeComprehendAnalysis', 'snt,kw,dl,ne,syn'],
    ['postcallCTRImportEnabled', 'true'],
  ]);
});

test('without a transcript neither language nor analyses are set', () => {
  const keys = attributesFor({ ...EVERYTHING_WANTED, transcript: false }).map(([key]) => key);
  expect(keys).toEqual(['postcallRecordingImportEnabled', 'postcallCTRImportEnabled']);
});

test('no analysis is no attribute, since an empty value cannot be set in a flow', () => {
  const attributes = attributesFor({ ...EVERYTHING_WANTED, analyses: [] });
  expect(attributes.map(([key]) => key)).not.toContain('postcallTranscribeComprehendAnalysis');
});

test('the analyses keep their order, whichever was chosen first', () => {
  expect(attributesFor({ ...EVERYTHING_WANTED, analyses: ['syn', 'snt'] })).toContainEqual([
    'postcallTranscribeComprehendAnalysis',
    'snt,syn',
  ]);
});

test('what Contact Lens found out is analysed like any transcript, and needs no language', () => {
  const attributes = attributesFor({ ...EVERYTHING_WANTED, transcript: false, contactLens: true, analyses: ['snt'] });
  expect(attributes).toEqual([
    ['postcallRecordingImportEnabled', 'true'],
    ['contactLensImportEnabled', 'true'],
    ['postcallTranscribeComprehendAnalysis', 'snt'],
    ['postcallCTRImportEnabled', 'true'],
  ]);
});
