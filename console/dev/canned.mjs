// Invented contacts for the double: one of each kind that the pages must show.

const SCRIPT = [
  ['agent', 500, 4777, 'Thank you for calling customer care. My name is Laura. How can I help you?', 'NEUTRAL'],
  ['customer', 5077, 10687, 'I am calling about my order. It is late again, and I am very angry. This is the third time.', 'NEGATIVE'],
  ['agent', 10987, 14021, 'I am so sorry to hear that. What is your order number?', 'NEUTRAL'],
  ['customer', 14321, 22046, 'It is four seven one two nine. I paid for express delivery, and I waited at home all day for nothing. This is terrible service.', 'NEGATIVE'],
  ['agent', 21300, 22900, 'I see.', 'NEUTRAL'],
  ['agent', 31346, 36095, 'Thank you for waiting. I can see that the garden table is still in the warehouse. We will send it on Monday morning.', 'POSITIVE'],
  ['customer', 36395, 42099, 'You lied to me last week. I am tired of this awful company, and I want my money back.', 'NEGATIVE'],
  ['agent', 42399, 46243, 'I understand. You will get a refund for the express delivery today.', 'POSITIVE'],
  ['customer', 46843, 51610, 'Well, that helps a little, but Monday is too late. I am very disappointed.', 'MIXED'],
  ['agent', 51910, 55431, 'I am very sorry. You will have the money back in five days.', 'NEUTRAL'],
  ['customer', 60100, 62000, 'All right. Goodbye.', 'NEUTRAL'],
];

function turnOf([participant, beginMillis, endMillis, text], index, all, single) {
  const words = text.split(' ');
  const letters = words.reduce((sum, word) => sum + word.length + 1, 0);
  let at = beginMillis;
  return {
    participant: single ? 'unknown' : participant,
    beginMillis,
    endMillis,
    text,
    words: words.map((word, i) => {
      const begin = at;
      at += ((endMillis - beginMillis) * (word.length + 1)) / letters;
      const doubtful = (index * 5 + i * 3) % 17 === 0;
      return { text: word, beginMillis: Math.round(begin), endMillis: Math.round(at - 40), confidence: doubtful ? 0.41 : 0.93 };
    }),
  };
}

const TURNS = SCRIPT.map((line, index) => turnOf(line, index, SCRIPT, false));
/** Two hours: all but the last turn, faster, again and again. */
const ROUND = TURNS.slice(0, -1);
const ROUNDS = 158;
const LONG_TURNS = Array.from({ length: ROUNDS }, (_, round) => ROUND.map((turn) => shifted(turn, round * 45_400))).flat();

function shifted(turn, millis) {
  const at = (time) => Math.round(time * 0.8 + millis);
  const move = (piece) => ({ ...piece, beginMillis: at(piece.beginMillis), endMillis: at(piece.endMillis) });
  return { ...move(turn), words: turn.words.map(move) };
}

const scores = (label, positive, negative, neutral, mixed) => ({ label, positive, negative, neutral, mixed });
const OF_LABEL = {
  POSITIVE: scores('POSITIVE', 0.81, 0.04, 0.12, 0.03),
  NEGATIVE: scores('NEGATIVE', 0.03, 0.86, 0.08, 0.03),
  NEUTRAL: scores('NEUTRAL', 0.08, 0.05, 0.84, 0.03),
  MIXED: scores('MIXED', 0.22, 0.31, 0.1, 0.37),
};

function places(text, who) {
  return SCRIPT.flatMap(([participant, , , said], turn) => {
    const at = said.toLowerCase().indexOf(text.toLowerCase());
    return at < 0 || (who && participant !== who) ? [] : [{ turn, beginOffset: at, endOffset: at + text.length }];
  });
}

const TAGS = {
  NOUN: 'order time number delivery home service table warehouse morning week company money refund days care customer',
  PROPN: 'Laura Monday',
  VERB: 'calling help hear paid waited waiting see send lied want understand get have helps',
  ADJ: 'late angry third sorry terrible express awful tired disappointed little',
  PRON: 'i you it my me that this what we your',
  ADP: 'for about of in on at back',
  AUX: 'is am can will',
  ADV: 'very again so too still today well',
  DET: 'the a all',
  NUM: 'four seven one two nine five',
};
const TAG_OF = new Map(Object.entries(TAGS).flatMap(([tag, words]) => words.split(' ').map((word) => [word.toLowerCase(), tag])));

export function syntax(who) {
  return SCRIPT.flatMap(([participant, , , text], turn) =>
    who && participant !== who
      ? []
      : [...text.matchAll(/[A-Za-z]+|[.,?]/g)].map(({ 0: word, index }) => ({
          text: word,
          tag: /\W/.test(word) ? 'PUNCT' : (TAG_OF.get(word.toLowerCase()) ?? 'X'),
          score: 0.97,
          turn,
          beginOffset: index,
          endOffset: index + word.length,
        })),
  );
}

function analysis(who, overall, quarters) {
  const phrases = ['my order', 'express delivery', 'terrible service', 'the garden table', 'the warehouse', 'my money', 'the third time', 'customer care', 'last week', 'five days', 'the express delivery'];
  const found = phrases.map((text, i) => ({ text, score: 0.99 - i * 0.03, occurrences: places(text, who) }));
  return {
    sentiment: {
      overall: OF_LABEL[overall],
      quarters: quarters.map((label) => label && OF_LABEL[label]),
      turns: SCRIPT.flatMap(([participant, , , , label], turn) => (who && participant !== who ? [] : [{ ...OF_LABEL[label], turn }])),
    },
    keyPhrases: found.filter((phrase) => phrase.occurrences.length > 0),
    dominantLanguage: [{ languageTag: 'en', score: 0.994 }],
    customEntities: [
      { text: 'garden table', type: 'PRODUCT', score: 1, occurrences: places('garden table', who) },
      { text: 'express delivery', type: 'SERVICE', score: 1, occurrences: places('express delivery', who) },
      { text: 'four seven one two nine', type: 'ORDER_NUMBER', score: 0.9, occurrences: places('four seven one two nine', who) },
    ].filter((entity) => entity.occurrences.length > 0),
    syntaxTokens: syntax(who).length,
  };
}

/** How the two talk, as the server works it out from turns and length. */
function conversation(turns, durationMillis) {
  const of = (who) => {
    const own = turns.filter(({ participant }) => participant === who);
    const lengths = own.map(({ beginMillis, endMillis }) => endMillis - beginMillis);
    const talkMillis = lengths.reduce((sum, one) => sum + one, 0);
    const words = own.reduce((sum, turn) => sum + turn.words.length, 0);
    return { talkMillis, words, turns: own.length, longestMonologueMillis: Math.max(0, ...lengths), wordsPerMinute: talkMillis < 10_000 ? null : (words * 60_000) / talkMillis };
  };
  const sides = { customer: of('customer'), agent: of('agent') };
  const talk = sides.customer.talkMillis + sides.agent.talkMillis || 1;
  const interruptions = [];
  const silences = [];
  let until = 0;
  let overlapMillis = 0;
  let silenceMillis = 0;
  for (const [turn, { participant, beginMillis, endMillis }] of [...turns.entries(), [turns.length, { beginMillis: durationMillis, endMillis: durationMillis }]]) {
    if (beginMillis > until) silenceMillis += beginMillis - until;
    if (beginMillis - until >= 3_000) silences.push({ beginMillis: until, endMillis: beginMillis, hold: beginMillis - until > 8_000 });
    const over = Math.max(0, Math.min(until, endMillis) - beginMillis);
    overlapMillis += over;
    if (over > 0 && endMillis > until) interruptions.push({ turn, by: participant, beginMillis, endMillis: until });
    until = Math.max(until, endMillis);
  }
  const side = (who) => ({ ...sides[who], talkShare: sides[who].talkMillis / talk, interruptions: interruptions.filter(({ by }) => by === who).length });
  return {
    customer: side('customer'),
    agent: side('agent'),
    overlapMillis,
    silenceMillis,
    silenceShare: silenceMillis / durationMillis,
    longestSilenceMillis: Math.max(0, ...silences.map((one) => one.endMillis - one.beginMillis)),
    interruptions,
    silences,
  };
}

const NOTHING = { sentiment: null, keyPhrases: null, dominantLanguage: null, customEntities: null, syntaxTokens: null };
const NAMES = ['recording', 'waveform', 'transcript', 'sentiment', 'keyPhrases', 'dominantLanguage', 'customEntities', 'syntax'];
const T0 = Date.parse('2026-11-22T11:04:00Z');
const iso = (seconds) => new Date(T0 + seconds * 1000).toISOString();

const DONE = {
  recording: 'Found at aftercall-demo/01.wav, 2 channels, 16 kHz, 62 s.',
  waveform: '4 zoom levels.',
  transcript: '11 turns, 135 words by sphinx.',
  sentiment: 'Customer negative, agent neutral.',
  keyPhrases: '11 phrases.',
  dominantLanguage: 'English (0.99).',
  customEntities: '3 entities of 3 types.',
  syntax: '151 tokens.',
};
const done = (name, i) => ({ name, state: 'complete', attempts: i === 0 ? 3 : 1, startedAt: iso(i * 3), endedAt: iso(i * 3 + (i === 2 ? 41.2 : 0.34)), message: DONE[name] });

const RECORD = {
  AWSContactTraceRecordFormatVersion: '2017-03-10',
  Agent: {
    Username: 'laura.bennett',
    ConnectedToAgentTimestamp: '2026-11-20T09:14:22Z',
    AgentInteractionDuration: 47,
    CustomerHoldDuration: 9,
    NumberOfHolds: 1,
    AfterContactWorkDuration: 52,
    AfterContactWorkEndTimestamp: '2026-11-20T09:16:01Z',
    RoutingProfile: { Name: 'Deliveries routing' },
  },
  Attributes: {
    postcallRecordingImportEnabled: 'true',
    postcallTranscribeEnabled: 'true',
    postcallTranscribeLanguage: 'en-US',
    postcallTranscribeComprehendAnalysis: 'snt,kw,dl,ne,syn',
    orderNumber: '47129',
  },
  Channel: 'VOICE',
  CustomerEndpoint: { Address: '+15555550117', Type: 'TELEPHONE_NUMBER' },
  SystemEndpoint: { Address: '+18005550100', Type: 'TELEPHONE_NUMBER' },
  DisconnectReason: 'CUSTOMER_DISCONNECT',
  DisconnectTimestamp: '2026-11-20T09:15:09Z',
  InitiationMethod: 'INBOUND',
  InitiationTimestamp: '2026-11-20T09:12:55Z',
  LastUpdateTimestamp: '2026-11-20T09:16:46Z',
  Queue: { Name: 'Deliveries', Duration: 87 },
};

function base(number, contactId, state, more = {}) {
  return {
    name: `CCA ${String(number).padStart(6, '0')}`,
    contactId,
    state,
    reason: null,
    channel: 'VOICE',
    initiatedAt: iso(-(99 - number) * 640 - 3600),
    customerAddress: `+155555501${String(number % 100).padStart(2, '0')}`,
    agent: 'laura.bennett',
    queue: 'Deliveries',
    receivedAt: iso(0),
    lastUpdateAt: iso(-120),
    deliveries: { redelivered: 2, outdated: 1 },
    related: [],
    requested: { recordingImport: true, transcription: true, language: 'en-US', analysis: ['snt', 'kw', 'dl', 'ne', 'syn'], contactRecordImport: true, notes: [] },
    decisions: NAMES.map((feature) => ({ feature, decision: 'do', reason: 'Asked for by the contact’s attributes.' })),
    steps: NAMES.map(done),
    recording: {
      location: 'aftercall-demo/connect/demo/CallRecordings/2026/11/20/5b0d7a3e_20261120T09:14_UTC.wav',
      sizeBytes: 1_996_844,
      container: 'WAV',
      encoding: 'PCM 16 bit',
      channels: 2,
      sampleRateHz: 8000,
      durationMillis: 66_000,
      swapped: false,
      redacted: false,
      assignment: ['customer', 'agent'],
      notes: [],
    },
    transcript: { engine: 'sphinx', quality: 'draft', advice: 'For good quality: ./aftercall models pull base.en', language: 'en-US', turns: 11, words: 135 },
    analysis: {
      customer: analysis('customer', 'NEGATIVE', ['NEGATIVE', 'NEGATIVE', 'NEGATIVE', 'MIXED']),
      agent: analysis('agent', 'NEUTRAL', ['NEUTRAL', 'NEUTRAL', 'POSITIVE', 'NEUTRAL']),
      whole: analysis(null, 'NEGATIVE', ['NEUTRAL', 'NEGATIVE', 'NEGATIVE', 'MIXED']),
    },
    conversation: conversation(TURNS, 66_000),
    contactLens: null,
    comments: 0,
    deletedAt: null,
    eraseAt: null,
    attachments: [
      { name: 'CallRecording.wav', contentType: 'audio/wav', description: 'The recording as stored', sizeBytes: 1_996_844 },
      { name: 'CustomerTranscripts.json', contentType: 'application/json', description: 'What the customer said, by segments', sizeBytes: 8_421 },
      { name: 'AgentTranscripts.json', contentType: 'application/json', description: 'What the agent said, by segments', sizeBytes: 9_112 },
      { name: 'ComprehendSyntax.json', contentType: 'application/json', description: 'Words with their part of speech', sizeBytes: 21_004 },
    ],
    contactRecord: { ...RECORD, ContactId: contactId },
    ...more,
  };
}

/** What Contact Lens says of the same call. */
function contactLens() {
  const at = (turn, kind) => ({ kind, participant: SCRIPT[turn][0], beginMillis: SCRIPT[turn][1], text: SCRIPT[turn][3] });
  const stretch = (turn) => ({ beginMillis: SCRIPT[turn][1], endMillis: SCRIPT[turn][2] });
  return {
    customer: { sentiment: -3.4, quarters: [-4, -3.8, -2.5, -1], wordsPerMinute: 152.4, talkMillis: 25_300, interruptions: [], loudness: { lowest: 51.2, average: 68.9, highest: 83.4 } },
    agent: { sentiment: 1.2, quarters: [0, 0.5, 2.1, 2.5], wordsPerMinute: 176, talkMillis: 21_900, interruptions: [stretch(4)], loudness: { lowest: 40, average: 61.3, highest: 74.8 } },
    customerCurve: 'Other',
    interruptions: 1,
    nonTalkMillis: 18_800,
    talkMillis: 47_200,
    categories: [{ name: 'Late delivery', places: [stretch(1), stretch(3)] }, { name: 'Refund', places: [stretch(7)] }, { name: 'Long silence', places: [] }],
    highlights: [at(1, 'issue'), at(3, 'issue'), at(5, 'outcome'), at(7, 'actionItem')],
    summary: 'The customer complained about an order that is late for the third time. The agent will send it on Monday and refund the express delivery.',
  };
}

const steps = (changes) => NAMES.map((name, i) => ({ ...done(name, i), ...(changes[name] ?? {}) }));
const off = (reason) => ({ state: 'notRequested', attempts: 0, startedAt: null, endedAt: null, message: reason });
const notYet = { state: 'waiting', attempts: 0, startedAt: null, endedAt: null, message: null, next: 'Begins when the transcript is there.' };
const noAnalysis = { customer: NOTHING, agent: NOTHING, whole: NOTHING };

const ASK_TRANSCRIPT = 'The contact has no attribute postcallTranscribeEnabled.';
const PAGES = [
  base(6, '5b0d7a3e-41c2-4f6b-9a57-2c1e8d90f306', 'running', {
    reason: 'The transcript is being written.',
    steps: steps({
      transcript: { state: 'running', endedAt: null, progress: 0.42, message: null, next: 'Then the analysis begins.' },
      ...Object.fromEntries(NAMES.slice(3).map((name) => [name, notYet])),
    }),
    transcript: null,
    conversation: null,
    analysis: noAnalysis,
    attachments: [],
  }),
  base(5, '5b0d7a3e-41c2-4f6b-9a57-2c1e8d90f305', 'complete', { contactLens: contactLens() }),
  base(4, '5b0d7a3e-41c2-4f6b-9a57-2c1e8d90f304', 'failed', {
    reason: 'The transcript could not be made: no engine here knows the language “tlh”.',
    steps: steps({
      transcript: { state: 'failed', attempts: 1, message: 'No engine here knows the language “tlh”. Known are: en-US (sphinx).', code: 'LANGUAGE_UNKNOWN', next: 'It is not tried again by itself. Pull a model that knows the language, then run again from here.' },
      ...Object.fromEntries(NAMES.slice(3).map((name) => [name, { state: 'skipped', attempts: 0, startedAt: null, endedAt: null, message: 'There is no transcript to analyse.' }])),
    }),
    transcript: null,
    conversation: null,
    analysis: noAnalysis,
  }),
  base(3, '5b0d7a3e-41c2-4f6b-9a57-2c1e8d90f303', 'notRequested', {
    reason: 'Its contact attributes ask for nothing.',
    agent: null,
    queue: 'Callbacks',
    steps: NAMES.map((name) => ({ name, ...off(null) })),
    decisions: NAMES.map((feature) => ({ feature, decision: feature === 'syntax' ? 'switchedOff' : 'notRequested', reason: feature === 'syntax' ? 'The analysis is switched off on this server (aftercall.analysis.enabled).' : feature === 'transcript' ? ASK_TRANSCRIPT : 'The contact has no attribute that asks for it.' })),
    recording: null,
    transcript: null,
    conversation: null,
    analysis: noAnalysis,
    attachments: [],
    contactRecord: { ...RECORD, Attributes: {}, Agent: null },
  }),
  base(2, '5b0d7a3e-41c2-4f6b-9a57-2c1e8d90f302', 'waiting', {
    reason: 'The recording is not in the bucket yet.',
    steps: steps({
      recording: { state: 'waiting', attempts: 4, endedAt: null, message: 'Not there yet: aftercall-demo/connect/02.wav', code: 'RECORDING_NOT_FOUND', next: 'It is looked for again.', nextAt: iso(90) },
      ...Object.fromEntries(NAMES.slice(1).map((name) => [name, { ...notYet, next: 'Begins when the recording is there.' }])),
    }),
    recording: null,
    transcript: null,
    conversation: null,
    analysis: noAnalysis,
    attachments: [],
  }),
  base(1, '5b0d7a3e-41c2-4f6b-9a57-2c1e8d90f301', 'complete', {
    queue: 'A queue with a rather long name that does not fit',
    recording: { location: 'aftercall-demo/mono.wav', sizeBytes: 115_000_000, container: 'WAV', encoding: 'PCM 16 bit', channels: 1, sampleRateHz: 8000, durationMillis: 7_200_000, swapped: false, redacted: false, assignment: ['unknown'], notes: ['One channel: nobody can tell customer and agent apart.'] },
    transcript: { engine: 'whisper', quality: 'good', advice: null, language: 'en-US', turns: LONG_TURNS.length, words: 20_856 },
    analysis: { customer: NOTHING, agent: NOTHING, whole: analysis(null, 'NEGATIVE', ['NEUTRAL', 'NEGATIVE', null, 'MIXED']) },
  }),
];
PAGES[1].analysis.agent.customEntities = [];
const LONG_ID = '5b0d7a3e-41c2-4f6b-9a57-2c1e8d90f300';
PAGES.push(
  base(0, LONG_ID, 'complete', {
    recording: { ...PAGES[1].recording, sizeBytes: 230_400_044, durationMillis: 7_200_000 },
    transcript: { engine: 'whisper', quality: 'good', advice: null, language: 'en-US', turns: LONG_TURNS.length, words: 20_856 },
    analysis: Object.fromEntries(Object.entries(PAGES[1].analysis).map(([who, part]) => [who, repeated(part)])),
    conversation: conversation(LONG_TURNS, 7_200_000),
  }),
);
PAGES.at(-2).conversation = conversation(LONG_TURNS, 7_200_000);

/** The findings of the short call, again in each round of the long one. */
function repeated(part) {
  const again = (items, move) => Array.from({ length: ROUNDS }, (_, round) => items.filter((item) => item.turn < ROUND.length).map((item) => move(item, round * ROUND.length))).flat();
  const everywhere = (finding) => ({ ...finding, occurrences: again(finding.occurrences, (place, by) => ({ ...place, turn: place.turn + by })) });
  return {
    ...part,
    sentiment: { ...part.sentiment, turns: again(part.sentiment.turns, (one, by) => ({ ...one, turn: one.turn + by })) },
    keyPhrases: part.keyPhrases.map(everywhere),
    customEntities: part.customEntities.map(everywhere),
  };
}

const FILLER = Array.from({ length: 70 }, (_, i) => ({
  ...summary(base(70 - i, `0000000${i}-0000-4000-8000-000000000000`.slice(-36), 'complete')),
  initiatedAt: iso(-9_000 - i * 700),
  sentiment: ['POSITIVE', 'NEUTRAL', 'MIXED', 'NEGATIVE', null][i % 5],
  agent: ['john.alvarez', 'mei.tanaka', 'laura.bennett'][i % 3],
  queue: ['Billing', 'Returns', 'Deliveries'][i % 3],
  durationMillis: 30_000 + ((i * 7919) % 900) * 1000,
}));

function summary(page) {
  return {
    name: page.name,
    contactId: page.contactId,
    state: page.state,
    reason: page.reason,
    channel: page.channel,
    initiatedAt: page.initiatedAt,
    customerAddress: page.customerAddress,
    agent: page.agent,
    queue: page.queue,
    durationMillis: page.recording?.durationMillis ?? null,
    language: page.transcript?.language ?? null,
    sentiment: page.analysis.customer.sentiment?.overall?.label ?? null,
    turns: page.transcript?.turns ?? null,
    engine: page.transcript?.engine ?? null,
    receivedAt: page.receivedAt,
    processingMillis: 44_000,
  };
}

export function contacts(query) {
  const all = [...PAGES.map(summary), ...FILLER];
  const wanted = query.get('view') === 'recent' ? all.slice(1, 4) : all.filter((one) => !query.get('state') || one.state === query.get('state'));
  const from = Number(query.get('cursor') ?? 0);
  const to = from + Number(query.get('limit') ?? 50);
  return { items: wanted.slice(from, to), next: to < wanted.length ? String(to) : null };
}

export const recordPage = (contactId) => PAGES.find((page) => page.contactId === contactId);

export function transcriptOf(contactId) {
  const page = recordPage(contactId);
  if (contactId === LONG_ID) return { turns: LONG_TURNS };
  if (page.recording?.channels !== 1) return { turns: TURNS };
  return { turns: LONG_TURNS.map((turn) => ({ ...turn, participant: 'unknown' })) };
}
