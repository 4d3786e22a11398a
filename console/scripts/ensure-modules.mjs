// Runs `npm ci` only if node_modules is not what package-lock.json asks for, so that a build that
// changes nothing does not spend a minute on it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';

const TYPES_OF_LINK = ['name', 'ideallyInert'];

/** Packages and their checksums; null if the file is missing or broken. Optional ones for other machines are left out. */
function packagesIn(file, installed) {
  try {
    const { packages } = JSON.parse(readFileSync(file, 'utf8'));
    const entries = Object.entries(packages)
      .filter(([where]) => where !== '')
      .filter(([where, entry]) => !entry.optional || installed === undefined || where in installed)
      .filter(([, entry]) => !TYPES_OF_LINK.some((key) => entry[key] === true))
      .map(([where, entry]) => [where, entry.integrity ?? entry.version]);
    return Object.fromEntries(entries);
  } catch {
    return null;
  }
}

const installed = packagesIn('node_modules/.package-lock.json');
const wanted = installed && packagesIn('package-lock.json', installed);
const same =
  installed !== null &&
  wanted !== null &&
  Object.keys(wanted).every((where) => installed[where] === wanted[where]) &&
  Object.keys(installed).every((where) => where in wanted);

if (same) {
  console.log('node_modules is up to date');
} else {
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { stdio: 'inherit' });
  if (error) console.error(`npm could not be started (${error.message}). Install Node 20.19 or newer with npm.`);
  process.exit(status ?? 1);
}
