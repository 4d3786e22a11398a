// What comes in and what goes out: a backfill of a bucket, the record that it could not take, and publication:
//   node e2e/flows.mjs BASE-URL SIGN-IN-CODE BUCKET
// The code signs an administrator in. The bucket has one file with a good record and a bad one. Publication is off.
import { journey, PATIENCE } from './support.mjs';

await journey(async ({ page, origin, claim, rest: [bucket] }) => {
  await openFromMenu(page, 'Streams');
  await page.getByText('No stream is set up.').waitFor(PATIENCE);
  claim(true, 'the page Streams says that none is set up');

  await page.getByRole('button', { name: 'Start a backfill' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Start', exact: true }).click();
  await dialog.getByText('without a slash').waitFor(PATIENCE);
  claim(true, 'a backfill wants to know of what');
  await dialog.getByLabel('Bucket').fill(bucket);
  await dialog.getByRole('button', { name: 'Start', exact: true }).click();
  const backfill = page.getByRole('table', { name: 'Backfills' }).getByRole('row').filter({ hasText: `${bucket}/` });
  await backfill.getByText('Complete').waitFor(PATIENCE);
  claim((await backfill.innerText()).includes('1 file, 1 record taken, 1 set aside'), 'it is complete and says what it took');

  const rejected = page.getByRole('table', { name: 'Records set aside' }).getByRole('row').filter({ hasText: bucket });
  await rejected.waitFor({ timeout: 60_000 });
  claim((await rejected.innerText()).includes('ContactId'), 'the record that it could not take has its reason');
  await rejected.getByRole('button', { name: 'Look' }).click();
  await page.getByRole('dialog').getByText('"Channel": "VOICE"').waitFor(PATIENCE);
  claim(true, 'and can be looked at');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await rejected.getByRole('button', { name: 'Take again' }).click();
  await page.getByText('was not taken:').waitFor(PATIENCE);
  claim(true, 'to take it again says why not');
  await rejected.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Dismiss' }).click();
  await rejected.waitFor({ ...PATIENCE, state: 'detached' });
  claim(true, 'dismissed, it is gone');

  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Streams' }).waitFor(PATIENCE);
  claim(true, 'the page opens by its address');

  await openFromMenu(page, 'Publication');
  await page.getByText('Publication is off').waitFor(PATIENCE);
  claim((await page.getByRole('button', { name: 'Pause' }).count()) === 0, 'publication is off, and there is nothing to pause');
  await page.getByRole('link', { name: 'Salesforce credentials' }).click();
  await page.waitForURL(`${origin}/credentials`, PATIENCE);
  claim(true, 'the page leads to what is missing');
});

async function openFromMenu(page, title) {
  await page.getByRole('button', { name: 'my account' }).click();
  await page.getByRole('menuitem', { name: title }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor(PATIENCE);
}
