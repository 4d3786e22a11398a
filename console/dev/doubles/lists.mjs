// Lists: every filter that the console can ask for (roughly), saved views, events, bulk actions, preferences.
import { contacts } from '../canned.mjs';

const EVERY = contacts(new URLSearchParams('limit=1000')).items;
const SAID = [
  { participant: 'customer', beginMillis: 5_077, text: 'I am calling about my order. It is late again, and I am very angry.' },
  { participant: 'customer', beginMillis: 14_321, text: 'I paid for express delivery, and I waited at home all day for nothing.' },
  { participant: 'agent', beginMillis: 42_399, text: 'You will get a refund for the express delivery today.' },
  { participant: 'agent', beginMillis: 51_910, text: 'I am very sorry, you will have the money back in five days, and I have also made a note for my colleagues in the warehouse so that it does not happen to you again.' },
];
let rows;
let views;
let preferences;
let actions;
let streams = new Set();
let nextId;

function begin() {
  rows = EVERY.map((row, i) => ({
    ...row,
    agentTalkShare: row.state === 'complete' ? ((i * 37) % 60) / 100 + 0.2 : null,
    silenceShare: row.state === 'complete' ? ((i * 17) % 40) / 100 : null,
    comments: i % 7 === 3 ? (i % 3) + 1 : 0,
    language: row.state === 'complete' ? ['en-US', 'en-GB', 'de-DE'][i % 3] : null,
    deletedAt: i > 0 && i % 25 === 0 ? '2026-11-21T16:20:00Z' : null,
    said: row.state === 'complete' ? SAID.slice(i % 3, (i % 3) + 2) : [],
  }));
  views = [
    { id: 'v1', name: 'Angry this week', query: 'sentiment=NEGATIVE&started=7d', columns: ['started', 'agent', 'queue', 'sentiment', 'silence'], shared: false, own: true, pinned: true, owner: 'demo' },
    { id: 'v2', name: 'Long returns', query: 'queue=Returns&minDuration=600000&sort=duration', columns: [], shared: true, own: true, pinned: false, owner: 'demo' },
    { id: 'v3', name: 'For coaching', query: 'agent=mei.tanaka&maxAgentTalk=0.4', columns: [], shared: true, own: false, pinned: false, owner: 'sam' },
  ];
  preferences = {};
  actions = [];
  nextId = 1;
}
begin();

const digits = (text) => (text ?? '').replace(/\D/g, '');
const any = (query, name, value) => query.getAll(name).length === 0 || query.getAll(name).includes(value);
const within = (query, min, max, value) =>
  (!query.has(min) || (value ?? -1) >= Number(query.get(min))) && (!query.has(max) || (value ?? Infinity) <= Number(query.get(max)));

function hitsOf(row, q) {
  const words = q.toLowerCase().replace(/(agent|customer):/g, '').split(/\W+/).filter(Boolean);
  return row.said.flatMap((line) => {
    const marks = words
      .map((word) => line.text.toLowerCase().indexOf(word))
      .map((at, i) => ({ beginOffset: at, endOffset: at + words[i].length }))
      .filter(({ beginOffset }) => beginOffset >= 0);
    return marks.length > 0 ? [{ ...line, marks }] : [];
  });
}

function found(query) {
  const q = query.get('q');
  const number = query.get('number');
  return rows
    .filter((row) => (query.get('view') === 'deleted') === (row.deletedAt !== null))
    .filter((row, i) => query.get('view') !== 'recent' || (i > 0 && i < 4))
    .filter((row) => ['state', 'channel', 'agent', 'queue', 'language', 'sentiment'].every((name) => any(query, name, row[name])))
    .filter((row) => !number || row.name === number.toUpperCase() || row.contactId === number || digits(row.customerAddress).includes(digits(number) || '-'))
    .filter((row) => within(query, 'minDuration', 'maxDuration', row.durationMillis))
    .filter((row) => within(query, 'minAgentTalk', 'maxAgentTalk', row.agentTalkShare))
    .filter((row) => within(query, 'minSilence', 'maxSilence', row.silenceShare))
    .filter((row) => !query.has('from') || Date.parse(row.initiatedAt) >= Date.parse(query.get('from')))
    .filter((row) => !query.has('to') || Date.parse(row.initiatedAt) < Date.parse(query.get('to')))
    .map((row) => (q ? { ...row, hits: hitsOf(row, q) } : row))
    .filter((row) => !q || row.hits.length > 0);
}

const KEYS = { started: 'initiatedAt', duration: 'durationMillis', agentTalk: 'agentTalkShare', silence: 'silenceShare' };

function sorted(list, query) {
  const sort = query.get('sort') ?? 'arrival';
  if (sort === 'arrival') return query.get('order') === 'asc' ? [...list].reverse() : list;
  const key = KEYS[sort] ?? sort;
  const turn = query.get('order') === 'asc' ? 1 : -1;
  return [...list].sort((a, b) => {
    if (a[key] == null || b[key] == null) return (a[key] == null) - (b[key] == null);
    return a[key] < b[key] ? -turn : a[key] > b[key] ? turn : 0;
  });
}

function page(query) {
  if (query.get('agent') === 'refused') return { status: 400, json: { title: 'Bad Request', status: 400, detail: 'The cursor is of another order; ask for the first page again.' } };
  const all = sorted(found(query), query);
  const from = Number(query.get('cursor') ?? 0);
  const to = from + Number(query.get('limit') ?? 50);
  const items = all.slice(from, to).map((row) => ({ ...row, said: undefined }));
  return { json: { items, next: to < all.length ? String(to) : null } };
}

const VALUES = {
  attribute: ['orderNumber', 'plan', 'postcallTranscribeEnabled', 'postcallTranscribeLanguage'],
  phrase: ['my order', 'express delivery', 'terrible service', 'the garden table', 'my money'],
  entity: ['PRODUCT', 'PRODUCT:garden table', 'SERVICE:express delivery', 'ORDER_NUMBER'],
};

function values(field, prefix) {
  if (field === 'attribute' && prefix.includes(':')) return ['47129', '47130', '51200'];
  const known = VALUES[field] ?? [...new Set(rows.map((row) => row[field]).filter(Boolean))];
  return known.filter((value) => value.toLowerCase().startsWith(prefix.toLowerCase()));
}

function tell(type, data) {
  for (const stream of streams) stream.write(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
}

function listen(request, response) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(': hello\n\n');
  streams.add(response);
  request.on('close', () => streams.delete(response));
  return true;
}

async function start({ action, contactIds, query }) {
  const ids = contactIds ?? found(new URLSearchParams(query)).map(({ contactId }) => contactId);
  const made = { id: String(nextId++), action, state: 'running', total: ids.length, done: 0, failed: 0, problems: [], createdAt: new Date().toISOString(), endedAt: null, undoable: action === 'delete', file: null, ids };
  actions.unshift(made);
  void run(made);
  return { status: 202, json: shown(made) };
}

const shown = (action) => ({ ...action, ids: undefined });
const pause = (millis) => new Promise((done) => setTimeout(done, millis));

async function run(action) {
  const step = Math.max(1, Math.ceil(action.ids.length / 12));
  while (action.state === 'running' && action.done < action.total) {
    await pause(250);
    for (const id of action.ids.slice(action.done, action.done + step)) change(action, id);
    action.done = Math.min(action.total, action.done + step);
    tell('bulk', shown(action));
  }
  if (action.state !== 'running') return;
  action.state = 'complete';
  action.endedAt = new Date().toISOString();
  action.undoable = action.action === 'delete';
  if (action.action === 'export') action.file = `/api/v1/bulk-actions/${action.id}/file`;
  tell('bulk', shown(action));
  tell('contacts', {});
}

function change(action, id) {
  const row = rows.find(({ contactId }) => contactId === id);
  if (action.action === 'delete') row.deletedAt = new Date().toISOString();
  if (action.action === 'restore') row.deletedAt = null;
  if (action.action === 'reanalyze' && row.state === 'notRequested') {
    action.failed++;
    action.problems.push({ contactId: id, name: row.name, reason: 'Its contact attributes ask for nothing.' });
  }
}

async function undo(action) {
  action.state = 'undoing';
  tell('bulk', shown(action));
  setTimeout(() => {
    if (action.action === 'delete') for (const row of rows) if (action.ids.includes(row.contactId)) row.deletedAt = null;
    Object.assign(action, { state: 'undone', undoable: false, endedAt: new Date().toISOString() });
    tell('bulk', shown(action));
    tell('contacts', {});
  }, 600);
  return { status: 202, json: shown(action) };
}

async function view(method, [, id, part], body) {
  const known = views.find((one) => one.id === id);
  if (!id && method === 'POST') {
    const made = { ...(await body()), id: `v${views.length + 1}`, own: true, pinned: false, owner: 'demo' };
    views.push(made);
    return { status: 201, json: made };
  }
  if (!id) return { json: { items: [...views].sort((a, b) => Number(b.pinned) - Number(a.pinned) || a.name.localeCompare(b.name)) } };
  if (!known) return { status: 404, json: { title: 'Not found', status: 404, detail: 'There is no such view.' } };
  if (part === 'pin') return Object.assign(known, await body()), { status: 204 };
  if (method === 'DELETE') return (views = views.filter((one) => one !== known)), { status: 204 };
  return { json: Object.assign(known, await body()) };
}

async function bulk(method, [, id, part], body, response) {
  if (!id) return method === 'POST' ? start(await body()) : { json: { items: actions.map(shown) } };
  const action = actions.find((one) => one.id === id);
  if (!action) return { status: 404, json: { title: 'Not found', status: 404 } };
  if (part === 'undo') return undo(action);
  if (part !== 'file') return { json: shown(action) };
  response.writeHead(200, { 'Content-Type': 'application/zip', 'Content-Disposition': 'attachment; filename="contacts.zip"' });
  response.end('PK');
  return true;
}

/** A contact that has just ended: `POST /api/v1/scene/arrive` in a browser test. */
function arrive() {
  const row = { ...rows[1], contactId: `arrived-${nextId}`, name: `CCA ${String(900_000 + nextId++)}`, deletedAt: null, receivedAt: new Date().toISOString() };
  rows.unshift(row);
  tell('contact', { contactId: row.contactId, change: 'arrived' });
  return { json: row };
}

export async function answer({ request, response, method, steps, query, body, scene }) {
  const [what, part] = steps;
  const empty = scene === 'empty';
  if (what === 'test' && part === 'begin') return begin(), { status: 204 };
  if (what === 'test' && part === 'arrive') return arrive();
  if (what === 'contacts' && !part && method === 'GET') return empty ? { json: { items: [], next: null } } : page(query);
  if (what === 'contact-count') return { json: { count: empty ? 0 : found(query).length, more: false } };
  if (what === 'contact-values') return { json: { items: empty ? [] : values(part, query.get('prefix') ?? '') } };
  if (what === 'events') return listen(request, response);
  if (what === 'views') return empty && method === 'GET' ? { json: { items: [] } } : view(method, steps, body);
  if (what === 'bulk-actions') return bulk(method, steps, body, response);
  if (what === 'preferences') return method === 'PUT' ? ((preferences = await body()), { status: 204 }) : { json: preferences };
  return undefined;
}
