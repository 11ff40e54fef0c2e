import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isBuilt, markBuilt } from '@/scripts/build-stamp.mjs';

const home = process.cwd();
let folder = '';

/** A project that has just been built. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stamp-'));
  process.chdir(folder);
  for (const name of ['out', 'lib/deep', 'public/data', 'public/figures'])
    mkdirSync(name, { recursive: true });
  for (const name of [
    'package-lock.json',
    'next.config.mjs',
    'postcss.config.mjs',
    'tsconfig.json',
  ])
    writeFileSync(name, name);
  writeFileSync('out/index.html', 'built');
  writeFileSync('lib/deep/a.ts', 'one');
  writeFileSync('public/icon.svg', 'icon');
  markBuilt();
});

afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

test('nothing changed since the build', () => {
  expect(isBuilt()).toBe(true);
});

test.each([
  ['a changed source', () => writeFileSync('lib/deep/a.ts', 'two')],
  ['a new source', () => writeFileSync('lib/b.ts', '')],
  ['a deleted source', () => rmSync('lib/deep/a.ts')],
  [
    'a renamed folder',
    () => (
      rmSync('lib', { recursive: true }),
      mkdirSync('data'),
      writeFileSync('data/a.ts', 'one')
    ),
  ],
  ['a changed public file', () => writeFileSync('public/icon.svg', 'other')],
  ['another lock file', () => writeFileSync('package-lock.json', '{}')],
  ['another base path', () => vi.stubEnv('BASE_PATH', '/courses')],
  ['another address of the site', () => vi.stubEnv('SITE_URL', 'https://example.org')],
  ['no export', () => rmSync('out/index.html')],
  ['no stamp', () => rmSync('.generated/build-stamp')],
])('%s asks for a build', (_, change) => {
  change();
  expect(isBuilt()).toBe(false);
});

test('what the build itself writes asks for none', () => {
  writeFileSync('public/data/models.json', '{}');
  writeFileSync('public/figures/model-atlas.svg', '<svg/>');
  writeFileSync('out/other.html', 'more');
  expect(isBuilt()).toBe(true);
});
