// Publication, streams, records set aside and backfills.
const ago = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();
const ID = (n) => `5b0d7a3e-41c2-4f6b-9a57-2c1e8d90f3${String(n).padStart(2, '0')}`;

let paused = null;
let failed = null;
let rejected = null;
let backfills = null;

function start() {
  paused = null;
  const refused = (n, step, code, message, attempts) => ({ contactId: ID(n), step, state: 'failed', code, message, attempts, changedAt: ago(n * 17), nextAt: null });
  failed = [
    refused(4, 'publication', 'SALESFORCE_REFUSED', 'Salesforce refused amazonconnect__AC_ContactChannelAnalytics__c: FIELD_CUSTOM_VALIDATION_EXCEPTION (RecordingPath__c).', 1),
    refused(9, 'publication', 'NEEDS_EARLIER_STEP', 'The recording has changed since it was imported: it had 297,644 bytes and has 99,214; run the step of the recording again.', 1),
    refused(12, 'contactRecordPublication', 'SALESFORCE_SETUP_INCOMPLETE', 'The org has no object amazonconnect__AC_ContactTraceRecord__c that the server’s user may see; install the package, check aftercall.publication.namespace, or give the user the permission set.', 214),
  ];
  const record = (id, minutes, stream, partition, place, reason, sizeBytes, attempts) => ({ id, stream, partition, place, receivedAt: ago(minutes), reason, sizeBytes, attempts });
  rejected = [
    record('41', 12, 'kinesis:contact-records', 'shardId-000000000003', '49590338271490256608559692538361571095921575989136588898', 'It is no JSON: unexpected end at line 1, column 1048.', 1_047, 1),
    record('38', 190, 'kinesis:contact-records', 'shardId-000000000001', '49590338271490256608559692538361571095921575989136581204', 'It has no ContactId; every contact record needs one.', 3_211, 2),
    record('7', 4_020, 'bucket:firehose', 'records/2026/11/19/calls.gz', '118', 'ContactId has 300 characters; 256 are the most.', 61_400, 1),
  ];
  const backfill = (id, state, more) => ({
    id, bucket: null, prefix: null, stream: null, from: ago(9_000), until: null, state, place: null, files: 0, partitions: 0, partitionsRead: 0,
    reachedAt: null, accepted: 0, redelivered: 0, rejected: 0, message: null, createdAt: ago(60), changedAt: ago(1), ...more,
  });
  backfills = [
    backfill('b3', 'running', { stream: 'kinesis:contact-records', partitions: 4, partitionsRead: 1, reachedAt: ago(1_500), accepted: 12_480, redelivered: 12_102, rejected: 1 }),
    backfill('b2', 'complete', { bucket: 'firehose', prefix: 'records/2026/11/', files: 96, accepted: 48_210, rejected: 1, place: 'records/2026/11/19/calls.gz', changedAt: ago(3_000), until: ago(4_000) }),
    backfill('b1', 'failed', { bucket: 'old-records', prefix: '', from: null, message: 'The bucket old-records may not be read: AccessDenied. Allow s3:ListBucket and s3:GetObject.', changedAt: ago(5_000) }),
  ];
}
start();

const partition = (name, more = {}) => ({ partition: name, server: 'calls-1', place: '4959', records: 128_400, lastRecordAt: ago(0.2), behindMillis: 0, behindRecords: null, readAt: ago(0.05), ...more });
const STREAMS = [
  {
    name: 'kinesis:contact-records', state: 'reading', message: null, rejected: 2, canBackfill: true,
    partitions: [partition('shardId-000000000001'), partition('shardId-000000000003', { server: 'calls-2', behindMillis: 94_000, records: 96_112 })],
  },
  {
    name: 'kafka:contact-records', state: 'failed', message: 'The brokers do not answer (TimeoutException). It is tried again at 10:04 UTC.', rejected: 0, canBackfill: true,
    partitions: [partition('contact-records-0', { behindMillis: null, behindRecords: 1_204, lastRecordAt: ago(80), readAt: ago(79) })],
  },
  { name: 'sqs:file-events', state: 'starting', message: null, rejected: 0, canBackfill: false, partitions: [] },
];

const standing = (scene) => {
  const enabled = scene !== 'empty';
  const broken = scene === 'broken';
  return {
    enabled,
    pausedSince: paused,
    pausedBy: paused && 'Laura Bennett',
    waiting: enabled ? 42 : 0,
    failed: enabled ? failed.length : 0,
    published: enabled ? 18_406 : 0,
    trouble: broken ? { code: 'SALESFORCE_LOGIN_REFUSED', message: 'Salesforce refused the login: invalid_grant (authentication failure).', at: ago(7), until: ago(-4) } : null,
    apiUsage: enabled ? { used: broken ? 93_400 : 31_250, limit: 100_000, at: ago(0.3) } : null,
    apiReserve: 10,
  };
};

const waiting = () => [
  { contactId: ID(6), step: 'publication', state: 'running', code: null, message: null, attempts: 1, changedAt: ago(0.1), nextAt: null },
  { contactId: ID(7), step: 'publication', state: 'waiting', code: 'SALESFORCE_UNAVAILABLE', message: 'Salesforce answered with status 503.', attempts: 3, changedAt: ago(1), nextAt: ago(-1) },
  { contactId: ID(8), step: 'publication', state: 'waiting', code: null, message: null, attempts: 0, changedAt: null, nextAt: null },
];

export async function answer({ response, method, steps, query, body, scene }) {
  const [what, id, part] = steps;
  if (what === 'test' && id === 'begin') start();
  if (what === 'publication') {
    if (id === 'contacts') return { json: { items: scene === 'empty' || scene === 'quiet' ? [] : query.get('state') === 'waiting' ? waiting() : failed, next: null } };
    if (id === 'retry') {
      const contacts = failed.length;
      failed = [];
      return { status: 202, json: { contacts } };
    }
    if (method === 'PUT') paused = (await body()).paused ? ago(0) : null;
    return { json: scene === 'quiet' ? { ...standing(scene), waiting: 0, failed: 0 } : standing(scene) };
  }
  if (what === 'streams') return { json: { items: scene === 'empty' ? [] : STREAMS } };
  if (what === 'rejected-records') return rejectedRecord({ response, method, id, part, scene });
  if (what === 'backfills') {
    if (method === 'POST') {
      const asked = await body();
      backfills = [{ ...backfills[0], id: 'b9', stream: null, bucket: null, prefix: '', files: 0, accepted: 0, redelivered: 0, rejected: 0, ...asked }, ...backfills];
      return { status: 202, json: backfills[0] };
    }
    if (method === 'DELETE') {
      backfills = backfills.map((one) => (one.id === id ? { ...one, state: 'stopped' } : one));
      return { status: 204 };
    }
    return { json: { items: scene === 'empty' ? [] : backfills } };
  }
  return undefined;
}

function rejectedRecord({ response, method, id, part, scene }) {
  if (part === 'content') {
    response.writeHead(200, { 'Content-Type': 'application/octet-stream' });
    response.end(JSON.stringify({ ContactId: '', AWSAccountId: '123456789012', Channel: 'VOICE', Attributes: { postcallTranscribeEnabled: 'true' }, Queue: { Name: 'Returns' } }));
    return true;
  }
  if (part === 'retry') {
    const taken = id !== '41';
    if (taken) rejected = rejected.filter((record) => record.id !== id);
    return { json: { taken, reason: taken ? null : 'it is no JSON: unexpected end at line 1, column 1048' } };
  }
  if (method === 'DELETE') {
    rejected = rejected.filter((record) => record.id !== id);
    return { status: 204 };
  }
  const items = scene === 'empty' ? [] : rejected;
  return { json: { items, total: items.length, next: null } };
}
