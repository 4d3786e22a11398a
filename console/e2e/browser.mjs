import process from 'node:process';
import { chromium } from 'playwright-core';

/** Debian's Chromium, as it runs for root in a container; AFTERCALL_CHROMIUM names another. */
export function launch() {
  return chromium.launch({
    executablePath: process.env['AFTERCALL_CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--autoplay-policy=no-user-gesture-required',
    ],
  });
}
