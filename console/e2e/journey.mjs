// The way of a supervisor through the console, in Debian's Chromium:
//   node e2e/journey.mjs BASE-URL SIGN-IN-CODE
// Prints what it does, and ends with 0 only if all of it is so: the list opens, its first complete
// contact opens, a click on a word moves the audio there, playing goes on from there, the timeline has
// steps, and neither an error nor a request to another host came up on the way.
import process from 'node:process';
import { launch } from './browser.mjs';

const [base, code] = process.argv.slice(2);
if (!base || !code) {
  console.error('usage: node e2e/journey.mjs BASE-URL SIGN-IN-CODE');
  process.exit(2);
}
const origin = new URL(base).origin;
const PATIENCE = { timeout: 30_000 };
const faults = [];

const browser = await launch();
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  watch(page);
  await journey(page);
} catch (failure) {
  faults.push(String(failure));
} finally {
  await browser.close();
}
for (const fault of faults) console.error(`FAULT ${fault}`);
console.log(faults.length === 0 ? 'The journey went well.' : `The journey failed: ${faults.length} faults.`);
process.exit(faults.length === 0 ? 0 : 1);

function watch(page) {
  page.on('console', (line) => {
    if (line.type() === 'error') faults.push(`console: ${line.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`page: ${error}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== origin) faults.push(`request to another host: ${url.origin}`);
  });
}

function claim(so, what) {
  console.log(`${so ? 'ok  ' : 'NOT '} ${what}`);
  if (!so) faults.push(what);
}

async function journey(page) {
  await page.goto(`${origin}/login#code=${encodeURIComponent(code)}`);
  await page.waitForURL('**/contacts', PATIENCE);
  claim(!page.url().includes(code), 'the code signs in and leaves the address');

  const row = page.locator('tbody tr', { hasText: 'Complete' }).first();
  await row.waitFor(PATIENCE);
  const name = (await row.getByRole('link').first().innerText()).trim();
  claim(/^CCA \d{6}$/.test(name), `the list has a complete contact, ${name}`);
  await row.getByRole('link').first().click();
  await page.getByRole('heading', { level: 1, name }).waitFor(PATIENCE);

  const words = page.locator('[data-word]');
  await words.first().waitFor(PATIENCE);
  claim((await words.count()) > 10, `its transcript has ${await words.count()} words`);
  await ready(page);
  await drawn(page);
  await clickWord(page, words.nth(Math.floor((await words.count()) / 2)));
  await play(page);
  await search(page);
  await timeline(page);
}

function clock(page) {
  return page.locator('.player-clock b').innerText();
}

function millis(text) {
  return Math.round(text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) * 1000);
}

function audioMillis(page) {
  return page.evaluate(() => Math.round(document.querySelector('audio').currentTime * 1000));
}

async function ready(page) {
  await page.waitForFunction(() => document.querySelector('audio')?.readyState >= 1, null, PATIENCE);
}

async function drawn(page) {
  await page.waitForFunction(() => {
    const canvas = document.querySelector('.wave-canvas');
    if (!canvas?.width) return false;
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return data.some((value) => value > 0);
  }, null, PATIENCE);
  console.log('ok   the waveform is drawn');
}

async function clickWord(page, word) {
  await word.scrollIntoViewIfNeeded();
  const begin = await page.evaluate(async ([id, turn, at]) => {
    const answer = await fetch(`/api/v1/contacts/${id}/transcript`);
    return (await answer.json()).turns[turn].words[at].beginMillis;
  }, [
    decodeURIComponent(new URL(page.url()).pathname.split('/').pop()),
    Number(await word.evaluate((element) => element.closest('[data-turn]').dataset.turn)),
    Number(await word.getAttribute('data-word')),
  ]);
  await word.click();
  await page.waitForFunction(
    (wanted) => Math.abs(document.querySelector('audio').currentTime * 1000 - wanted) <= 60,
    begin,
    PATIENCE,
  );
  const shown = millis(await clock(page));
  claim(
    Math.abs(shown - begin) <= 150,
    `a click on “${await word.innerText()}” moves the audio to ${await audioMillis(page)} ms, where it begins (${begin} ms; clock ${shown} ms)`,
  );
}

async function play(page) {
  const from = await audioMillis(page);
  await page.keyboard.press('k');
  await page.getByRole('button', { name: 'Pause' }).waitFor(PATIENCE);
  await page.waitForFunction((before) => document.querySelector('audio').currentTime * 1000 > before + 700, from, PATIENCE);
  await page.keyboard.press('k');
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor(PATIENCE);
  console.log(`ok   it plays on from there, to ${await clock(page)}`);
  await page.waitForFunction(() => new URLSearchParams(location.search).has('t'), null, PATIENCE);
  console.log(`ok   the address keeps the place: ${new URL(page.url()).search}`);
}

async function search(page) {
  const wanted = (await page.locator('[data-word]').first().innerText()).replace(/\W+$/, '');
  await page.keyboard.press('/');
  await page.keyboard.type(wanted);
  await page.getByText(/^\d+ of \d+$/).waitFor(PATIENCE);
  const hits = await page.locator('.word-hit, .word-hit-current').count();
  claim(hits > 0, `a search for “${wanted}” marks ${hits} words`);
}

async function timeline(page) {
  await page.getByRole('tab', { name: 'Timeline' }).click();
  const steps = page.locator('.timeline .step');
  await steps.first().waitFor(PATIENCE);
  const states = await page.locator('.timeline .step-complete').count();
  claim((await steps.count()) >= 3 && states >= 3, `the timeline shows ${await steps.count()} steps, ${states} of them complete`);
}
