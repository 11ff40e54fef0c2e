/**
 * The export, step by step: data and pictures → pages → scripts held back → base path.
 * `BASE_PATH=/x/y` builds for a sub-path, `SITE_URL` sets the origin of absolute addresses.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PLACEHOLDER_BASE_PATH } from './base-path.mjs';
import { holdScriptsIn } from './hold-scripts';
import { checkBasePath, relocate } from './relocate';

const OUT = 'out';
/** The build as it came out, with its placeholder: tests relocate copies of it. */
const UNPLACED = '.generated/export';

const basePath = process.env.BASE_PATH ?? '';
checkBasePath(basePath);

function run(what: string, args: string[]): void {
  console.log(`\n▸ ${what}`);
  const { status } = spawnSync(process.execPath, args, {
    stdio: 'inherit',
    env: {
      ...process.env,
      NEXT_PUBLIC_BASE_PATH: PLACEHOLDER_BASE_PATH,
      NEXT_TELEMETRY_DISABLED: '1',
    },
  });
  if (status !== 0) {
    console.error(`\n✗ ${what}: failed (see above)`);
    process.exit(1);
  }
}

run('Checking the data and drawing the figures', ['--import', 'tsx', 'scripts/prepare.tsx']);
run('Writing the pages', ['node_modules/next/dist/bin/next', 'build']);

// Pages are plain documents here: the files of Next's own navigation are never asked for.
const extras = readdirSync(OUT, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /(^|\/)(__next[^/]*|index\.txt)$/.test(file) || /^(404|_not-found)\.txt$/.test(file),
);
extras.forEach((file) => rmSync(join(OUT, file), { recursive: true, force: true }));

console.log('\n▸ Holding scripts back until they are needed');
holdScriptsIn(OUT);

console.log('\n▸ Setting the base path');
rmSync(UNPLACED, { recursive: true, force: true });
cpSync(OUT, UNPLACED, { recursive: true });
const changed = relocate(OUT, basePath);
console.log(`  ${changed} files now stand under "${basePath || '/'}"\n\n✓ The site is in ${OUT}/`);
