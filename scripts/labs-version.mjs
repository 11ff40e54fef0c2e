/** A short hash of the code that labs run, so that a receipt says which code it is of. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a run computes with, besides the pinned engine. */
const FOLDERS = ['labs'];
const FILES = ['lib/seeded.ts'];

/** @returns {string} */
export function labsVersion() {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name).replaceAll('\\', '/')),
  );
  const hash = createHash('sha256');
  [...files, ...FILES].sort().forEach((file) => hash.update(file).update(readFileSync(file)));
  return hash.digest('hex').slice(0, 12);
}
