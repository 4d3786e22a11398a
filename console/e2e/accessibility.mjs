// axe-core over every page, light, dark, and on a phone:
//   node e2e/accessibility.mjs BASE-URL SIGN-IN-CODE COMPLETE-ID FAILED-ID NOT-REQUESTED-ID
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { journey, WIDE } from './support.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { width: 375, height: 812 };

await journey(async ({ page, context, browser, origin, claim, rest }) => {
  const [complete, failed, notRequested] = rest.map(encodeURIComponent);
  const paths = [
    '/contacts',
    '/contacts?view=recent',
    '/contacts?agent=nobody',
    '/contacts?q=refund',
    '/dashboard',
    '/upload',
    '/contact-flow',
    '/doctor',
    `/contacts/${complete}?t=2`,
    ...['analysis', 'comments', 'details', 'attachments', 'timeline'].map((tab) => `/contacts/${complete}?tab=${tab}`),
    `/contacts/${failed}?tab=timeline`,
    `/contacts/${notRequested}`,
    '/contacts/nobody-has-this-id',
    '/account',
    '/access',
    ...['permissionSets', 'tokens', 'keys', 'settings'].map((tab) => `/access?tab=${tab}`),
    '/credentials',
    '/audit',
    '/publication',
    '/streams',
  ];
  const embed = await page.evaluate(async (id) => {
    const answer = await fetch(`/api/v1/contacts/${id}/embed-link`, { method: 'POST', headers: { 'X-Aftercall': '1' } });
    return (await answer.json()).url;
  }, complete);
  await page.close();
  for (const [colorScheme, viewport] of [['light', WIDE], ['dark', WIDE], ['dark', PHONE]]) {
    // The console asks the system for its colours until a person chooses.
    const scheme = await browser.newContext({ colorScheme, viewport, reducedMotion: 'reduce', storageState: await context.storageState() });
    const looked = await scheme.newPage();
    looked.on('pageerror', (error) => claim(false, `page: ${error}`));
    for (const path of [...paths, embed]) await check(looked, origin, path, `${colorScheme} ${viewport.width}`, claim);
    await scheme.clearCookies();
    await check(looked, origin, '/login', `${colorScheme} ${viewport.width}`, claim);
    await scheme.close();
  }
});

async function check(page, origin, path, how, claim) {
  await page.goto(new URL(path, origin).href);
  await page.locator('main, [role="main"]').first().waitFor();
  await page.waitForFunction(() => !/Loading/.test(document.body.innerText));
  // While the doctor looks, its buttons are greyed; axe must not meet one on its way back.
  if (path === '/doctor') {
    await page.locator('.check-summary:not(:has(progress))').waitFor({ timeout: 60_000 });
  }
  await page.waitForTimeout(500);
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  const named = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.target} ${node.any[0]?.message ?? ''}`).join(' | ')}`,
  );
  claim(violations.length === 0, `${how} ${path.split('#')[0]}${named.length ? ` ${named.join('; ')}` : ''}`);
}
