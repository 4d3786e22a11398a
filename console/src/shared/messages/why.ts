import type { StepName } from '@/api/types';

export const why = {
  waiting: (what: string) => `${what}: waiting for its turn`,
  running: (what: string, progress: number | null) =>
    progress === null ? `${what}: in the making` : `${what}: in the making, ${Math.round(progress * 100)}%`,
  failed: (what: string) => `${what}: failed`,
  skipped: (what: string) => `${what}: not made`,
  notRequested: (what: string) => `${what}: not requested`,
  empty: (what: string) => `${what}: none`,
  seeTimeline: 'The tab Timeline has each step, and runs it again.',
  ask: {
    recording: 'To ask for it in future: set the contact attribute postcallRecordingImportEnabled to true in the contact flow.',
    waveform: 'It is drawn from the recording: set the contact attribute postcallRecordingImportEnabled to true in the contact flow.',
    transcript:
      'To ask for it in future: set the contact attributes postcallTranscribeEnabled = true and postcallTranscribeLanguage (for example en-US) in the contact flow.',
    sentiment: 'To ask for it in future: add snt to the contact attribute postcallTranscribeComprehendAnalysis.',
    keyPhrases: 'To ask for it in future: add kw to the contact attribute postcallTranscribeComprehendAnalysis.',
    dominantLanguage: 'To ask for it in future: add dl to the contact attribute postcallTranscribeComprehendAnalysis.',
    customEntities: 'To ask for it in future: add ne to the contact attribute postcallTranscribeComprehendAnalysis.',
    syntax: 'To ask for it in future: add syn to the contact attribute postcallTranscribeComprehendAnalysis.',
    contactRecordPublication:
      'To ask for it in future: set the contact attribute postcallCTRImportEnabled to true in the contact flow.',
    publication: 'It is published with its recording or transcript once publication to Salesforce is switched on.',
  } satisfies Record<StepName, string>,
};
