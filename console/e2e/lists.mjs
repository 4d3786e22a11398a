// Finding a contact by what was said in it:
//   node e2e/lists.mjs BASE-URL SIGN-IN-CODE WORD CONTACT-ID
// The word is said in that contact alone: the search shows the sentence, and a click opens the record page at its time.
import { audioMillis, audioReady, journey, PATIENCE } from './support.mjs';

await journey(async ({ page, claim, rest: [word, contactId] }) => {
  await page.getByRole('searchbox').first().waitFor(PATIENCE);
  await page.keyboard.press('/');
  await page.keyboard.type(word);
  await page.keyboard.press('Enter');
  const hit = page.locator('a.hit').first();
  await hit.waitFor(PATIENCE);
  claim(new URL(page.url()).searchParams.get('q') === word, 'the search stands in the address');
  claim((await hit.innerText()).toLowerCase().includes(word.toLowerCase()), `its sentence is shown: “${await hit.innerText()}”`);
  claim((await hit.locator('mark').innerText()).toLowerCase().startsWith(word.toLowerCase()), 'the word is marked in it');

  const link = await hit.getAttribute('href');
  claim(link.startsWith(`/contacts/${encodeURIComponent(contactId)}?`), `the hit leads to ${link}`);
  const wanted = Number(new URL(link, page.url()).searchParams.get('t')) * 1000;
  await hit.click();
  await page.locator('[data-word]').first().waitFor(PATIENCE);
  await audioReady(page);
  await page.waitForFunction((millis) => Math.abs(document.querySelector('audio').currentTime * 1000 - millis) < 150, wanted, PATIENCE);
  claim(true, `the record page opens at the hit, ${await audioMillis(page)} ms`);
  claim(await page.evaluate(() => document.querySelector('audio').paused), 'and does not start by itself');
  await page.locator('.word-hit-current, .word-hit').first().waitFor(PATIENCE);
  claim(true, 'the word is marked in the transcript');
});
