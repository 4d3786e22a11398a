// A picture of each page: light, dark, on a phone, empty and failing.
//   node e2e/screenshots.mjs FOLDER FULL-URL FULL-CODE EMPTY-URL EMPTY-CODE [NAME-PART]
// docs/screenshots/make.sh starts the two servers, one with the demo contacts and one with nothing.
import process from 'node:process';
import { launch } from './browser.mjs';

const [folder, fullUrl, fullCode, emptyUrl, emptyCode, only = ''] = process.argv.slice(2);
if (!emptyCode) {
  console.error('usage: node e2e/screenshots.mjs FOLDER FULL-URL FULL-CODE EMPTY-URL EMPTY-CODE [NAME-PART]');
  process.exit(2);
}
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 375, height: 812 };

const browser = await launch();
const full = await signedIn(fullUrl, fullCode);
const empty = await signedIn(emptyUrl, emptyCode);
const { complete, failed, notRequested } = await demoContacts();
const embed = await embedLink(complete);

/** Where each page is; `empty` and `failing` where it can be so, with the server or contact that makes it so. */
const PAGES = [
  { name: 'list', path: '/contacts', empty: '/contacts', failing: '/contacts' },
  { name: 'search', path: '/contacts?q=refund', empty: '/contacts?q=zeppelin' },
  { name: 'dashboard', path: '/dashboard', empty: '/dashboard', failing: '/dashboard' },
  { name: 'record', path: `/contacts/${complete}?t=12.3`, empty: `/contacts/${notRequested}`, emptyFull: true, failing: `/contacts/${failed}` },
  { name: 'record-comments', path: `/contacts/${complete}?tab=comments` },
  { name: 'record-details', path: `/contacts/${complete}?tab=details` },
  { name: 'record-attachments', path: `/contacts/${complete}?tab=attachments` },
  { name: 'record-timeline', path: `/contacts/${complete}?tab=timeline`, failing: `/contacts/${failed}?tab=timeline`, failingOnline: true },
  { name: 'upload', path: '/upload' },
  { name: 'contact-flow', path: '/contact-flow' },
  { name: 'doctor', path: '/doctor' },
  { name: 'publication', path: '/publication', failing: '/publication' },
  { name: 'streams', path: '/streams' },
  { name: 'access', path: '/access' },
  { name: 'access-permission-sets', path: '/access?tab=permissionSets' },
  { name: 'access-keys', path: '/access?tab=keys' },
  { name: 'credentials', path: '/credentials' },
  { name: 'audit', path: '/audit' },
  { name: 'account', path: '/account' },
  { name: 'embed', path: embed, failing: `/embed/contacts/${complete}#token=ended`, failingOnline: true },
  { name: 'login', path: '/login', out: true, failing: '/login#code=used', failingOnline: true },
];

for (const page of PAGES.filter(({ name }) => name.includes(only))) {
  const state = page.out ? undefined : full;
  await shoot(page.name, fullUrl, page.path, { state });
  await shoot(`${page.name}-dark`, fullUrl, page.path, { state, dark: true });
  await shoot(`${page.name}-narrow`, fullUrl, page.path, { state, size: PHONE });
  if (page.empty) {
    const where = page.emptyFull ? { base: fullUrl, state: full } : { base: emptyUrl, state: empty };
    await shoot(`${page.name}-empty`, where.base, page.empty, { state: where.state });
  }
  if (page.failing) await shoot(`${page.name}-failing`, fullUrl, page.failing, { state, offline: !page.failingOnline });
}
await browser.close();

async function signedIn(base, code) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${base}/login#code=${encodeURIComponent(code)}`);
  await page.waitForURL('**/contacts');
  const state = await context.storageState();
  await context.close();
  return state;
}

async function ask(state, base, work) {
  const context = await browser.newContext({ storageState: state, extraHTTPHeaders: { 'X-Aftercall': '1' } });
  const answer = await work((method, path) => context.request.fetch(base + path, { method }).then((it) => it.json()));
  await context.close();
  return answer;
}

/** One complete contact with everything, one that failed, one of which nothing was asked. */
function demoContacts() {
  return ask(full, fullUrl, async (call) => {
    const { items } = await call('GET', '/api/v1/contacts?limit=200');
    const of = (state) => encodeURIComponent(items.filter((one) => one.state === state).at(-1)?.contactId ?? 'missing');
    return { complete: of('complete'), failed: of('failed'), notRequested: of('notRequested') };
  });
}

function embedLink(id) {
  return ask(full, fullUrl, async (call) => (await call('POST', `/api/v1/contacts/${id}/embed-link`)).url);
}

async function shoot(name, base, path, { state, dark = false, size = WIDE, offline = false }) {
  const context = await browser.newContext({
    storageState: state,
    viewport: path.startsWith('/embed/') && size === WIDE ? { width: 720, height: 640 } : size,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  // The page is there, and then the server is gone.
  if (offline) await page.route('**/api/**', (route) => route.abort());
  await page.goto(new URL(path, base).href);
  await page.waitForTimeout(2500);
  await page.screenshot({ path: `${folder}/${name}.png` });
  console.log(name);
  await context.close();
}
