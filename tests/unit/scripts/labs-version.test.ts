import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { labVersion, labVersions } from '@/scripts/labs-version.mjs';
import { LAB_IDS } from '@/labs/lab';

/** The version of a lab that is `main`, with a file beside it that it imports. */
function versionOf(main: string, shared: string) {
  const folder = mkdtempSync(join(tmpdir(), 'labs-'));
  mkdirSync(join(folder, 'one'));
  writeFileSync(join(folder, 'one', 'lab.ts'), main);
  writeFileSync(join(folder, 'shared.ts'), shared);
  return labVersion('one', folder);
}

const MAIN = "import { half } from '../shared';\nexport const lab = half(3);\n";
const SHARED = 'export const half = (x: number) => x / 2;\nexport const unused = 1;\n';

test('every lab has a version of its own', () => {
  const versions = labVersions();
  expect(Object.keys(versions).sort()).toEqual([...LAB_IDS].sort());
  expect(new Set(Object.values(versions)).size).toBe(LAB_IDS.length);
  for (const version of Object.values(versions)) expect(version).toMatch(/^[0-9a-f]{12}$/);
});

test('a comment, a type and what is never called leave the version as it is', () => {
  const version = versionOf(MAIN, SHARED);
  expect(versionOf(`// Why.\n${MAIN}export type Other = string;\n`, SHARED)).toBe(version);
  expect(versionOf(MAIN, SHARED.replace('unused = 1', 'unused = 2'))).toBe(version);
});

test('what a lab computes, there or in what it imports, is its version', () => {
  const version = versionOf(MAIN, SHARED);
  expect(versionOf(MAIN.replace('3', '4'), SHARED)).not.toBe(version);
  expect(versionOf(MAIN, SHARED.replace('x / 2', 'x / 3'))).not.toBe(version);
});
