// The way of a supervisor through one record page, in Debian's Chromium:
//   node e2e/record.mjs BASE-URL SIGN-IN-CODE COMPLETE-ID FAILED-ID
// The list opens and leads to the page, a click on a word moves the audio there, playing goes on from there, a link with
// a time seeks without playing, a search marks its hits, and a step that failed is tried again from its timeline.
import { audioMillis, audioReady, journey, PATIENCE } from './support.mjs';

await journey(async ({ page, origin, claim, rest: [completeId, failedId] }) => {
  await page.goto(`${origin}/contacts`);
  const row = page.locator('tbody tr', { has: page.locator(`a[href="/contacts/${completeId}"]`) }).first();
  await row.waitFor(PATIENCE);
  const name = (await row.getByRole('link', { name: /^CCA/ }).first().innerText()).trim();
  claim(/^CCA \d{6}$/.test(name), `the list has a complete contact, ${name}`);
  await row.getByRole('link', { name }).first().click();
  await page.getByRole('heading', { level: 1, name }).waitFor(PATIENCE);

  const words = page.locator('[data-word]');
  await words.first().waitFor(PATIENCE);
  claim((await words.count()) > 10, `its transcript has ${await words.count()} words`);
  await audioReady(page);
  await drawn(page);
  await clickWord(page, words.nth(Math.floor((await words.count()) / 2)), claim);
  await play(page);
  await search(page, claim);
  await timeline(page, claim);
  await link(page, origin, completeId, claim);
  await retry(page, origin, failedId, claim);
});

function clock(page) {
  return page.locator('.player-clock b').innerText();
}

function millis(text) {
  return Math.round(text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) * 1000);
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

async function clickWord(page, word, claim) {
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

async function search(page, claim) {
  const wanted = (await page.locator('[data-word]').first().innerText()).replace(/\W+$/, '');
  await page.keyboard.press('/');
  await page.keyboard.type(wanted);
  await page.getByText(/^\d+ of \d+$/).waitFor(PATIENCE);
  const hits = await page.locator('.word-hit, .word-hit-current').count();
  claim(hits > 0, `a search for “${wanted}” marks ${hits} words`);
}

async function timeline(page, claim) {
  await page.getByRole('tab', { name: 'Timeline' }).click();
  const steps = page.locator('.timeline .step');
  await steps.first().waitFor(PATIENCE);
  const states = await page.locator('.timeline .step-complete').count();
  claim((await steps.count()) >= 3 && states >= 3, `the timeline shows ${await steps.count()} steps, ${states} of them complete`);
}

async function link(page, origin, id, claim) {
  await page.goto(`${origin}/contacts/${encodeURIComponent(id)}?t=3.5`);
  await audioReady(page);
  await page.waitForFunction(() => Math.abs(document.querySelector('audio').currentTime - 3.5) < 0.1, null, PATIENCE);
  await page.waitForTimeout(500);
  const { paused, at } = await page.evaluate(() => {
    const { paused, currentTime } = document.querySelector('audio');
    return { paused, at: currentTime };
  });
  claim(paused && Math.abs(at - 3.5) < 0.1, `a link with ?t=3.5 opens at ${at} s and does not start`);
}

async function retry(page, origin, id, claim) {
  await page.goto(`${origin}/contacts/${encodeURIComponent(id)}?tab=timeline`);
  const failed = page.locator('.timeline .step-failed').first();
  await failed.waitFor(PATIENCE);
  const attempts = async () => (await page.evaluate(async (contact) => {
    const { steps } = await (await fetch(`/api/v1/contacts/${contact}`)).json();
    return steps.map(({ attempts, endedAt }) => `${attempts} ${endedAt}`).join();
  }, encodeURIComponent(id)));
  const before = await attempts();
  await failed.getByRole('button', { name: /^Run again from here/ }).click();
  for (let i = 0; i < 100 && (await attempts()) === before; i++) await page.waitForTimeout(100);
  claim((await attempts()) !== before, 'a step that failed is tried again from its timeline');
}
