/**
 * A browser for the tests: an explicit path, a system Chromium or Chrome,
 * Playwright's own, Debian's package. Each is tried by launching it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** Quiet, without a sandbox (containers have none), and without calls home. */
export const LAUNCH_ARGUMENTS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];
const INSTALL_LIMIT_MS = 5 * 60_000;

async function launches(executablePath: string): Promise<boolean> {
  try {
    const browser = await chromium.launch({
      executablePath,
      args: LAUNCH_ARGUMENTS,
      timeout: 60_000,
    });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

function systemBrowsers(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...ELSEWHERE,
  ].filter(existsSync);
}

/** Debian's package, where there is a Debian and the right to install. */
function installFromDebian(): string[] {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return [];
  console.log('▸ No browser found: installing Debian’s chromium');
  const options = { stdio: 'inherit', timeout: INSTALL_LIMIT_MS } as const;
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
  return systemBrowsers();
}

async function firstThatLaunches(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) if (await launches(path)) return path;
  return undefined;
}

/** @throws Error saying what was tried, and what to do */
export async function findBrowser(): Promise<string> {
  const explicit = process.env.PLAYWRIGHT_CHROMIUM_PATH;
  if (explicit) {
    if (await launches(explicit)) return explicit;
    throw new Error(`PLAYWRIGHT_CHROMIUM_PATH is "${explicit}", and no browser starts from there.`);
  }
  const found =
    (await firstThatLaunches(systemBrowsers())) ??
    (await firstThatLaunches([chromium.executablePath()].filter(existsSync))) ??
    (await firstThatLaunches(installFromDebian()));
  if (found) return found;
  throw new Error(
    [
      'No browser for the tests. Tried, in this order:',
      '  1. PLAYWRIGHT_CHROMIUM_PATH (not set)',
      '  2. a Chromium or Chrome of the system',
      '  3. Playwright’s own (npx playwright install chromium)',
      '  4. Debian’s package (apt-get install chromium, as root)',
      'Install one of them, or set PLAYWRIGHT_CHROMIUM_PATH to the executable.',
    ].join('\n'),
  );
}
