// Comments and corrections of every contact, kept as long as the double runs.
import { recordPage, transcriptOf } from '../canned.mjs';

const at = (minutes) => new Date(Date.parse('2026-11-20T10:00:00Z') + minutes * 60_000).toISOString();
const FIRST = [
  { id: 'c1', author: 'demo', own: true, text: 'Good opening. Please send this one round in the team meeting.', atMillis: null, replyTo: null, createdAt: at(0), editedAt: null },
  { id: 'c2', author: 'Mei Tanaka', own: false, text: 'The customer says it is the third time. Do we have the two contacts before?', atMillis: 8_900, replyTo: null, createdAt: at(5), editedAt: at(6) },
  { id: 'c3', author: 'demo', own: true, text: 'Yes: CCA 000002 and CCA 000003.', atMillis: 8_900, replyTo: 'c2', createdAt: at(9), editedAt: null },
  { id: 'c4', author: 'John Alvarez', own: false, text: 'Nine seconds of hold without a word. Say what you are looking for.', atMillis: 24_000, replyTo: null, createdAt: at(12), editedAt: null },
];
const comments = new Map();
const corrections = new Map();
let count = FIRST.length;

function commentsOf(contactId) {
  if (!comments.has(contactId)) comments.set(contactId, contactId.endsWith('5') ? structuredClone(FIRST) : []);
  return comments.get(contactId);
}

export async function answer({ method, steps, body, scene }) {
  const [contacts, contactId, part, id, more] = steps;
  if (contacts !== 'contacts' || !contactId) return undefined;
  if (part === undefined && method === 'GET') return page(contactId, scene);
  if (part === undefined && method === 'DELETE') return bin(contactId, new Date());
  if (part === 'restore') return bin(contactId, null);
  if (part === 'embed-link') return { status: 201, json: { url: `/embed/contacts/${contactId}#token=ace_demo`, expiresAt: at(60 * 24 * 9) } };
  if (part === 'transcript' && method === 'GET' && recordPage(contactId)?.transcript) return { json: { turns: turnsOf(contactId) } };
  if (part === 'turns') return more === 'history' ? { json: { items: historyOf(contactId, Number(id)) } } : correct(contactId, Number(id), await body());
  if (part !== 'comments') return undefined;
  if (method === 'GET') return { json: { items: scene === 'empty' ? [] : commentsOf(contactId) } };
  if (method === 'POST') return add(contactId, await body());
  const comment = commentsOf(contactId).find((one) => one.id === id);
  if (!comment) return { status: 404, json: { title: 'Not found', status: 404, detail: 'There is no such comment.' } };
  if (method === 'PUT') return { json: Object.assign(comment, await body(), { editedAt: new Date().toISOString() }) };
  comments.set(contactId, commentsOf(contactId).filter((one) => one.id !== id && one.replyTo !== id));
  return { status: 204 };
}

function add(contactId, { text, atMillis = null, replyTo = null }) {
  const comment = { id: `c${++count}`, author: 'demo', own: true, text, atMillis, replyTo, createdAt: new Date().toISOString(), editedAt: null };
  commentsOf(contactId).push(comment);
  return { status: 201, json: comment };
}

const deleted = new Map();

function bin(contactId, when) {
  deleted.set(contactId, when);
  return { status: 204 };
}

function page(contactId, scene) {
  const known = recordPage(contactId);
  if (!known) return undefined;
  const when = scene === 'bin' ? new Date('2026-11-21T09:30:00Z') : deleted.get(contactId);
  return {
    json: {
      ...known,
      comments: scene === 'empty' ? 0 : commentsOf(contactId).length,
      deletedAt: when ?? null,
      eraseAt: when ? new Date(when.getTime() + 7 * 86_400_000) : null,
    },
  };
}

const keyOf = (contactId, turn) => `${contactId} ${turn}`;

function historyOf(contactId, turn) {
  const first = { text: transcriptOf(contactId).turns[turn].text, author: recordPage(contactId).transcript.engine, at: at(-30) };
  return [...(corrections.get(keyOf(contactId, turn)) ?? []).toReversed(), first];
}

corrections.set(keyOf('5b0d7a3e-41c2-4f6b-9a57-2c1e8d90f305', 2), [
  { text: 'I am so sorry to hear that. What was your order number?', author: 'John Alvarez', at: at(3) },
  { text: 'I am so sorry to hear that. What is your order number, please?', author: 'Mei Tanaka', at: at(4) },
]);

function correct(contactId, turn, { text, expected }) {
  const key = keyOf(contactId, turn);
  const now = turnsOf(contactId)[turn];
  if (expected !== undefined && expected !== now.text) {
    return { status: 409, json: { title: 'Changed meanwhile', status: 409, detail: 'Another person has corrected this turn meanwhile. Read it again.' } };
  }
  if (text === null) corrections.delete(key);
  else corrections.set(key, [...(corrections.get(key) ?? []), { text, author: 'demo', at: new Date().toISOString() }]);
  return { json: turnsOf(contactId)[turn] };
}

function turnsOf(contactId) {
  return transcriptOf(contactId).turns.map((turn, index) => {
    const last = corrections.get(keyOf(contactId, index))?.at(-1);
    if (!last) return turn;
    const texts = last.text.split(/\s+/);
    const each = (turn.endMillis - turn.beginMillis) / texts.length;
    const words = texts.map((text, i) => ({ text, beginMillis: Math.round(turn.beginMillis + i * each), endMillis: Math.round(turn.beginMillis + (i + 1) * each) - 20, confidence: 1 }));
    return { ...turn, text: last.text, original: turn.text, correctedBy: last.author, correctedAt: last.at, words };
  });
}
