// Contacts to look at the player with: one that has everything, one of two hours with two sides. Their
// sound is made byte by byte as it is asked for: the customer hums low on the first channel, the agent
// high on the second, each while a turn of theirs lasts.
import { recordPage, transcriptOf } from '../canned.mjs';

const MODEL = '5b0d7a3e-41c2-4f6b-9a57-2c1e8d90f305';
const EVERYTHING = '5b0d7a3e-41c2-4f6b-9a57-2c1e8d90f317';
const TWO_HOURS = '5b0d7a3e-41c2-4f6b-9a57-2c1e8d90f318';
const NO_PEAKS = '5b0d7a3e-41c2-4f6b-9a57-2c1e8d90f319';
const RATE = 8000;
const FRAME_BYTES = 4;
const HEADER_BYTES = 44;
const MOST_BYTES = 2 ** 20;
const ROUND_MILLIS = 66_000;

const turns = transcriptOf(MODEL).turns;
const shifted = (piece, millis) => ({ ...piece, beginMillis: piece.beginMillis + millis, endMillis: piece.endMillis + millis });
const OTHER = { customer: 'agent', agent: 'customer' };
const turnsOf = (contactId) => {
  const all = inAll(contactId);
  return swapped.get(contactId) ? all.map((turn) => ({ ...turn, participant: OTHER[turn.participant] })) : all;
};
const inAll = (contactId) =>
  contactId !== TWO_HOURS
    ? turns
    : Array.from({ length: 109 }, (_, round) =>
        turns.map((turn) => ({ ...shifted(turn, round * ROUND_MILLIS), words: turn.words.map((word) => shifted(word, round * ROUND_MILLIS)) })),
      ).flat();

const talk = (participant) => {
  const own = turns.filter((turn) => turn.participant === participant);
  const talkMillis = own.reduce((sum, turn) => sum + turn.endMillis - turn.beginMillis, 0);
  return { talkMillis, talkShare: 0.5, words: 70, wordsPerMinute: 160, turns: own.length, longestMonologueMillis: 7_725, interruptions: participant === 'agent' ? 1 : 0 };
};
const CONVERSATION = {
  customer: talk('customer'),
  agent: talk('agent'),
  overlapMillis: 746,
  silenceMillis: 13_100,
  silenceShare: 0.2,
  longestSilenceMillis: 8_446,
  interruptions: [{ turn: 4, by: 'agent', beginMillis: 21_300, endMillis: 22_046 }],
  silences: [
    { beginMillis: 22_900, endMillis: 31_346, hold: true },
    { beginMillis: 55_431, endMillis: 60_100, hold: false },
    { beginMillis: 62_000, endMillis: 66_000, hold: false },
  ],
};

const swapped = new Map();

function pageOf(contactId) {
  const page = recordPage(MODEL);
  const sides = swapped.get(contactId) ?? false;
  const recording = { ...page.recording, swapped: sides, assignment: sides ? ['agent', 'customer'] : ['customer', 'agent'], source: 'aftercall-demo/connect/demo/CallRecordings' };
  if (contactId === TWO_HOURS) {
    const { sentiment } = page.analysis.whole;
    const all = { ...sentiment, turns: Array.from({ length: 109 }, (_, round) => sentiment.turns.map((one) => ({ ...one, turn: one.turn + round * turns.length }))).flat() };
    return { ...page, contactId, name: 'CCA 000018', recording: { ...recording, durationMillis: 7_200_000 }, analysis: { ...page.analysis, whole: { ...page.analysis.whole, sentiment: all } } };
  }
  return { ...page, contactId, name: contactId === NO_PEAKS ? 'CCA 000019' : 'CCA 000017', recording, conversation: CONVERSATION };
}

const speaks = (participant, millis) => {
  const at = millis % ROUND_MILLIS;
  return turns.some((turn) => turn.participant === participant && turn.beginMillis <= at && at < turn.endMillis);
};

/** Who spoke on which channel, whatever the page says of it. */
const RECORDED = ['customer', 'agent'];

function peaks(contactId, samplesPerPixel) {
  const { durationMillis } = pageOf(contactId).recording;
  const frames = (durationMillis * RATE) / 1000;
  const length = Math.ceil(frames / samplesPerPixel);
  const out = Buffer.alloc(24 + length * 4);
  [2, 1, RATE, samplesPerPixel, length, 2].forEach((value, i) => out.writeInt32LE(value, i * 4));
  for (let point = 0; point < length; point++) {
    const millis = (point * samplesPerPixel * 1000) / RATE;
    for (let channel = 0; channel < 2; channel++) {
      const loud = speaks(RECORDED[channel], millis) ? 12 + Math.abs(Math.round(38 * Math.sin(millis / 210) + 22 * Math.sin(millis / 97 + channel))) : 0;
      out.writeInt8(-loud, 24 + point * 4 + channel * 2);
      out.writeInt8(loud, 25 + point * 4 + channel * 2);
    }
  }
  return out;
}

function header(bytes) {
  const head = Buffer.alloc(HEADER_BYTES);
  head.write('RIFF', 0);
  head.writeUInt32LE(bytes - 8, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(2, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE * FRAME_BYTES, 28);
  head.writeUInt16LE(FRAME_BYTES, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(bytes - HEADER_BYTES, 40);
  return head;
}

function sound(contactId, from, to) {
  const { durationMillis } = pageOf(contactId).recording;
  const bytes = HEADER_BYTES + (durationMillis * RATE * FRAME_BYTES) / 1000;
  const firstFrame = Math.floor(Math.max(0, from - HEADER_BYTES) / FRAME_BYTES);
  const lastFrame = Math.ceil((to + 1 - HEADER_BYTES) / FRAME_BYTES);
  const data = Buffer.alloc(Math.max(0, lastFrame - firstFrame) * FRAME_BYTES);
  for (let frame = firstFrame; frame < lastFrame; frame++) {
    for (let channel = 0; channel < 2; channel++) {
      if (!speaks(RECORDED[channel], (frame * 1000) / RATE)) continue;
      const pitch = RECORDED[channel] === 'agent' ? 440 : 220;
      data.writeInt16LE(Math.round(9_000 * Math.sin((2 * Math.PI * pitch * frame) / RATE)), (frame - firstFrame) * FRAME_BYTES + channel * 2);
    }
  }
  const all = Buffer.concat([header(bytes), data]);
  const begin = from < HEADER_BYTES ? from : HEADER_BYTES + ((from - HEADER_BYTES) % FRAME_BYTES);
  return { bytes, part: all.subarray(begin, begin + to - from + 1) };
}

function play(request, response, contactId) {
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? 'bytes=0-');
  const last = HEADER_BYTES + (pageOf(contactId).recording.durationMillis * RATE * FRAME_BYTES) / 1000 - 1;
  const from = Number(range?.[1] ?? 0);
  const to = Math.min(range?.[2] ? Number(range[2]) : last, from + MOST_BYTES, last);
  const { bytes, part } = sound(contactId, from, to);
  response.writeHead(206, { 'Content-Type': 'audio/wav', 'Accept-Ranges': 'bytes', 'Content-Range': `bytes ${from}-${to}/${bytes}`, 'Content-Length': part.length });
  response.end(part);
  return true;
}

async function swap(contactId, body) {
  const { swapped: wanted, wholeSource } = await body();
  swapped.set(contactId, wanted);
  return { json: { source: 'aftercall-demo/connect/demo/CallRecordings', others: wholeSource ? 0 : 12 } };
}

export function answer({ request, response, method, steps, query, body }) {
  const [collection, contactId, part] = steps;
  if (collection !== 'contacts') return undefined;
  if (part === 'channels' && method === 'PUT') return swap(contactId, body);
  if (![EVERYTHING, TWO_HOURS, NO_PEAKS].includes(contactId)) return undefined;
  switch (part) {
    case undefined:
      return { json: pageOf(contactId) };
    case 'transcript':
      return { json: { turns: turnsOf(contactId) } };
    case 'sound.wav':
      return play(request, response, contactId);
    case 'playback-url':
      return { json: { url: `/api/v1/contacts/${contactId}/sound.wav`, expiresAt: new Date(Date.now() + 300_000).toISOString() } };
    case 'waveform.dat': {
      if (contactId === NO_PEAKS) return { status: 404, json: { title: 'Not there', status: 404 } };
      response.writeHead(200, { 'Content-Type': 'application/octet-stream' });
      response.end(peaks(contactId, Number(query.get('samplesPerPixel') ?? 256)));
      return true;
    }
    default:
      return undefined;
  }
}
