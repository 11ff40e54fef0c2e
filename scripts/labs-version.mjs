/** A short hash of the code that a lab runs, so that a receipt says which code it is of. */
import { buildSync } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'labs';

/** Folders in `labs/` that hold one lab each. */
const labs = () => readdirSync(FOLDER).filter((name) => existsSync(join(FOLDER, name, 'lab.ts')));

/**
 * Of what is left when comments, types and what the lab never calls are taken away. The packages it
 * computes with are pinned, and named in the receipt.
 * @param {string} id
 * @param {string} folder that holds the labs
 * @returns {string}
 */
export function labVersion(id, folder = FOLDER) {
  const { outputFiles } = buildSync({
    entryPoints: [join(folder, id, 'lab.ts')],
    bundle: true,
    minifyWhitespace: true,
    minifySyntax: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    packages: 'external',
    legalComments: 'none',
  });
  const hash = createHash('sha256');
  outputFiles.forEach(({ contents }) => hash.update(contents));
  return hash.digest('hex').slice(0, 12);
}

/** @returns {Record<string, string>} */
export const labVersions = () => Object.fromEntries(labs().map((id) => [id, labVersion(id)]));
