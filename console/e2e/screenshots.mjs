// Pictures of the running server for the README:
//   node e2e/screenshots.mjs BASE-URL SIGN-IN-CODE FOLDER
import process from 'node:process';
import { launch } from './browser.mjs';

const [base, code, folder] = process.argv.slice(2);
if (!base || !code || !folder) {
  console.error('usage: node e2e/screenshots.mjs BASE-URL SIGN-IN-CODE FOLDER');
  process.exit(2);
}
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(`${base}/login#code=${encodeURIComponent(code)}`);
await page.waitForURL('**/contacts');
await page.getByRole('link', { name: /^CCA / }).first().waitFor();
await page.waitForTimeout(1000);
await page.screenshot({ path: `${folder}/list.png` });
await page.getByRole('link', { name: 'CCA 000001' }).click();
await page.waitForURL('**/contacts/**');
await page.waitForTimeout(2500);
const record = new URL(page.url());
await page.goto(`${record.origin}${record.pathname}?t=12.3`);
await page.waitForTimeout(2500);
await page.screenshot({ path: `${folder}/record.png` });
await page.goto(`${record.origin}${record.pathname}?t=12.3&tab=timeline`);
await page.waitForTimeout(2000);
await page.screenshot({ path: `${folder}/timeline.png` });
await page.setViewportSize({ width: 375, height: 812 });
await page.waitForTimeout(1500);
await page.screenshot({ path: `${folder}/record-narrow.png` });
await browser.close();
