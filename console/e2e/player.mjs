// The player, heard and not only seen:
//   node e2e/player.mjs BASE-URL SIGN-IN-CODE CONTACT-ID
// Muting, soloing and turning down an audio channel change what reaches the ears, the wheel zooms around the pointer, the
// mini-map moves the view, a loop repeats, and silence is skipped. The recording has two audio channels.
import { heard, tap } from './listen.mjs';
import { audioReady, journey, PATIENCE } from './support.mjs';

await journey(async ({ page, origin, claim, rest: [contactId] }) => {
  await tap(page);
  await page.goto(`${origin}/contacts`);
  const turns = await page.evaluate(async (id) => (await (await fetch(`/api/v1/contacts/${id}/transcript`)).json()).turns, contactId);
  const alone = longestAlone(turns, 'customer');
  const [from, to] = [alone.beginMillis / 1000 + 0.2, alone.endMillis / 1000 - 0.2];
  await page.goto(`${origin}/contacts/${contactId}?t=${from.toFixed(1)}&loop=${from.toFixed(1)}-${to.toFixed(1)}`);
  await audioReady(page);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await page.waitForFunction(() => globalThis.heardNow() > 0.001, null, PATIENCE);
  await channels(page, claim);
  const at = await page.evaluate(() => document.querySelector('audio').currentTime);
  claim(at >= from - 0.1 && at <= to + 0.2, `the loop holds it between ${from.toFixed(1)} and ${to.toFixed(1)} s: ${at.toFixed(1)} s`);
  await page.keyboard.press('x');
  await page.keyboard.press('k');
  await skipping(page, turns, claim);
  await zooming(page, claim);
});

/** While the customer speaks and the agent does not; a telephone line is never quite silent. */
async function channels(page, claim) {
  const both = await heard(page);
  const mute = page.getByRole('button', { name: 'Mute customer' });
  await mute.click();
  await page.waitForTimeout(200);
  const muted = await heard(page);
  claim(muted < both / 20, `muting the customer leaves ${level(muted)} of ${level(both)}`);
  await mute.click();
  const solo = page.getByRole('button', { name: 'Hear agent only' });
  await solo.click();
  await page.waitForTimeout(200);
  const other = await heard(page);
  claim(other < both / 20, `hearing the agent only leaves ${level(other)} of the customer`);
  await solo.click();
  await page.getByRole('slider', { name: 'Volume of customer' }).fill('25');
  await page.waitForTimeout(200);
  const quarter = await heard(page, 1_200);
  claim(quarter > both / 10 && quarter < both / 2, `a quarter of the volume: ${level(quarter)} of ${level(both)}`);
  await page.getByRole('slider', { name: 'Volume of customer' }).fill('100');
  await page.waitForTimeout(200);
  const again = await heard(page, 1_200);
  claim(again > both / 2, `and all of it again: ${level(again)}`);
}

async function skipping(page, turns, claim) {
  const silence = longestSilence(turns);
  if (!silence || silence.endMillis - silence.beginMillis < 2_500) return console.log('–    no silence to skip in this contact');
  await page.evaluate((seconds) => (document.querySelector('audio').currentTime = seconds), silence.beginMillis / 1000 - 0.3);
  await page.waitForTimeout(300);
  await page.keyboard.press('s');
  const begun = Date.now();
  await page.keyboard.press('k');
  await page.waitForFunction((end) => document.querySelector('audio').currentTime >= end, silence.endMillis / 1000 - 0.35, PATIENCE);
  const took = Date.now() - begun;
  claim(took < silence.endMillis - silence.beginMillis - 500, `${silence.endMillis - silence.beginMillis} ms of silence took ${took} ms`);
  await page.keyboard.press('k');
  await page.keyboard.press('s');
}

async function zooming(page, claim) {
  const lanes = await page.locator('.wave-host').boundingBox();
  const lens = () => page.locator('.map-lens').evaluate((element) => (element.hidden ? null : [new DOMMatrix(element.style.transform).e, element.offsetWidth]));
  claim((await lens()) === null, 'all is in sight at first');
  const pointer = lanes.x + lanes.width * 0.75;
  await page.mouse.move(pointer, lanes.y + 40);
  const under = () => page.locator('.wave-hover').getAttribute('data-text');
  const before = await under();
  for (let notch = 0; notch < 4; notch++) await page.mouse.wheel(0, -100);
  await page.waitForFunction(() => !document.querySelector('.map-lens').hidden, null, PATIENCE);
  await page.mouse.move(pointer, lanes.y + 41);
  claim((await under()) === before, `zooming keeps “${before}” under the pointer`);
  const [left, width] = await lens();
  const map = await page.locator('.wave-map').boundingBox();
  await page.mouse.move(map.x + left + width / 2, map.y + 10);
  await page.mouse.down();
  await page.mouse.move(map.x + left + width / 2 - 60, map.y + 10, { steps: 4 });
  await page.mouse.up();
  const [moved, same] = await lens();
  claim(Math.abs(left - 60 - moved) < 2 && Math.abs(same - width) < 2, `the lens of the mini-map goes along: ${Math.round(left)} → ${Math.round(moved)} px`);
  await page.mouse.move(pointer, lanes.y + 40);
  await page.keyboard.press('0');
  claim((await lens()) === null, 'the key 0 shows the whole again');
}

function level(value) {
  return value.toFixed(4);
}

function longestAlone(turns, participant) {
  const alone = turns.filter(
    (turn) => turn.participant === participant && !turns.some((other) => other !== turn && other.beginMillis < turn.endMillis && other.endMillis > turn.beginMillis),
  );
  if (alone.length === 0) throw new Error(`the ${participant} never speaks alone`);
  return alone.reduce((longest, turn) => (turn.endMillis - turn.beginMillis > longest.endMillis - longest.beginMillis ? turn : longest));
}

function longestSilence(turns) {
  let until = 0;
  let longest = null;
  for (const turn of turns) {
    if (turn.beginMillis - until > (longest ? longest.endMillis - longest.beginMillis : 0)) longest = { beginMillis: until, endMillis: turn.beginMillis };
    until = Math.max(until, turn.endMillis);
  }
  return longest;
}
