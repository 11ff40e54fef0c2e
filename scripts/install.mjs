/** Installs what the lock file asks for, if it is not there yet. Needs only Node. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const STAMP = 'node_modules/.lock-hash';

/** Ends the process with a message when the installation fails. */
export function ensureInstalled() {
  const hash = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return;
  // Somebody ran `npm ci` by hand: npm's own record is newer than the lock file's.
  const isComplete =
    existsSync('node_modules/.package-lock.json') && existsSync('node_modules/.bin/next');
  if (!isComplete || existsSync(STAMP)) {
    console.log('▸ Installing packages (once; a minute or two)');
    const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (status !== 0) {
      console.error(
        '✗ Packages could not be installed: is there a network, and is Node at least 20.9?',
      );
      process.exit(1);
    }
  }
  writeFileSync(STAMP, hash);
}
