// The record page inside a page of another origin, without cookies:
//   node e2e/embed.mjs BASE-URL SIGN-IN-CODE CONTACT-ID
// The server must allow http://127.0.0.1:* in aftercall.embed.frame-ancestors, and be called by another name, localhost.
import http from 'node:http';
import { audioMillis, audioReady, journey, PATIENCE } from './support.mjs';

await journey(async ({ page, browser, origin, claim, watch, rest: [contactId] }) => {
  const createLink = () =>
    page.evaluate(async (id) => {
      const answer = await fetch(`/api/v1/contacts/${id}/embed-link`, { method: 'POST', headers: { 'X-Aftercall': '1' } });
      return (await answer.json()).url;
    }, encodeURIComponent(contactId));
  const url = await createLink();

  const host = http.createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<!doctype html><link rel="icon" href="data:,"><title>CRM</title><h1>CRM</h1>
      <script>heard = []; addEventListener('message', ({ origin, data }) => heard.push({ origin, data }));</script>
      <iframe title="Contact" src="${new URL(url, origin).href}" width="360" height="640"></iframe>`);
  });
  await new Promise((ready) => host.listen(0, '127.0.0.1', ready));
  try {
    // 127.0.0.1 and localhost are different sites, as a CRM and this server are.
    const outside = `http://127.0.0.1:${host.address().port}`;
    const context = await browser.newContext({ viewport: { width: 800, height: 800 } });
    const other = await context.newPage();
    watch(other, [outside, origin]);
    await other.goto(outside);
    const frame = other.frame({ url: (at) => at.pathname.startsWith('/embed/') });
    await frame.locator('[data-word]').first().waitFor(PATIENCE);
    claim(true, 'the transcript shows inside the other page');
    claim(!frame.url().includes('token='), 'the token has left the address');
    await audioReady(frame);
    const words = frame.locator('[data-word]');
    await words.nth(Math.floor((await words.count()) / 2)).click();
    await frame.waitForFunction(() => document.querySelector('audio').currentTime > 0.5, null, PATIENCE);
    claim((await audioMillis(frame)) > 500, `a click on a word moves the audio to ${await audioMillis(frame)} ms`);
    const heard = await other.evaluate(() => window.heard);
    claim(JSON.stringify(heard) === JSON.stringify([{ origin, data: { aftercall: 'shown' } }]), 'the other page hears that ours is there');
    await renewed(other, frame, new URL(await createLink(), origin), claim);
    const across = await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    claim(across <= 0, 'nothing is cut off at 360 px');
    claim((await context.cookies()).length === 0, 'no cookie was needed or set');
    await context.close();

    await refused(browser, new URL(url, origin).href, claim);
  } finally {
    host.close();
  }
});

/** A new token in the frame's address is used from then on, and the audio plays through. */
async function renewed(other, frame, link, claim) {
  await frame.evaluate(() => {
    window.before = true;
    document.querySelector('audio').currentTime = 0;
    return document.querySelector('audio').play();
  });
  await other.evaluate((src) => (document.querySelector('iframe').src = src), link.href);
  await frame.waitForFunction(() => window.location.hash === '', null, PATIENCE);
  const asked = other.waitForRequest((request) => request.url().includes('/api/v1/contacts/'), PATIENCE);
  await frame.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))); // asks again, as a reader who comes back
  const token = new URLSearchParams(link.hash.slice(1)).get('token');
  claim((await asked).headers().authorization === `Bearer ${token}`, 'calls carry the new token');
  await frame.waitForFunction(() => document.querySelector('audio').currentTime > 0.3, null, PATIENCE);
  claim(await frame.evaluate(() => window.before && !document.querySelector('audio').paused), 'nothing was reloaded and the audio plays on');
}

/** A page that is not on the list sees nothing. */
async function refused(browser, url, claim) {
  const host = http.createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<!doctype html><title>Other</title><iframe src="${url}"></iframe>`);
  });
  await new Promise((ready) => host.listen(0, 'localhost', ready));
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const lines = [];
    page.on('console', (line) => lines.push(line.text()));
    await page.goto(`http://localhost:${host.address().port}`);
    await page.waitForTimeout(1000);
    claim(lines.some((line) => line.includes('frame-ancestors')), 'a page that is not allowed is refused by frame-ancestors');
  } finally {
    await context.close();
    host.close();
  }
}
