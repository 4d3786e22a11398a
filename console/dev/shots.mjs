// Pictures of every page, by the double, each looked over by axe-core:  node dev/shots.mjs OUTPUT-FOLDER [name-part,…]
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Buffer } from 'node:buffer';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { launch } from '../e2e/browser.mjs';

const [out = '/tmp/console-shots', only = ''] = process.argv.slice(2);
const PORT = Number(process.env['PORT'] ?? 8491);
const BASE = `http://localhost:${PORT}`;
const ID = (n) => `5b0d7a3e-41c2-4f6b-9a57-2c1e8d90f3${String(n).padStart(2, '0')}`;
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
mkdirSync(out, { recursive: true });

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 375, height: 812 };
const SHOTS = [
  { name: 'login', path: '/login', out: true },
  { name: 'login-dark', path: '/login?next=/contacts', out: true, dark: true },
  { name: 'login-phone', path: '/login', out: true, size: PHONE },
  { name: 'login-token', path: '/login', out: true, scene: 'empty' },
  { name: 'login-refused', path: '/login', out: true, act: (page) => signIn(page, 'wrong') },
  { name: 'login-too-often', path: '/login', out: true, act: (page) => signIn(page, 'again') },
  { name: 'login-provider-refused', path: '/login#error=Salesforce%20says%20that%20you%20may%20not%20use%20this%20application.', out: true },
  { name: 'login-wrong', path: '/login#code=old', out: true },
  { name: 'list', path: '/contacts' },
  { name: 'list-dark', path: '/contacts', dark: true },
  { name: 'list-phone', path: '/contacts', size: PHONE },
  { name: 'list-empty', path: '/contacts', scene: 'empty' },
  { name: 'list-waiting-empty', path: '/contacts?state=waiting', scene: 'empty' },
  { name: 'list-bin', path: '/contacts?view=deleted' },
  { name: 'list-bin-empty', path: '/contacts?view=deleted', scene: 'empty' },
  { name: 'list-search', path: '/contacts?q=delivery&queue=Deliveries&started=30d' },
  { name: 'list-search-dark', path: '/contacts?q=delivery', dark: true },
  { name: 'list-search-phone', path: '/contacts?q=delivery', size: PHONE },
  { name: 'list-none', path: '/contacts?q=elephant&agent=mei.tanaka' },
  { name: 'list-refused', path: '/contacts?agent=refused' },
  { name: 'list-saved', path: '/contacts?saved=v1' },
  { name: 'list-saved-changed', path: '/contacts?saved=v2&queue=Returns&minDuration=300000', dark: true },
  { name: 'list-saved-gone', path: '/contacts?saved=v9' },
  { name: 'list-sorted', path: '/contacts?sort=duration&minAgentTalk=0.3&maxSilence=0.25&attribute=orderNumber' },
  { name: 'list-filter-values', path: '/contacts?agent=mei.tanaka', act: (page) => page.getByRole('button', { name: 'Agent:' }).click() },
  { name: 'list-filter-started', path: '/contacts', act: (page) => page.getByRole('button', { name: 'Started', exact: true }).first().click() },
  { name: 'list-filter-more', path: '/contacts', dark: true, act: (page) => page.keyboard.press('f') },
  { name: 'list-filter-range', path: '/contacts?minDuration=90000', act: (page) => page.getByRole('button', { name: 'Duration:' }).click() },
  { name: 'list-filter-phone', path: '/contacts', size: PHONE, act: (page) => page.getByRole('button', { name: 'Sentiment', exact: true }).first().click() },
  { name: 'list-search-how', path: '/contacts', act: (page) => page.getByRole('button', { name: 'How to search' }).click() },
  { name: 'list-selected', path: '/contacts', act: select },
  { name: 'list-selected-dark', path: '/contacts', dark: true, act: select },
  { name: 'list-selected-phone', path: '/contacts', size: PHONE, act: select },
  { name: 'list-delete', path: '/contacts', act: async (page) => (await select(page), page.getByRole('button', { name: 'Delete' }).click()) },
  { name: 'list-deleted', path: '/contacts', act: removeSome },
  { name: 'list-deleted-phone', path: '/contacts', size: PHONE, dark: true, act: removeSome },
  { name: 'list-problems', path: '/contacts', act: analyzeSome },
  { name: 'list-columns', path: '/contacts', act: (page) => page.getByRole('button', { name: 'Columns' }).click() },
  { name: 'list-save-view', path: '/contacts?state=failed', act: saveView },
  { name: 'list-keys', path: '/contacts', act: (page) => page.keyboard.press('?') },
  { name: 'list-failing', path: '/contacts', scene: 'failing' },
  { name: 'record', path: `/contacts/${ID(5)}?t=12.3` },
  { name: 'record-dark', path: `/contacts/${ID(5)}?t=34.5&tab=timeline&q=delivery`, dark: true },
  { name: 'record-comments', path: `/contacts/${ID(5)}?t=24&tab=comments` },
  { name: 'record-comments-dark', path: `/contacts/${ID(5)}?t=24&tab=comments`, dark: true },
  { name: 'record-comments-empty', path: `/contacts/${ID(5)}?tab=comments`, scene: 'empty' },
  { name: 'record-comments-phone', path: `/contacts/${ID(5)}?t=24&tab=comments`, size: PHONE },
  { name: 'record-analysis-dark', path: `/contacts/${ID(5)}?t=8.9&tab=analysis`, dark: true },
  { name: 'record-lens', path: `/contacts/${ID(5)}?tab=analysis`, act: showLens },
  { name: 'record-lens-dark', path: `/contacts/${ID(5)}?tab=analysis`, dark: true, act: showLens },
  { name: 'record-lens-phone', path: `/contacts/${ID(5)}?tab=analysis`, size: PHONE, act: showLens },
  { name: 'record-bin', path: `/contacts/${ID(5)}?tab=analysis`, scene: 'bin' },
  { name: 'record-long', path: `/contacts/${ID(0)}?t=3700&tab=analysis`, wait: 5000 },
  { name: 'record-details', path: `/contacts/${ID(5)}?tab=details` },
  { name: 'record-attachments', path: `/contacts/${ID(5)}?tab=attachments` },
  { name: 'record-phone', path: `/contacts/${ID(5)}?t=12.3`, size: PHONE },
  { name: 'record-phone-details', path: `/contacts/${ID(5)}?tab=details`, size: PHONE },
  { name: 'record-phone-analysis', path: `/contacts/${ID(5)}?tab=analysis`, size: PHONE, dark: true },
  { name: 'record-running', path: `/contacts/${ID(6)}?tab=timeline` },
  { name: 'record-failed', path: `/contacts/${ID(4)}?tab=timeline` },
  { name: 'record-not-requested', path: `/contacts/${ID(3)}` },
  { name: 'record-waiting', path: `/contacts/${ID(2)}?tab=timeline` },
  { name: 'record-mono-long', path: `/contacts/${ID(1)}?t=3700`, wait: 5000, long: true },
  { name: 'player-everything', path: `/contacts/${ID(17)}?t=12.3&q=delivery` },
  { name: 'player-zoomed-loop', path: `/contacts/${ID(17)}?t=21.6&loop=20-24.5`, keys: '++' },
  { name: 'player-zoomed-dark', path: `/contacts/${ID(17)}?t=21.6&loop=20-24.5&q=delivery`, keys: '+m', dark: true },
  { name: 'player-phone', path: `/contacts/${ID(17)}?t=12.3&loop=20-24.5`, size: PHONE },
  { name: 'player-phone-dark', path: `/contacts/${ID(17)}?t=21.6`, size: PHONE, keys: '++', dark: true },
  { name: 'player-no-peaks', path: `/contacts/${ID(19)}?t=12.3`, keys: '+' },
  { name: 'player-two-hours', path: `/contacts/${ID(18)}?t=3700`, wait: 3500, long: true },
  { name: 'player-two-hours-close', path: `/contacts/${ID(18)}?t=3700`, wait: 3500, keys: '+++++', long: true },
  { name: 'dashboard', path: '/dashboard', tall: 2300 },
  { name: 'dashboard-dark', path: '/dashboard?range=90d', dark: true, tall: 2300 },
  { name: 'dashboard-table', path: '/dashboard?range=7d&queue=Support', tall: 1500, press: ['As a table'] },
  { name: 'dashboard-hour', path: '/dashboard?range=today', tall: 900 },
  { name: 'dashboard-year', path: '/dashboard?range=12m', tall: 900 },
  { name: 'dashboard-days', path: '/dashboard?range=custom&from=2026-11-10&to=2026-11-02', tall: 900 },
  { name: 'dashboard-phone', path: '/dashboard', size: PHONE, tall: 4600 },
  { name: 'dashboard-empty', path: '/dashboard', scene: 'empty' },
  { name: 'dashboard-empty-here', path: '/dashboard?queue=Nobody' },
  { name: 'dashboard-failing', path: '/dashboard', scene: 'failing' },
  { name: 'upload', path: '/upload' },
  { name: 'upload-files', path: '/upload', files: ['call-0412.wav', 'call-0412.vtt', 'late delivery.mp3', 'notes.txt'] },
  { name: 'upload-done', path: '/upload', files: ['call-0412.wav', 'full disk.mp3'], press: ['Upload 2 recordings'], dark: true },
  { name: 'upload-phone', path: '/upload', size: PHONE, files: ['call-0412.wav'], tall: 1900 },
  { name: 'contact-flow', path: '/contact-flow', tall: 1900 },
  { name: 'contact-flow-lens', path: '/contact-flow', tall: 1900, act: (page) => page.getByLabel('Take what Contact Lens found out').click() },
  { name: 'contact-flow-dark', path: '/contact-flow', dark: true, tall: 1900, press: ['I have just published it'] },
  { name: 'contact-flow-phone', path: '/contact-flow', size: PHONE, tall: 4200 },
  { name: 'contact-flow-failing', path: '/contact-flow', scene: 'failing', tall: 1900 },
  { name: 'help', path: '/dashboard', press: ['Help for this page'] },
  { name: 'navigation', path: '/dashboard', press: ['Edit navigation items'] },
  { name: 'navigation-add', path: '/dashboard', press: ['Edit navigation items', 'Add more items', 'Add Failed'], dark: true },
  { name: 'navigation-phone', path: '/dashboard', size: PHONE, press: ['Menu'] },
  { name: 'embed', path: `/embed/contacts/${ID(5)}?t=12.3#token=ace_demo`, out: true, size: { width: 900, height: 700 } },
  { name: 'embed-small', path: `/embed/contacts/${ID(5)}#token=ace_demo`, out: true, size: { width: 320, height: 720 } },
  { name: 'embed-ended', path: `/embed/contacts/${ID(5)}#token=ace_old`, out: true, size: { width: 420, height: 500 } },
  { name: 'access-users', path: '/access' },
  { name: 'access-users-dark', path: '/access', dark: true },
  { name: 'access-users-phone', path: '/access', size: PHONE, tall: 1200 },
  { name: 'access-user', path: '/access?tab=users&user=u2', tall: 1700 },
  { name: 'access-user-phone', path: '/access?tab=users&user=u1', size: PHONE, tall: 3200 },
  { name: 'access-user-new', path: '/access?tab=users&user=new' },
  { name: 'access-user-link', path: '/access?tab=users&user=u3', dark: true, press: ['Make a sign-in link'] },
  { name: 'access-user-password', path: '/access?tab=users&user=u3', press: ['Set a password'] },
  { name: 'access-user-missing', path: '/access?tab=users&user=u99' },
  { name: 'access-groups', path: '/access?tab=groups' },
  { name: 'access-group-edit', path: '/access?tab=groups', press: ['Edit Supervisors'] },
  { name: 'access-sets', path: '/access?tab=permissionSets' },
  { name: 'access-sets-phone', path: '/access?tab=permissionSets', size: PHONE, dark: true, tall: 1600 },
  { name: 'access-set-built-in', path: '/access?tab=permissionSets', tall: 1200, press: ['Edit Call Recording'] },
  { name: 'access-set-own', path: '/access?tab=permissionSets', tall: 1200, dark: true, press: ['Edit Auditor'] },
  { name: 'access-set-phone', path: '/access?tab=permissionSets', size: PHONE, tall: 1700, press: ['Edit Auditor'] },
  { name: 'access-tokens', path: '/access?tab=tokens' },
  { name: 'access-token-new', path: '/access?tab=tokens', tall: 1100, press: ['Make a token'] },
  { name: 'access-token-made', path: '/access?tab=tokens', act: makeToken },
  { name: 'access-keys', path: '/access?tab=keys' },
  { name: 'access-keys-phone', path: '/access?tab=keys', size: PHONE, tall: 1300, dark: true },
  { name: 'access-keys-edit', path: '/access?tab=keys', tall: 1000, press: ['Edit Salesforce named credential'] },
  { name: 'access-sign-ins', path: '/access?tab=signIns' },
  { name: 'access-sign-ins-phone', path: '/access?tab=signIns', size: PHONE, tall: 1600 },
  { name: 'access-settings', path: '/access?tab=settings' },
  { name: 'access-settings-none', path: '/access?tab=settings', scene: 'empty' },
  { name: 'access-failing', path: '/access', scene: 'failing' },
  { name: 'access-not-allowed', path: '/access', scene: 'agent' },
  { name: 'credentials', path: '/credentials', tall: 1000 },
  { name: 'credentials-dark', path: '/credentials', scene: 'broken', dark: true, tall: 1000 },
  { name: 'credentials-amazon', path: '/credentials', scene: 'amazon', tall: 1000 },
  { name: 'credentials-phone', path: '/credentials', size: PHONE, tall: 1700 },
  { name: 'credentials-set', path: '/credentials', press: ['Replace CloudFrontPrivateKey'] },
  { name: 'audit', path: '/audit' },
  { name: 'audit-dark', path: '/audit?result=refused&what=signIn&from=2026-11-01T08:00', dark: true },
  { name: 'audit-phone', path: '/audit', size: PHONE, tall: 1700 },
  { name: 'audit-empty', path: '/audit', scene: 'empty' },
  { name: 'audit-none', path: '/audit?who=nobody-of-this-name' },
  { name: 'audit-failing', path: '/audit', scene: 'failing' },
  { name: 'publication', path: '/publication' },
  { name: 'publication-waiting', path: '/publication?tab=waiting', dark: true },
  { name: 'publication-trouble', path: '/publication', scene: 'broken' },
  { name: 'publication-paused', path: '/publication', press: ['Pause'], act: (page) => page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click() },
  { name: 'publication-pause', path: '/publication', dark: true, press: ['Pause'] },
  { name: 'publication-retry', path: '/publication', press: ['Publish all 3 again'], act: (page) => page.getByRole('dialog').getByRole('button', { name: 'Publish again' }).click() },
  { name: 'publication-quiet', path: '/publication', scene: 'quiet' },
  { name: 'publication-off', path: '/publication', scene: 'empty' },
  { name: 'publication-phone', path: '/publication', size: PHONE, tall: 1500 },
  { name: 'publication-phone-dark', path: '/publication?tab=waiting', scene: 'broken', size: PHONE, dark: true, tall: 1500 },
  { name: 'publication-failing', path: '/publication', scene: 'failing' },
  { name: 'streams', path: '/streams', tall: 1400 },
  { name: 'streams-dark', path: '/streams', dark: true, tall: 1400 },
  { name: 'streams-phone', path: '/streams', size: PHONE, tall: 3200 },
  { name: 'streams-empty', path: '/streams', scene: 'empty' },
  { name: 'streams-failing', path: '/streams', scene: 'failing' },
  { name: 'streams-look', path: '/streams', press: ['Look at record 38'] },
  { name: 'streams-dismiss', path: '/streams', press: ['Dismiss record 38'] },
  { name: 'streams-not-taken', path: '/streams', press: ['Take again: record 41'], tall: 1400 },
  { name: 'streams-backfill', path: '/streams', tall: 1400, press: ['Start a backfill'] },
  { name: 'streams-backfill-phone', path: '/streams', size: PHONE, dark: true, press: ['Start a backfill'] },
  { name: 'account', path: '/account', tall: 1500 },
  { name: 'account-agent', path: '/account', scene: 'agent', dark: true, tall: 1500 },
  { name: 'account-phone', path: '/account', size: PHONE, tall: 2700 },
  { name: 'account-menu', path: '/dashboard', act: (page) => page.getByRole('button', { name: 'my account' }).click() },
  { name: 'rights-record', path: `/contacts/${ID(5)}?tab=comments`, scene: 'agent' },
  { name: 'rights-record-attachments', path: `/contacts/${ID(5)}?tab=attachments`, scene: 'agent', dark: true },
  { name: 'rights-record-phone', path: `/contacts/${ID(5)}`, scene: 'agent', size: PHONE },
  { name: 'rights-list', path: '/contacts', scene: 'agent', act: select },
  { name: 'rights-upload', path: '/upload', scene: 'agent' },
  { name: 'record-missing', path: '/contacts/nobody' },
];

async function showLens(page) {
  const heading = page.getByRole('heading', { name: 'Contact Lens', exact: true });
  await heading.waitFor();
  await heading.evaluate((element) => element.scrollIntoView({ block: 'start' }));
}

async function select(page) {
  for (const key of ['j', 'x', 'j', 'j', 'j', 'X']) await page.keyboard.press(key);
}

async function signIn(page, password) {
  await page.getByLabel('User name').fill('laura');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).first().click();
  await page.getByText(/do not belong|Too many/).waitFor();
}

async function makeToken(page) {
  await page.getByRole('button', { name: 'Make a token' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('nightly export');
  await dialog.getByRole('button', { name: 'Make a token' }).click();
  await page.getByText('only time').waitFor();
}

async function act(page, action) {
  await select(page);
  await page.getByRole('button', { name: action }).click();
  await page.getByRole('dialog').getByRole('button', { name: action }).click();
}

async function removeSome(page) {
  await act(page, 'Delete');
  await page.getByText('moved to the bin').waitFor();
}

async function analyzeSome(page) {
  await act(page, 'Re-analyse');
  await page.getByText('started again').waitFor();
  await page.getByRole('button', { name: 'could not be done' }).click();
}

async function saveView(page) {
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save as' }).click();
}

const double = spawn(process.execPath, [fileURLToPath(new URL('double.mjs', import.meta.url)), String(PORT)], { stdio: ['ignore', 'pipe', 'inherit'] });
await new Promise((ready) => double.stdout.once('data', ready));
const browser = await launch();
try {
  for (const shot of SHOTS.filter(({ name }) => only.split(',').some((part) => name.includes(part)))) {
    const context = await browser.newContext({ viewport: shot.size ?? WIDE, colorScheme: shot.dark ? 'dark' : 'light', reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.on('pageerror', (error) => console.log(`${shot.name}: ${error}`));
    page.on('console', (line) => line.type() === 'error' && !/Failed to load resource/.test(line.text()) && console.log(`${shot.name}: ${line.text()}`));
    if (!shot.out) {
      await page.goto(`${BASE}/login#code=demo`);
      await page.waitForURL('**/contacts');
    }
    await page.request.get(`${BASE}/api/v1/scene?scene=${shot.scene ?? 'full'}`);
    await page.goto(BASE + shot.path);
    await page.waitForTimeout(shot.wait ?? 1500);
    for (const key of shot.keys ?? '') await page.keyboard.press(key);
    if (shot.keys) await page.waitForTimeout(600);
    if (shot.files) {
      await page.setInputFiles('input[type=file] >> nth=0', shot.files.map((name) => ({ name, mimeType: '', buffer: Buffer.alloc(90_000, name) })));
    }
    for (const name of shot.press ?? []) {
      await page.locator(`button[aria-label="${name}"], button:has-text("${name}")`).first().click();
      await page.waitForTimeout(700);
    }
    // Pages that scroll are shown whole.
    if (shot.tall) await page.setViewportSize({ width: (shot.size ?? WIDE).width, height: shot.tall });
    if (shot.tall) await page.waitForTimeout(400);
    if (shot.act) {
      await shot.act(page);
      await page.waitForTimeout(500);
    }
    const wide = await page.evaluate(() => [document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight - innerHeight]);
    await page.screenshot({ path: `${out}/${shot.name}.png` });
    // axe takes minutes over eighteen thousand words.
    if (!shot.long) await page.evaluate(AXE);
    const { violations } = await page.evaluate(() => globalThis.axe?.run() ?? { violations: [] });
    for (const { id, impact, nodes } of violations) {
      console.log(`${shot.name}: axe ${id} (${impact}) ${nodes.slice(0, 4).map((node) => `${node.target} ${node.any[0]?.message ?? ''}`).join(' | ')}`);
    }
    await page.request.get(`${BASE}/api/v1/scene?scene=full`);
    await page.request.get(`${BASE}/api/v1/test/begin`);
    console.log(`${shot.name}: overflows by ${wide[0]} px across, ${wide[1]} px down`);
    await context.close();
  }
} finally {
  await browser.close();
  double.kill();
}
