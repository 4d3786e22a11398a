// Runs `npm ci` only if node_modules is not what package-lock.json asks for, so that a build that
// changes nothing does not spend a minute on it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';

/** Place and checksum of every package that a lock file names; null if it is missing or broken. */
function packagesIn(file) {
  try {
    const { packages } = JSON.parse(readFileSync(file, 'utf8'));
    delete packages['']; // the console itself
    return packages;
  } catch {
    return null;
  }
}

const wanted = packagesIn('package-lock.json');
const installed = packagesIn('node_modules/.package-lock.json');
const isThere = (where) =>
  where in installed
    ? installed[where].integrity === wanted[where].integrity && installed[where].version === wanted[where].version
    : wanted[where].optional === true; // for another kind of machine
const same =
  installed !== null &&
  wanted !== null &&
  Object.keys(wanted).every(isThere) &&
  Object.keys(installed).every((where) => where in wanted);

if (same) {
  console.log('node_modules is up to date');
} else {
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { stdio: 'inherit' });
  if (error) console.error(`npm could not be started (${error.message}). Install Node 20.19 or newer with npm.`);
  process.exit(status ?? 1);
}
