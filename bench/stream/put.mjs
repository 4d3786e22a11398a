// Makes a stream, or puts contact records into it, each with an id of its own:
//   node put.mjs ADDRESS create STREAM SHARDS
//   node put.mjs ADDRESS put STREAM RECORD.json FROM COUNT PER_SECOND [BUCKET]
// With a bucket each says that its recording is BUCKET/its id.wav.
import {readFileSync} from 'node:fs';

const [address, action, stream, ...rest] = process.argv.slice(2);

async function call(target, body) {
  const answer = await fetch(address, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': `Kinesis_20131202.${target}`,
      'X-Amz-Date': '20261120T000000Z',
      // Kinesalite looks at the form only.
      Authorization:
        'AWS4-HMAC-SHA256 Credential=bench/20261120/eu-central-1/kinesis/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) {
    throw new Error(`${target}: ${answer.status} ${text}`);
  }
  return text ? JSON.parse(text) : {};
}

const pause = (millis) => new Promise((done) => setTimeout(done, millis));

async function create(shards) {
  await call('CreateStream', {StreamName: stream, ShardCount: Number(shards)});
  while ((await call('DescribeStream', {StreamName: stream})).StreamDescription.StreamStatus !== 'ACTIVE') {
    await pause(100);
  }
}

async function put(file, from, count, perSecond, bucket) {
  const record = JSON.parse(readFileSync(file, 'utf8'));
  const began = Date.now();
  for (let sent = 0; sent < count; sent += 100) {
    const Records = [];
    for (let n = sent; n < Math.min(sent + 100, count); n++) {
      record.ContactId = `stream-${String(from + n).padStart(8, '0')}`;
      if (bucket) {
        record.Recording.Location = record.Recordings[0].Location = `${bucket}/${record.ContactId}.wav`;
      }
      Records.push({PartitionKey: record.ContactId, Data: Buffer.from(JSON.stringify(record)).toString('base64')});
    }
    const answer = await call('PutRecords', {StreamName: stream, Records});
    if (answer.FailedRecordCount > 0) {
      throw new Error(`${answer.FailedRecordCount} records were not taken by the stream`);
    }
    await pause(Math.max(0, began + ((sent + 100) * 1000) / perSecond - Date.now()));
  }
}

if (action === 'create') {
  await create(rest[0]);
} else {
  await put(rest[0], Number(rest[1]), Number(rest[2]), Number(rest[3]), rest[4]);
}
