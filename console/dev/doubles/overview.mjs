// Dashboard, upload, navigation items and the embedded page.

const QUEUES = ['Support', 'Billing', 'Sales', 'Returns'];
const AGENTS = ['jdoe', 'laura.meyer', 'kofi.mensah', 'anna.kowalska', 'rahul.singh', 'mei.lin', 'tom.baker'];
const DAY = 86_400_000;
const STEPS = { hour: 3_600_000, day: DAY, week: 7 * DAY, month: 30 * DAY };

/** The same numbers each time, whatever the time of day. */
const noise = (n) => (Math.sin(n * 12.9898) * 43758.5453) % 1;
const some = (n, spread) => Math.abs(noise(n)) * spread;

function tally(n, contacts) {
  const analysed = Math.round(contacts * 0.94);
  const negative = Math.round(analysed * (0.18 + some(n, 0.16)));
  const mixed = Math.round(analysed * 0.06);
  const positive = Math.round(analysed * (0.24 + some(n + 1, 0.14)));
  return {
    contacts,
    failed: Math.round(contacts * some(n + 2, 0.03)),
    positive,
    negative,
    mixed,
    neutral: Math.max(0, analysed - positive - negative - mixed),
    meanDurationMillis: contacts > 0 ? 240_000 + some(n + 3, 200_000) : null,
    meanAgentTalkShare: contacts > 0 ? 0.46 + some(n + 4, 0.16) : null,
    meanSilenceShare: contacts > 0 ? 0.08 + some(n + 5, 0.14) : null,
  };
}

function sum(tallies) {
  const total = { contacts: 0, failed: 0, positive: 0, negative: 0, mixed: 0, neutral: 0 };
  for (const one of tallies) for (const key of Object.keys(total)) total[key] += one[key];
  return { ...total, meanDurationMillis: 334_000, meanAgentTalkShare: 0.53, meanSilenceShare: 0.14 };
}

function series(query) {
  const interval = query.get('interval') ?? 'day';
  const step = STEPS[interval];
  const from = Date.parse(query.get('from') ?? new Date(Date.now() - 360 * DAY).toISOString());
  const to = Math.min(Date.now(), Date.parse(query.get('to') ?? new Date().toISOString()));
  const points = [];
  for (let at = from; at < to && points.length < 400; at += step) {
    const weekday = new Date(at).getDay();
    const busy = interval === 'day' && (weekday === 0 || weekday === 6) ? 0.2 : 1;
    const open = interval === 'hour' && (new Date(at).getHours() < 8 || new Date(at).getHours() > 19) ? 0 : 1;
    const contacts = Math.round((80 + some(points.length, 60)) * busy * open * (step / DAY < 1 ? 0.12 : step / DAY));
    points.push({ ...tally(points.length, contacts), begin: new Date(at).toISOString(), end: new Date(at + step).toISOString() });
  }
  return points;
}

const ranked = (words) => words.map((text, i) => ({ text, contacts: Math.round(900 / (i + 2)) }));
const EMPTY = { total: { ...sum([]), meanDurationMillis: null, meanAgentTalkShare: null, meanSilenceShare: null }, states: {}, series: [], agents: [], queues: [], findingContacts: 0, phrases: [], entities: [], failures: [] };

function dashboard(query, scene) {
  if (scene === 'empty' || query.getAll('queue').includes('Nobody')) return { ...EMPTY, series: series(query).map((point, i) => ({ ...tally(i, 0), begin: point.begin, end: point.end })) };
  const points = series(query);
  const total = sum(points);
  const asked = query.get('attribute');
  const groups = (names, seed) =>
    names.map((name, i) => ({ name, ...tally(seed + i, Math.round((total.contacts / names.length) * (1.4 - i * 0.15) * (asked ? (i === 3 ? 0 : i === 1 ? 0.8 : 1) : 1))) }));
  return {
    total,
    states: { complete: total.contacts - total.failed - 9, running: 2, waiting: 3, failed: total.failed, notRequested: 4 },
    series: points,
    agents: groups(AGENTS, 40),
    queues: groups(QUEUES, 20),
    findingContacts: Math.min(total.contacts, 10_000),
    phrases: ranked(['my order', 'express delivery', 'the invoice', 'a refund', 'the garden table', 'terrible service', 'customer number', 'last week', 'my address', 'the warehouse', 'credit card', 'five days']),
    entities: ranked(['express delivery', 'garden table', 'Premium', 'kettle']).map((row, i) => ({ ...row, type: ['SERVICE', 'PRODUCT', 'PLAN', 'PRODUCT'][i] })),
    failures: [
      { code: 'RECORDING_NOT_FOUND', step: 'recording', contacts: 21 },
      { code: 'LANGUAGE_UNKNOWN', step: 'transcript', contacts: 6 },
    ],
  };
}

const VIEWS = [
  { id: '1', name: 'Angry customers this week', query: 'sentiment=NEGATIVE&started=7d', columns: [], shared: true, own: false, pinned: true, owner: 'laura' },
  { id: '2', name: 'Long silences', query: 'minSilence=0.4', columns: [], shared: false, own: true, pinned: false, owner: 'demo' },
];
let preferences = {};

async function take(request) {
  let bytes = 0;
  for await (const part of request) bytes += part.length;
  return bytes;
}

export async function answer({ request, method, steps, query, body, scene }) {
  const [what, field] = steps;
  if (what === 'dashboard') return { json: dashboard(query, scene) };
  if (what === 'contact-count') return { json: { count: scene === 'empty' ? 0 : 1234, more: false } };
  if (what === 'contact-values' && (field === 'queue' || field === 'agent')) {
    const prefix = (query.get('prefix') ?? '').toLowerCase();
    return { json: { items: (field === 'queue' ? QUEUES : AGENTS).filter((one) => one.toLowerCase().startsWith(prefix)) } };
  }
  if (what === 'views' && method === 'GET') return { json: { items: VIEWS } };
  if (what === 'preferences') {
    if (method === 'PUT') preferences = await body();
    return method === 'PUT' ? { status: 204 } : { json: preferences };
  }
  if (what === 'objects' && method === 'PUT') {
    const name = steps.at(-1);
    await take(request);
    if (/full/.test(name)) return { status: 507, json: { title: 'Storage is full', status: 507, detail: 'The disk of the object store is full. Make room, then try again.' } };
    return { status: 204 };
  }
  if (what === 'contact-records' && method === 'POST') {
    await body();
    return { status: 202, json: { accepted: 1, rejected: [] } };
  }
  return undefined;
}
