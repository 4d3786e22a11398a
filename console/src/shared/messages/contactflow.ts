export const contactFlow = {
  title: 'Contact flow',
  intro:
    'Contact attributes, set in the contact flow of Amazon Connect, say what is made of a contact. Choose what you want; the block and the flow below follow.',
  wanted: 'What is wanted',
  nothingWanted: 'Nothing is chosen, so that there is nothing to set.',
  block: 'The block “Set contact attributes”',
  blockHow:
    'One row for each “Add another attribute”. In the side panel choose “Set manually”, keep “User defined” as the namespace, and copy key and value as they are: keys are case-sensitive.',
  columns: { key: 'Destination key', value: 'Value', means: 'What it does' },
  copyKey: (key: string) => `Copy key ${key}`,
  copyValue: (key: string) => `Copy value of ${key}`,
  copied: 'Copied',
  copyFailed: 'The browser did not allow copying. Select the text instead.',
  means: {
    postcallRecordingImportEnabled: 'The recording is imported, its wave is drawn, and it can be played.',
    postcallTranscribeEnabled: 'The recording is transcribed. Needs the language.',
    postcallTranscribeLanguage: 'The language that is spoken, a code of Amazon Transcribe. A misspelt code fails the transcript.',
    postcallTranscribeComprehendAnalysis: 'The analyses of the transcript, their codes separated by commas.',
    contactLensImportEnabled: 'Transcript and findings of Contact Lens are taken. Needs “Contact Lens conversational analytics” in the same flow.',
    postcallCTRImportEnabled: 'The fields of the contact record itself are imported.',
  } as Record<string, string>,
  flow: 'As a flow in Amazon Connect’s JSON',
  flowHow:
    'The same as flow language. Import it as a new flow and copy its blocks into yours, or put its actions into a flow that you keep as code.',
  form: 'Form',
  whole: 'A flow to import',
  actions: 'The actions alone',
  withRecording: 'Also set the recording behaviour: agent and customer',
  copyJson: 'Copy',
  download: 'Download',
  fileName: 'aftercall-attributes.json',
  flowJson: 'Flow in JSON',
  steps: 'Step by step',
  stepsList: [
    {
      title: 'Open the contact flow',
      text: 'In Amazon Connect: Routing, Flows (Contact flows in older consoles), and the flow that your calls take.',
    },
    {
      title: 'See that calls are recorded',
      text: 'The flow needs “Set recording and analytics behavior” with agent and customer recorded, before the call reaches an agent. Without it Amazon Connect makes no recording, and there is nothing to import.',
    },
    {
      title: 'Add “Set contact attributes”',
      text: 'Before “Transfer to queue”, on every way that leads there. Add the rows of the table above.',
    },
    {
      title: 'Connect, save and publish',
      text: 'Connect both ends of the block, Success and Error, to the next block: a contact should go on even if an attribute could not be set. Save, then Publish.',
    },
    {
      title: 'Wait two minutes',
      text: 'A published flow takes about two minutes until new contacts use it. Contacts that are under way keep the old one.',
    },
    {
      title: 'Make a test call',
      text: 'Call, let both sides speak, hang up, and end After Call Work: the contact record is sent only then. The contact appears in the list soon after.',
    },
  ],
  startWait: 'I have just published it',
  restartWait: 'Start again',
  waitLeft: (clock: string) => `${clock} left until new contacts use it`,
  waitOver: 'New contacts use the published flow now. Make a test call.',
  arrives: 'Do the attributes arrive?',
  arrivesHow: 'Contacts of the last 7 days by queue, and how many of them came with the attribute. Zero means that the flow of this queue does not set it.',
  arrivesColumns: { queue: 'Queue', contacts: 'Contacts', recording: 'Recording wanted', transcript: 'Transcript wanted' },
  noContacts: 'No contact of the last 7 days names a queue.',
  mistakes: 'When nothing happens',
  mistakesList: [
    {
      title: 'The contact is not in the list',
      text: 'Amazon Connect sends the contact record after the agent has left After Call Work, and only if a data stream (Kinesis) for contact records is set up for the instance.',
    },
    {
      title: 'The contact is there, but “Not requested”',
      text: 'The attributes were not set: the block stands on another branch, after “Transfer to queue”, or the flow was saved and not published. The tab Details of the contact shows the attributes that came.',
    },
    {
      title: 'A key in other letters',
      text: 'PostcallTranscribeEnabled or postcallTranscribeenabled is another key, and does nothing. Copy it from the table.',
    },
    {
      title: 'A transcript is wanted, and there is none',
      text: 'postcallTranscribeLanguage is missing, or no code of Amazon Transcribe: en-US is one, english or en_us_1 is not.',
    },
    {
      title: 'No recording',
      text: 'Recording was off in the flow, or the call ended before an agent took it: Amazon Connect records the conversation with an agent.',
    },
    {
      title: 'Only some calls',
      text: 'Transfers and callbacks take other flows. Set the attributes there too; they go along with a transferred contact.',
    },
    {
      title: 'No analyses',
      text: 'postcallTranscribeComprehendAnalysis needs codes, such as snt,kw; words like sentiment are not known. Without a transcript there is nothing to analyse.',
    },
  ],
};
