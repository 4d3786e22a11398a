// A stand-in for the server, to look at pages and to test them in a browser without one:
//   node dev/double.mjs [port]      then open http://localhost:PORT/login#code=demo
// Serves dist/ with the server's security headers, canned answers, a made-up recording and its peaks.
// `?scene=empty` or `?scene=failing` on /api/v1/scene switches what is answered.
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { contacts, recordPage, transcriptOf } from './canned.mjs';
import { allowed, session } from './doubles/access.mjs';
import { peaks, wav } from './sound.mjs';

// Each module of doubles/ answers for one part: export answer({ request, response, method, steps, query, body, scene }),
// steps without api/v1, which returns { status, json } or true when it has answered itself, else undefined.
const DOUBLES = new URL('doubles/', import.meta.url);
const doubles = existsSync(DOUBLES)
  ? await Promise.all(readdirSync(DOUBLES).filter((name) => name.endsWith('.mjs')).map((name) => import(new URL(name, DOUBLES).href)))
  : [];
const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
};

let scene = 'full';
const sounds = new Map();

function soundOf(contactId) {
  if (!sounds.has(contactId)) {
    const page = recordPage(contactId);
    const bytes = wav(transcriptOf(contactId).turns, page.recording);
    sounds.set(contactId, { bytes, peaks: peaks(bytes, page.recording) });
  }
  return sounds.get(contactId);
}

function json(response, status, body) {
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  response.writeHead(status, { ...HEADERS, 'Content-Type': type });
  response.end(status === 204 ? undefined : JSON.stringify(body));
}

const problem = (response, status, title, detail) => json(response, status, { title, status, detail });

function file(response, name) {
  const found = path.join(DIST, path.normalize(name));
  if (!found.startsWith(DIST) || !existsSync(found) || !statSync(found).isFile()) return false;
  response.writeHead(200, { ...HEADERS, 'Content-Type': TYPES[path.extname(found)] ?? 'application/octet-stream' });
  createReadStream(found).pipe(response);
  return true;
}

function media(request, response, contactId, query) {
  if (Number(query.get('Expires')) * 1000 < Date.now()) return problem(response, 403, 'Link has ended');
  const { bytes } = soundOf(contactId);
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const head = { ...HEADERS, 'Content-Type': 'audio/wav', 'Accept-Ranges': 'bytes' };
  if (!range) {
    response.writeHead(200, { ...head, 'Content-Length': bytes.length });
    return response.end(bytes);
  }
  const from = Number(range[1]);
  const to = Math.min(range[2] ? Number(range[2]) : bytes.length - 1, bytes.length - 1);
  if (from > to) {
    response.writeHead(416, { ...head, 'Content-Range': `bytes */${bytes.length}` });
    return response.end();
  }
  response.writeHead(206, { ...head, 'Content-Range': `bytes ${from}-${to}/${bytes.length}`, 'Content-Length': to - from + 1 });
  return response.end(bytes.subarray(from, to + 1));
}

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return parts.length > 0 ? JSON.parse(Buffer.concat(parts).toString()) : {};
}

async function api(request, response, url) {
  const steps = url.pathname.slice('/api/v1/'.length).split('/').map(decodeURIComponent);
  if (steps[0] === 'scene') {
    scene = url.searchParams.get('scene') ?? 'full';
    return json(response, 200, { scene });
  }
  if (steps[0] === 'session' && request.method === 'POST') {
    const { code, token, password } = await bodyOf(request);
    if (password === 'again') response.setHeader('Retry-After', '90');
    if (password === 'again') return problem(response, 429, 'Too many attempts', 'Wait a little.');
    if (![code, token, password].includes('demo')) return problem(response, 401, 'Not signed in', 'Unknown token or code.');
    response.setHeader('Set-Cookie', 'aftercall_session=demo; HttpOnly; SameSite=Strict; Path=/');
    return json(response, 200, session(scene));
  }
  if (steps[0] === 'sign-in-options') {
    const providers = [{ id: 'salesforce', name: 'Salesforce', url: '/login/oidc/salesforce' }];
    return json(response, 200, scene === 'empty' ? { password: false, providers: [] } : { password: true, providers });
  }
  // The embedded page brings a token of its own, and no cookie.
  const embedded = request.headers.authorization === 'Bearer ace_demo';
  if (!embedded && !/aftercall_session=demo/.test(request.headers.cookie ?? '')) return problem(response, 401, 'Not signed in');
  if (request.method !== 'GET' && request.headers['x-aftercall'] !== '1') return problem(response, 403, 'Header missing');
  if (scene === 'failing') return response.destroy();
  if (steps[0] === 'session') {
    if (request.method === 'DELETE') response.setHeader('Set-Cookie', 'aftercall_session=; Max-Age=0; Path=/');
    return request.method === 'DELETE' ? json(response, 204) : json(response, 200, session(scene));
  }
  const asked = { request, response, method: request.method, steps, query: url.searchParams, body: () => bodyOf(request), scene };
  for (const double of doubles) {
    const given = await double.answer(asked);
    if (given === true) return undefined;
    if (given) return json(response, given.status ?? 200, given.json);
  }
  if (steps[0] !== 'contacts') return problem(response, 404, 'Not found');
  if (steps.length === 1) return json(response, 200, scene === 'empty' ? { items: [], next: null } : contacts(url.searchParams));
  return contact(request, response, steps[1], steps.slice(2).join('/'));
}

async function contact(request, response, contactId, part) {
  const page = recordPage(contactId);
  if (!page) return problem(response, 404, 'No such contact', `There is no contact ${contactId}.`);
  if (part === '') return json(response, 200, { ...page, allowed: allowed(scene) });
  if (part === 'retry') {
    const { step } = await bodyOf(request);
    return step === 'waveform' ? problem(response, 409, 'Not now', 'The contact is running.') : json(response, 202, {});
  }
  if (part === 'channels') return json(response, 204);
  if (part === 'playback-url') {
    if (!page.recording) return problem(response, 404, 'No recording');
    const expires = Math.floor(Date.now() / 1000) + 300;
    const url = `/media/${contactId}?Expires=${expires}&Signature=x`;
    return json(response, 200, { url, expiresAt: new Date(expires * 1000).toISOString() });
  }
  if (part === 'transcript' && page.transcript) return json(response, 200, transcriptOf(contactId));
  if (part === 'waveform.dat' && page.recording) {
    response.writeHead(200, { ...HEADERS, 'Content-Type': 'application/octet-stream' });
    return response.end(soundOf(contactId).peaks);
  }
  return problem(response, 404, 'Not there');
}

const server = http.createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost');
  Promise.resolve()
    .then(() => {
      if (url.pathname.startsWith('/api/v1/')) return api(request, response, url);
      if (url.pathname.startsWith('/media/')) return media(request, response, url.pathname.slice('/media/'.length), url.searchParams);
      if (file(response, url.pathname)) return undefined;
      return !url.pathname.includes('.') && file(response, 'index.html')
        ? undefined
        : problem(response, 404, 'Not found');
    })
    .catch((failure) => problem(response, 500, String(failure)));
});

// Longer than any picture takes: a connection that is closed while it is used again fails the next call.
server.keepAliveTimeout = 120_000;
const port = Number(process.argv[2] ?? 8490);
server.listen(port, '127.0.0.1', () => console.log(`http://localhost:${port}/login#code=demo`));
