import { m } from './messages';

/** The contact attributes that switch work on. Keys are case-sensitive. */
export const ATTRIBUTE = {
  recordingImport: 'postcallRecordingImportEnabled',
  transcribe: 'postcallTranscribeEnabled',
  language: 'postcallTranscribeLanguage',
  analysis: 'postcallTranscribeComprehendAnalysis',
  recordImport: 'postcallCTRImportEnabled',
  contactLensImport: 'contactLensImportEnabled',
} as const;

export const ANALYSES = ['snt', 'kw', 'dl', 'ne', 'syn'] as const;
export type AnalysisCode = (typeof ANALYSES)[number];

/** What is wanted of a contact. */
export interface Wanted {
  readonly recording: boolean;
  readonly transcript: boolean;
  /** Amazon Transcribe's code; used with a transcript alone. */
  readonly language: string;
  readonly analyses: readonly AnalysisCode[];
  readonly contactRecord: boolean;
  /** The transcript is the one that Contact Lens made; it comes before that of an engine. */
  readonly contactLens: boolean;
}

export const EVERYTHING_WANTED: Wanted = {
  recording: true,
  transcript: true,
  language: 'en-US',
  analyses: ANALYSES,
  contactRecord: true,
  contactLens: false, // needs Contact Lens in the flow, and costs money there
};

/** The attributes that ask for it, in the order in which the block lists them. Without a transcript there is nothing to analyse. */
export function attributesFor({ recording, transcript, language, analyses, contactRecord, contactLens }: Wanted): [key: string, value: string][] {
  const attributes: [string, string][] = [];
  if (recording) attributes.push([ATTRIBUTE.recordingImport, 'true']);
  if (transcript) attributes.push([ATTRIBUTE.transcribe, 'true'], [ATTRIBUTE.language, language]);
  if (contactLens) attributes.push([ATTRIBUTE.contactLensImport, 'true']);
  if (transcript || contactLens) {
    const codes = ANALYSES.filter((code) => analyses.includes(code));
    if (codes.length > 0) attributes.push([ATTRIBUTE.analysis, codes.join(',')]);
  }
  if (contactRecord) attributes.push([ATTRIBUTE.recordImport, 'true']);
  return attributes;
}

export const ANALYSIS_OPTIONS = ANALYSES.map((value) => ({
  value,
  label: m.requests.analyses[value],
  labelTag: value,
}));
