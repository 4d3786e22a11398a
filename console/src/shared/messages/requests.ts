/** What can be asked for, in forms. */
export const requests = {
  recording: 'Import the recording',
  transcript: 'Transcribe it',
  language: 'Language that is spoken',
  findLanguage: 'Find a language',
  analyses: {
    snt: 'Sentiment',
    kw: 'Key phrases',
    dl: 'Dominant language',
    ne: 'Custom entities',
    syn: 'Syntax',
  },
  analysesLabel: 'Analyses',
  analysesHow: 'They are made from the transcript.',
  chooseAnalyses: 'Choose analyses',
  removeAnalysis: (label: string) => `Leave out ${label}`,
  contactLens: 'Take what Contact Lens found out',
  contactLensHow: 'Its transcript comes before that of an engine. Contact Lens has to be on in the flow.',
  contactRecord: 'Import the contact record itself',
};
