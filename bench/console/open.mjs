// How a long contact feels, in Debian's Chromium:
//   node open.mjs BASE-URL SIGN-IN-CODE CONTACT-ID
// Prints the time from opening the page to the first drawn waveform and the first word, by a fresh load and from within the
// console, frames per second while the wheel zooms
// in and out and while the zoomed picture plays, and the page's memory after each of ten opens.
import process from 'node:process';
import { launch } from '../../console/e2e/browser.mjs';

const PATIENCE = { timeout: 60_000 };
const [base, code, contactId] = process.argv.slice(2);
if (!base || !code || !contactId) {
  console.error('usage: node open.mjs BASE-URL SIGN-IN-CODE CONTACT-ID');
  process.exit(2);
}
const { origin } = new URL(base);

const browser = await launch();
try {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto(`${origin}/login#code=${encodeURIComponent(code)}`);
  await page.waitForURL('**/contacts', PATIENCE);
  const loads = [];
  for (let load = 0; load < 5; load++) loads.push(await freshLoad(page));
  console.log(`fresh load: first waveform ${median(loads.map(({ wave }) => wave))} ms, first word ${median(loads.map(({ word }) => word))} ms (medians of five)`);
  const paints = [];
  const heaps = [];
  const devtools = await page.context().newCDPSession(page);
  for (let open = 0; open < 10; open++) {
    await go(page, '/contacts');
    await page.locator('.list-page tbody tr').first().waitFor(PATIENCE);
    paints.push(await firstWave(page));
    await page.waitForTimeout(500);
    heaps.push(await heapMegabytes(devtools));
  }
  console.log(`first waveform: ${paints[0]} ms, then ${median(paints.slice(1))} ms (median of nine)`);
  console.log(`memory after each of ten opens: ${heaps.join(', ')} MB`);
  console.log(`zooming by the wheel: ${await zooming(page)}`);
  console.log(`playing, zoomed in:   ${await playing(page)}`);
} finally {
  await browser.close();
}

/** Within the console, as a click on a link does, so that scripts stay loaded and memory can grow. */
function go(page, path) {
  return page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  }, path);
}

/** The address opened anew: scripts, record, transcript and peaks are asked for. */
async function freshLoad(page) {
  await page.goto('about:blank');
  const begin = Date.now();
  await page.goto(`${origin}/contacts/${encodeURIComponent(contactId)}`, { waitUntil: 'commit' });
  const since = (what) => what.then(() => Date.now() - begin);
  const [wave, word] = await Promise.all([
    since(waveDrawn(page)),
    since(page.locator('[data-turn]').first().waitFor(PATIENCE)),
  ]);
  return { wave, word };
}

async function firstWave(page) {
  const begin = Date.now();
  await go(page, `/contacts/${encodeURIComponent(contactId)}`);
  await waveDrawn(page);
  return Date.now() - begin;
}

/** The upper lane has colour: its peaks are there. */
function waveDrawn(page) {
  return page.waitForFunction(
    () => {
      const canvas = document.querySelector('.wave-host canvas');
      if (!canvas?.width) return false;
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, Math.round(canvas.height * 0.3));
      return data.some((value) => value > 250);
    },
    null,
    PATIENCE,
  );
}

async function heapMegabytes(devtools) {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return Math.round(usedSize / 1e6);
}

/** Counts frames and the longest gap between two while `during` runs. */
async function frames(page, during) {
  await page.evaluate(() => {
    globalThis.gaps = [];
    globalThis.counting = true;
    let before = performance.now();
    const next = (now) => {
      globalThis.gaps.push(now - before);
      before = now;
      if (globalThis.counting) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await during();
  const gaps = (await page.evaluate(() => ((globalThis.counting = false), globalThis.gaps))).slice(1);
  const sorted = [...gaps].sort((a, b) => a - b);
  const total = gaps.reduce((sum, gap) => sum + gap, 0);
  return `${((gaps.length * 1000) / total).toFixed(1)} frames a second; 95 % of gaps within ${sorted[Math.floor(sorted.length * 0.95)].toFixed(1)} ms, longest ${sorted.at(-1).toFixed(1)} ms`;
}

/** Wheel events at the pace of the screen, six seconds of them, close and far again. */
function zooming(page) {
  return frames(page, () =>
    page.evaluate(async () => {
      const host = document.querySelector('.wave-host');
      const { left, top, width } = host.getBoundingClientRect();
      const begin = performance.now();
      for (let at = 0; at < 6_000; at = performance.now() - begin) {
        const deltaY = at % 3_000 < 1_500 ? -30 : 30;
        host.dispatchEvent(new WheelEvent('wheel', { deltaY, clientX: left + width * 0.6, clientY: top + 30, bubbles: true, cancelable: true }));
        await new Promise(requestAnimationFrame);
      }
    }),
  );
}

async function playing(page) {
  for (const key of '0+++++') await page.keyboard.press(key);
  await page.keyboard.press('k');
  await page.waitForFunction(() => document.querySelector('audio')?.currentTime > 0, null, PATIENCE);
  const counted = await frames(page, () => page.waitForTimeout(4_000));
  await page.keyboard.press('k');
  return counted;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
