import process from 'node:process';
import { launch } from './browser.mjs';

export const PATIENCE = { timeout: 30_000 };
export const WIDE = { width: 1440, height: 900 };

/**
 * Runs a way through the console: `node e2e/NAME.mjs BASE-URL SIGN-IN-CODE […]`. Says what is looked at, and ends with 0
 * only if all of it was so and neither an error nor a request to another host came up on the way.
 */
export async function journey(walk) {
  const [base, code, ...rest] = process.argv.slice(2);
  if (!base || !code) {
    console.error('usage: node e2e/NAME.mjs BASE-URL SIGN-IN-CODE');
    process.exit(2);
  }
  const faults = [];
  const origin = new URL(base).origin;
  const claim = (so, what) => {
    console.log(`${so ? 'ok  ' : 'NOT '} ${what}`);
    if (!so) faults.push(what);
  };
  const browser = await launch();
  try {
    const context = await browser.newContext({ viewport: WIDE });
    const page = await context.newPage();
    watch(page, [origin], faults);
    await page.goto(`${origin}/login#code=${encodeURIComponent(code)}`);
    await page.waitForURL('**/contacts', PATIENCE);
    claim(!page.url().includes(code), 'the code signs in and leaves the address');
    await walk({ page, context, browser, origin, claim, rest, watch: (other, origins) => watch(other, origins, faults) });
  } catch (failure) {
    faults.push(String(failure));
  } finally {
    await browser.close();
  }
  for (const fault of faults) console.error(`FAULT ${fault}`);
  console.log(faults.length === 0 ? 'All went well.' : `${faults.length} faults.`);
  process.exit(faults.length === 0 ? 0 : 1);
}

function watch(page, origins, faults) {
  page.on('console', (line) => {
    if (line.type() === 'error') faults.push(`console: ${line.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`page: ${error}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && !origins.includes(url.origin)) faults.push(`request to another host: ${url.origin}`);
  });
}

export const audioMillis = (page) =>
  page.evaluate(() => Math.round(document.querySelector('audio').currentTime * 1000));

export const audioReady = (page) =>
  page.waitForFunction(() => document.querySelector('audio')?.readyState >= 1, null, PATIENCE);
