// Makes a two-hour call and hands it in: a stereo 8 kHz recording (230 MB), its finished transcript with some 1,400 turns
// and 17,000 words, and the contact record.
//   node call.mjs BASE-URL TOKEN [MINUTES]
// Prints the contact's id when its record page is complete.
import process from 'node:process';
import { Readable } from 'node:stream';

const [base, token, minutes = '120'] = process.argv.slice(2);
if (!base || !token) {
  console.error('usage: node call.mjs BASE-URL TOKEN [MINUTES]');
  process.exit(2);
}
const SECONDS = Number(minutes) * 60;
const RATE = 8000;
const WORDS =
  'the order was late again and nobody called me back so please look up the refund for my garden table it should have come on monday but the driver left it with a neighbour'.split(' ');

/** Turns of three to six seconds with short pauses, sides in alternation, and a long silence every two minutes. */
function turns() {
  const all = [];
  let at = 1;
  for (let i = 0; at < SECONDS - 8; i++) {
    const length = 3 + (i % 4);
    const count = Math.floor(length * 2.8);
    const words = Array.from({ length: count }, (_, w) => ({
      text: WORDS[(i * 7 + w) % WORDS.length],
      begin: at + (w * length) / count,
      end: at + ((w + 0.9) * length) / count,
    }));
    all.push({ channel: i % 2, begin: at, end: at + length, words });
    at += length + (i % 24 === 23 ? 9 : 0.4);
  }
  return all;
}

const spoken = turns();

function transcript() {
  const channel = (number) => ({
    channel_label: `ch_${number}`,
    items: spoken
      .filter((turn) => turn.channel === number)
      .flatMap((turn) =>
        turn.words.map((word) => ({
          start_time: word.begin.toFixed(3),
          end_time: word.end.toFixed(3),
          alternatives: [{ confidence: '0.97', content: word.text }],
          type: 'pronunciation',
        })),
      ),
  });
  const channels = [channel(0), channel(1)];
  return JSON.stringify({
    jobName: 'two-hours',
    status: 'COMPLETED',
    results: {
      transcripts: [{ transcript: '' }],
      channel_labels: { number_of_channels: 2, channels },
      items: channels.flatMap(({ items }) => items),
    },
  });
}

function header() {
  const bytes = Buffer.alloc(44);
  const data = SECONDS * RATE * 4;
  bytes.write('RIFF', 0, 'ascii');
  bytes.writeUInt32LE(data + 36, 4);
  bytes.write('WAVEfmt ', 8, 'ascii');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(2, 22);
  bytes.writeUInt32LE(RATE, 24);
  bytes.writeUInt32LE(RATE * 4, 28);
  bytes.writeUInt16LE(4, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'ascii');
  bytes.writeUInt32LE(data, 40);
  return bytes;
}

/** A voice of noise, louder and softer four times a second, on the side whose turn it is. */
function* sound() {
  yield header();
  let turn = 0;
  let noise = 1;
  for (let second = 0; second < SECONDS; second++) {
    const bytes = Buffer.alloc(RATE * 4);
    for (let frame = 0; frame < RATE; frame++) {
      const at = second + frame / RATE;
      while (turn < spoken.length && spoken[turn].end <= at) turn++;
      const speaks = spoken[turn] && spoken[turn].begin <= at;
      noise = (noise * 1103515245 + 12345) & 0x7fffffff;
      const loud = speaks ? 6000 * (0.6 + 0.4 * Math.sin(at * 25)) : 60;
      bytes.writeInt16LE(Math.round((noise / 0x3fffffff - 1) * loud), frame * 4 + (speaks ? spoken[turn].channel * 2 : 0));
    }
    yield bytes;
  }
}

async function call(method, path, body, type) {
  const answer = await fetch(new URL(path, base), {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': type },
    body,
    duplex: 'half',
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}

const id = `two-hours-${Date.now()}`;
const key = `bench/${id}`;
await call('PUT', `/api/v1/objects/bench/${key}.transcribe.json`, transcript(), 'application/octet-stream');
await call('PUT', `/api/v1/objects/bench/${key}.wav`, Readable.toWeb(Readable.from(sound())), 'application/octet-stream');
const begin = new Date(Date.now() - SECONDS * 1000 - 60_000).toISOString();
await call(
  'POST',
  '/api/v1/contact-records',
  JSON.stringify({
    ContactId: id,
    Channel: 'VOICE',
    InitiationTimestamp: begin,
    LastUpdateTimestamp: new Date().toISOString(),
    CustomerEndpoint: { Type: 'TELEPHONE_NUMBER', Address: '+15550100' },
    Queue: { Name: 'Bench' },
    Agent: { Username: 'bench', HierarchyGroups: null },
    Recording: { Location: `bench/${key}.wav`, Status: 'AVAILABLE', Type: 'AUDIO' },
    Attributes: {
      postcallRecordingImportEnabled: 'true',
      postcallTranscribeEnabled: 'true',
      postcallTranscribeLanguage: 'en-US',
      postcallTranscribeComprehendAnalysis: 'snt,kw,dl',
    },
  }),
  'application/json',
);
for (;;) {
  const page = await (await call('GET', `/api/v1/contacts/${id}`)).json();
  if (page.state === 'complete') break;
  if (page.state === 'failed') throw new Error(`the contact failed: ${page.reason}`);
  await new Promise((later) => setTimeout(later, 500));
}
console.log(id);
