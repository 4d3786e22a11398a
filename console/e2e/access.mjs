// Who may listen: given, used, taken away, refused, and kept in the audit trail:
//   node e2e/access.mjs BASE-URL SIGN-IN-CODE CONTACT-ID
// The code signs an administrator in. The contact has a recording that plays.
import { audioMillis, audioReady, journey, PATIENCE, WIDE } from './support.mjs';

const PASSWORD = 'four unrelated words here';
const SET = 'AC_CallRecording';
const LABEL = 'Call Recording';
/** Stays, so that the contact can be seen still. */
const OTHER_SET = 'AC_Transcript';

await journey(async ({ page, browser, origin, claim, watch, rest: [contactId] }) => {
  const userName = `listener-${Date.now().toString(36)}`;
  const record = `${origin}/contacts/${encodeURIComponent(contactId)}`;

  await addUser(page, origin, userName);
  claim(true, `${userName} is added with ${SET} and a password`);

  const context = await browser.newContext({ viewport: WIDE });
  const other = await context.newPage();
  const refusals = [];
  watchBesideRefusals(other, refusals, watch, origin);
  await signIn(other, origin, userName);
  claim(true, 'the user signs in with name and password');
  claim((await other.getByRole('link', { name: 'Upload' }).count()) === 0, 'what the user may not do is not offered');

  await other.goto(record);
  await audioReady(other);
  await other.getByRole('button', { name: 'Play', exact: true }).click();
  await other.waitForFunction(() => document.querySelector('audio').currentTime > 0.3, null, PATIENCE);
  claim(true, `the recording is heard, ${await audioMillis(other)} ms of it`);
  const bytes = await other.evaluate(() => document.querySelector('audio').src);

  await takeAway(page, origin, userName);
  claim(true, `${SET} is taken away`);
  const status = await other.evaluate(async (url) => (await fetch(url, { cache: 'no-store', headers: { Range: 'bytes=0-99' } })).status, bytes);
  claim(status === 403, `the link made before is refused now, ${status}`);
  await other.goto(record);
  const said = other.getByRole('region', { name: 'Player' });
  await said.getByText('You may not listen').waitFor(PATIENCE);
  claim((await said.innerText()).includes('permission “Listen”'), 'the page says so, and what it takes');
  claim(await other.evaluate(() => [...document.querySelectorAll('audio')].every(({ src }) => src === '')), 'and asks for no recording');
  const asked = await other.evaluate(async (id) => {
    const answer = await fetch(`/api/v1/contacts/${id}/playback-url`, { method: 'POST', headers: { 'X-Aftercall': '1' } });
    return answer.status;
  }, encodeURIComponent(contactId));
  claim(asked === 403, `who asks the server all the same is refused, ${asked}`);
  await context.close();

  await auditShows(page, origin, userName, contactId, claim);
  await removeUser(page, origin, userName);
  claim(true, 'the user is removed');
});

/** A refused request is an error in the browser's console; here it is what is looked for. */
function watchBesideRefusals(page, refusals, watch, origin) {
  const faults = { on: (kind, heard) => page.on(kind, kind === 'console' ? (line) => (/status of 40[34]/.test(line.text()) ? refusals.push(line.text()) : heard(line)) : heard) };
  watch(faults, [origin]);
}

async function addUser(page, origin, userName) {
  await page.goto(`${origin}/access?tab=users&user=new`);
  await page.getByLabel('User name').fill(userName);
  await page.getByRole('button', { name: /Permission sets/ }).click();
  for (const set of [SET, OTHER_SET]) await page.getByRole('option', { name: new RegExp(set) }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add user' }).click();
  await page.getByText(`${userName} is added`).waitFor(PATIENCE);
  await page.getByRole('button', { name: 'Set a password' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('New password').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Set a password' }).click();
  await page.getByText('The password is set.').waitFor(PATIENCE);
}

async function signIn(page, origin, userName) {
  await page.goto(`${origin}/login`);
  await page.getByLabel('User name').fill(userName);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).first().click();
  await page.waitForURL('**/contacts', PATIENCE);
}

async function openUser(page, origin, userName) {
  await page.goto(`${origin}/access?tab=users`);
  await page.getByRole('link', { name: userName }).click();
  await page.getByRole('button', { name: 'Remove user' }).waitFor(PATIENCE);
}

async function takeAway(page, origin, userName) {
  await openUser(page, origin, userName);
  await page.getByRole('button', { name: `Leave out ${LABEL}` }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved. It holds').waitFor(PATIENCE);
}

/** What was heard, what was refused, and what the administrator changed. */
async function auditShows(page, origin, userName, contactId, claim) {
  const rows = page.getByRole('table', { name: /newest first/ }).locator('tbody tr');
  await page.goto(`${origin}/audit?contactId=${encodeURIComponent(contactId)}`);
  await rows.filter({ hasText: userName }).first().waitFor(PATIENCE);
  const played = rows.filter({ hasText: userName }).filter({ hasText: 'Recording played' }).filter({ hasText: 'Done' });
  claim((await played.count()) > 0, 'the audit trail has the play');
  await page.goto(`${origin}/audit?result=refused`);
  await rows.filter({ hasText: userName }).first().waitFor(PATIENCE);
  claim(true, 'and the refusal');
  await page.goto(`${origin}/audit?what=change`);
  await rows.filter({ hasText: 'putUser' }).first().waitFor(PATIENCE);
  claim(true, 'and who took the permission away');
}

async function removeUser(page, origin, userName) {
  await openUser(page, origin, userName);
  await page.getByRole('button', { name: 'Remove user' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('button', { name: 'Add user' }).waitFor(PATIENCE);
  await page.getByRole('link', { name: userName }).waitFor({ ...PATIENCE, state: 'detached' });
}
