// Users, groups, permission sets, tokens, keys, sign-ins, credentials and the audit trail. The scene `agent` is somebody
// who may read the transcripts of his own contacts and nothing else; `nobody` has no contacts at all.
const HOUR = 3_600_000;
const ago = (hours) => new Date(Date.now() - hours * HOUR).toISOString();
const ALL = ['listen', 'readTranscript', 'unredacted', 'annotate', 'download', 'export', 'link', 'delete', 'submit', 'audit', 'administer'];

export const allowed = (scene) => (scene === 'agent' ? ['readTranscript'] : ALL);

export function session(scene) {
  if (scene === 'agent') {
    return {
      ...{ name: 'John Alvarez', kind: 'user', id: 'u2', userName: 'john.alvarez', hasPassword: true, agent: 'john.alvarez', contacts: 'own' },
      rights: [{ permission: 'readTranscript', contacts: 'own' }],
    };
  }
  return {
    ...{ name: 'Laura Bennett', kind: 'user', id: 'u1', userName: 'laura', hasPassword: scene !== 'first', agent: null, contacts: 'all' },
    rights: ALL.map((permission) => ({ permission, contacts: 'all' })),
  };
}

const set = (id, label, description, permissions, contacts, builtIn, users, groups) => ({ id, label, description, permissions, contacts, builtIn, users, groups });

const start = () => ({
  next: 10,
  sets: [
    set('AC_CallRecording', 'Call Recording', 'Listening, as in the original.', ['listen'], 'all', true, ['u3'], []),
    set('Agent', 'Agent', 'Own contacts: to hear and to read.', ['listen', 'readTranscript'], 'own', true, [], ['g2']),
    set('Supervisor', 'Supervisor', 'All contacts, and what is done with them day by day.', ['listen', 'readTranscript', 'annotate', 'download', 'export', 'delete'], 'all', true, [], ['g1']),
    set('QualityAnalyst', 'Quality Analyst', 'Hears, reads and comments.', ['listen', 'readTranscript', 'annotate', 'download'], 'all', true, [], []),
    set('Administrator', 'Administrator', 'Everything.', ALL, 'all', true, ['u1'], []),
    set('p7', 'Auditor', 'Reads the audit trail only.', ['audit'], 'none', false, [], []),
  ],
  groups: [
    { id: 'g1', name: 'Supervisors', description: 'Of all queues', claim: 'aftercall-supervisors', users: ['u1'], permissionSets: ['Supervisor'] },
    { id: 'g2', name: 'Agents', description: null, claim: null, users: ['u2'], permissionSets: ['Agent'] },
  ],
  users: [
    { id: 'u1', userName: 'laura', displayName: 'Laura Bennett', email: 'laura@example.com', agent: null, active: true, permissionSets: ['Administrator'], groups: ['g1'], hasPassword: true, provider: null, createdAt: ago(900), lastSignInAt: ago(1) },
    { id: 'u2', userName: 'john.alvarez', displayName: 'John Alvarez', email: null, agent: 'john.alvarez', active: true, permissionSets: [], groups: ['g2'], hasPassword: false, provider: 'Salesforce', createdAt: ago(700), lastSignInAt: ago(30) },
    { id: 'u3', userName: 'mei.tanaka@a-rather-long-name-of-a-company.example', displayName: null, email: null, agent: null, active: true, permissionSets: ['AC_CallRecording'], groups: [], hasPassword: false, provider: null, createdAt: ago(2), lastSignInAt: null },
    { id: 'u4', userName: 'old.colleague', displayName: 'Old Colleague', email: null, agent: null, active: false, permissionSets: [], groups: [], hasPassword: true, provider: null, createdAt: ago(5000), lastSignInAt: ago(2400) },
  ],
  tokens: [
    { id: 't1', name: 'first', createdAt: ago(1000), lastUsedAt: ago(3), expiresAt: null, permissions: null, contacts: 'all', createdBy: null },
    { id: 't2', name: 'recordings from the branch office', createdAt: ago(400), lastUsedAt: null, expiresAt: ago(-8000), permissions: ['submit'], contacts: 'none', createdBy: 'Laura Bennett' },
    { id: 't3', name: 'report of March', createdAt: ago(4000), lastUsedAt: ago(3000), expiresAt: ago(2000), permissions: ['export', 'readTranscript'], contacts: 'all', createdBy: 'Laura Bennett' },
  ],
  accessKeys: [{ id: 'AKIAEXAMPLE234567ABC', name: 'Salesforce named credential', permissions: ['listen', 'link', 'unredacted'], createdAt: ago(800), lastUsedAt: ago(0.2) }],
  signIns: [
    { id: 's1', kind: 'user', subjectId: 'u1', name: 'Laura Bennett', current: true, createdAt: ago(1), lastUsedAt: ago(0), expiresAt: ago(-11), address: '192.0.2.10', browser: 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0', provider: null },
    { id: 's2', kind: 'user', subjectId: 'u1', name: 'Laura Bennett', current: false, createdAt: ago(9), lastUsedAt: ago(7), expiresAt: ago(-3), address: '198.51.100.7', browser: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1', provider: null },
    { id: 's3', kind: 'user', subjectId: 'u2', name: 'John Alvarez', current: false, createdAt: ago(6), lastUsedAt: ago(1), expiresAt: ago(-6), address: '198.51.100.23', browser: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0', provider: 'Salesforce' },
    { id: 's4', kind: 'token', subjectId: 't1', name: 'first', current: false, createdAt: ago(3), lastUsedAt: ago(3), expiresAt: ago(-9), address: '127.0.0.1', browser: null, provider: null },
    { id: 's5', kind: 'user', subjectId: 'u1', name: 'Laura Bennett', current: false, createdAt: ago(11), lastUsedAt: ago(10), expiresAt: ago(-1), address: '192.0.2.11', browser: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15', provider: null },
  ],
  fields: ['ConsumerKey', 'CloudFrontPrivateKey', 'CloudFrontAccessKeyID'],
});
let state = start();

const SIGNING_KEYS = [
  { id: 'K2JCJMDEHXQW5F', own: false, createdAt: ago(300), trustedUntil: ago(-24) },
  { id: 'aftercall-7f3a91', own: true, createdAt: ago(900), trustedUntil: ago(-2) },
];
const SETTINGS = {
  sessionLength: 'PT12H',
  auditKeep: 'P400D',
  cors: [
    { AllowedHeaders: ['*'], AllowedMethods: ['GET', 'HEAD'], AllowedOrigins: ['https://example.lightning.force.com', 'https://example--c.vf.force.com'], ExposeHeaders: ['Content-Range', 'Accept-Ranges', 'Content-Length'] },
  ],
  notes: ['The origin https://example.lightning.force.com/ had a slash at its end; it is used without.'],
  frameAncestors: ['https://example.lightning.force.com'],
  providers: [{ id: 'salesforce', name: 'Salesforce', issuer: 'https://example.my.salesforce.com', redirectUri: 'https://aftercall.example.com/login/oidc/salesforce/callback' }],
};

function audit(query) {
  const who = { laura: { kind: 'user', id: 'u1', name: 'Laura Bennett' }, john: { kind: 'user', id: 'u2', name: 'John Alvarez' }, key: { kind: 'accessKey', id: 'AKIAEXAMPLE234567ABC', name: 'Salesforce named credential' }, nobody: { kind: 'nobody', id: null, name: 'j.doe' } };
  const contactId = '5b0d7a3e-41c2-4f6b-9a57-2c1e8d90f305';
  const kinds = [
    { who: who.laura, what: 'play', result: 'done', contactId, details: { redacted: 'false' } },
    { who: who.laura, what: 'link', result: 'done', contactId, details: {} },
    { who: who.john, what: 'link', result: 'refused', contactId, details: { operation: 'createPlaybackUrl', reason: 'It takes the permission listen.' } },
    { who: who.nobody, what: 'signIn', result: 'refused', details: { reason: 'wrong password' } },
    { who: who.laura, what: 'change', result: 'done', details: { operation: 'putUser', user: 'john.alvarez' } },
    { who: who.key, what: 'link', result: 'done', contactId, details: {} },
    { who: who.laura, what: 'export', result: 'failed', details: { contacts: '1234', reason: 'The disk is full.' } },
    { who: who.john, what: 'readTranscript', result: 'done', contactId, details: {} },
  ];
  const all = Array.from({ length: 70 }, (_, i) => ({ ...kinds[i % kinds.length], id: String(1000 - i), at: ago(i * 0.7), address: ['192.0.2.10', '198.51.100.23', '127.0.0.1'][i % 3] }));
  const [what, result, name] = [query.getAll('what'), query.getAll('result'), query.get('who')];
  const found = all.filter((one) => (what.length === 0 || what.includes(one.what)) && (result.length === 0 || result.includes(one.result)) && (!name || name === one.who.id || name === one.who.name));
  const from = Number(query.get('cursor') ?? 0);
  const to = from + Number(query.get('limit') ?? 50);
  return { items: found.slice(from, to), next: to < found.length ? String(to) : null };
}

/** What a user may do, as the server adds it up. */
function withRights(user) {
  const groups = state.groups.filter(({ users }) => users.includes(user.id));
  const held = state.sets.flatMap((one) => [
    ...(one.users.includes(user.id) ? [[one, one.label]] : []),
    ...groups.filter(({ permissionSets }) => permissionSets.includes(one.id)).map(({ name }) => [one, `${one.label} (${name})`]),
  ]);
  const reach = (sets) => ['all', 'own'].find((wanted) => sets.some(([{ contacts }]) => contacts === wanted)) ?? 'none';
  const rights = ALL.flatMap((permission) => {
    const giving = held.filter(([{ permissions }]) => permissions.includes(permission));
    return giving.length > 0 ? [{ permission, contacts: reach(giving), through: giving.map(([, label]) => label) }] : [];
  });
  return { ...user, contacts: reach(held), rights, groups: groups.map(({ id }) => id), permissionSets: state.sets.filter(({ users }) => users.includes(user.id)).map(({ id }) => id) };
}

const problem = (status, title, detail) => ({ status, json: { title, status, detail } });
const byId = (items, id) => items.find((one) => one.id === id);

function give(user, { groups = [], permissionSets = [] }) {
  for (const one of state.groups) one.users = [...one.users.filter((id) => id !== user.id), ...(groups.includes(one.id) ? [user.id] : [])];
  for (const one of state.sets) one.users = [...one.users.filter((id) => id !== user.id), ...(permissionSets.includes(one.id) ? [user.id] : [])];
}

async function users(method, [, id, part], body) {
  if (!id && method === 'GET') return { json: { items: state.users.map(withRights) } };
  if (!id) {
    const content = await body();
    if (state.users.some(({ userName }) => userName === content.userName)) return problem(409, 'Name taken', `There is a user ${content.userName} already.`);
    const user = { ...content, id: `u${state.next++}`, hasPassword: false, provider: null, createdAt: ago(0), lastSignInAt: null };
    state.users.push(user);
    give(user, content);
    return { status: 201, json: withRights(user) };
  }
  const user = byId(state.users, id);
  if (!user) return problem(404, 'No such user', 'There is no such user.');
  if (part === 'password') {
    user.hasPassword = (await body()).password !== null;
    return { status: 204 };
  }
  if (part === 'sign-in-code') return { status: 201, json: { code: 'demo', expiresAt: ago(-24) } };
  if (method === 'DELETE') state.users = state.users.filter((one) => one !== user);
  if (method === 'DELETE') return { status: 204 };
  if (method === 'PUT') {
    const content = await body();
    Object.assign(user, content);
    give(user, content);
  }
  return { json: withRights(user) };
}

/** Groups and permission sets: items with an id that are made, changed and removed. */
async function items(list, method, [, id, part], body, first) {
  if (!id && method === 'GET') return { json: { items: state[list] } };
  if (!id) {
    const made = { ...first, ...(await body()), id: `${list[0]}${state.next++}` };
    state[list].push(made);
    return { status: 201, json: made };
  }
  const one = byId(state[list], id);
  if (!one) return problem(404, 'Not there', 'It is not there any more.');
  if (method === 'DELETE') state[list] = state[list].filter((other) => other !== one);
  if (method === 'DELETE') return { status: 204 };
  if (one.builtIn && part !== 'assignments') return problem(409, 'Built in', 'This permission set is built in and cannot be changed.');
  return { json: Object.assign(one, await body()) };
}

const SECRETS = {
  tokens: ({ name }) => ({ name, token: 'ac_Zk3vV0mJ8bq1Yt6RxN4uPd7sLw2hGf5e' }),
  accessKeys: ({ name }) => ({ name, secret: 'wJalrXUtnFEMIexampleK7MDENGbPxRfiCYEXAMP' }),
};

async function secrets(list, method, [, id], body) {
  if (method === 'DELETE') state[list] = state[list].filter((one) => one.id !== id);
  if (method === 'DELETE') return { status: 204 };
  if (method === 'GET') return { json: { items: state[list] } };
  const sent = await body();
  if (method === 'PUT') return { json: Object.assign(byId(state[list], id), sent) };
  const made = { id: list === 'tokens' ? `t${state.next++}` : `AKIAEXAMPLE23456${state.next++}AB`, createdAt: ago(0), lastUsedAt: null, ...sent };
  state[list].push(made);
  return { status: 201, json: { id: made.id, ...SECRETS[list](sent) } };
}

function credentials(scene) {
  const key = state.fields.includes('CloudFrontPrivateKey');
  const sha256 = '6f1c0d0b2b7f3a1e5c98d4472f0e6ab15d3c9e8870b2f4a6c1d5e9f3078ba264';
  const broken = { id: null, algorithm: null, bits: 0, sha256: null, problem: 'CloudFrontPrivateKey is no private key: it ends after 12 lines.' };
  return {
    place: scene === 'amazon' ? 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:SalesforceCredentials-a1b2c3' : 'data/secrets/salesforce-credentials',
    changeable: scene !== 'amazon',
    fields: state.fields,
    signingKey: !key ? null : scene === 'broken' ? broken : { id: 'K2JCJMDEHXQW5F', algorithm: 'RSA', bits: 2048, sha256, problem: null },
  };
}

export async function answer({ response, method, steps, query, body, scene }) {
  const [what, id] = steps;
  if (scene === 'agent' && (what === 'playback-url' || steps[2] === 'playback-url')) return problem(403, 'Not allowed', 'It takes the permission listen.');
  if (what === 'test' && id === 'begin') state = start();
  switch (what) {
    case 'users':
      return users(method, steps, body);
    case 'groups':
      return items('groups', method, steps, body, { users: [], permissionSets: [] });
    case 'permission-sets':
      return items('sets', method, steps, body, { builtIn: false, users: [], groups: [] });
    case 'tokens':
      return secrets('tokens', method, steps, body);
    case 'access-keys':
      return secrets('accessKeys', method, steps, body);
    case 'signing-keys':
      return method === 'GET' ? { json: { items: scene === 'empty' ? [] : SIGNING_KEYS } } : { status: 204 };
    case 'access-settings':
      return { json: scene === 'empty' ? { ...SETTINGS, cors: [], notes: [], frameAncestors: [], providers: [] } : SETTINGS };
    case 'sessions':
      if (method === 'DELETE') state.signIns = state.signIns.filter((one) => one.id !== id);
      if (method === 'DELETE') return { status: 204 };
      return { json: { items: state.signIns.filter(({ subjectId }) => query.get('of') === 'everybody' || subjectId === 'u1') } };
    case 'password':
      return (await body()).current === 'wrong' ? problem(403, 'Not allowed', 'The current password is not this one.') : { status: 204 };
    case 'salesforce-credentials':
      if (method === 'PATCH') for (const [field, value] of Object.entries(await body())) state.fields = [...state.fields.filter((one) => one !== field), ...(value === null ? [] : [field])];
      return { json: credentials(scene) };
    case 'audit':
      return { json: scene === 'empty' ? { items: [], next: null } : audit(query) };
    case 'audit.csv':
      response.writeHead(200, { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': 'attachment; filename="audit.csv"' });
      response.end('at,who,what,result\r\n');
      return true;
    default:
      return undefined;
  }
}
