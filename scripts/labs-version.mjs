/** A short hash of the code that a lab runs, so that a receipt says which code it is of. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'labs';
/** What a run computes with besides, and besides the pinned engine. */
const FILES = ['lib/seeded.ts'];

/** Folders in `labs/` that hold one lab each. */
const labs = () => readdirSync(FOLDER).filter((name) => existsSync(join(FOLDER, name, 'spec.ts')));

/**
 * Its own folder counts, and what labs share; other labs do not.
 * @param {string} id
 * @returns {string}
 */
export function labVersion(id) {
  const others = labs().filter((lab) => lab !== id);
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !others.some((lab) => name.startsWith(`${lab}/`)))
    .map((name) => join(FOLDER, name));
  const hash = createHash('sha256');
  [...files, ...FILES].sort().forEach((file) => hash.update(file).update(readFileSync(file)));
  return hash.digest('hex').slice(0, 12);
}

/** @returns {Record<string, string>} */
export const labVersions = () => Object.fromEntries(labs().map((id) => [id, labVersion(id)]));
