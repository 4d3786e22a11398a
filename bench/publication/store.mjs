// Makes two buckets at an S3 server that checks no signatures, and puts a recording for each contact:
//   node store.mjs ADDRESS RECORDING.wav COUNT
import {readFileSync} from 'node:fs';

const [address, file, count] = process.argv.slice(2);
const recording = readFileSync(file);

async function put(path, body) {
  const answer = await fetch(`${address}/${path}`, {method: 'PUT', body});
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  }
}

await put('calls');
await put('transcripts');
let next = 0;
async function work() {
  while (next < Number(count)) {
    await put(`calls/stream-${String(next++).padStart(8, '0')}.wav`, recording);
  }
}
await Promise.all([work(), work(), work(), work()]);
