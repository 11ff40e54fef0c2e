/** Whether the export is still what the files of the project would give. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STAMP = '.generated/build-stamp';
const INPUTS = ['app', 'components', 'content', 'data', 'lib', 'labs', 'public', 'scripts'];
const FILES = ['package-lock.json', 'next.config.mjs', 'postcss.config.mjs', 'tsconfig.json'];
/** Written by the build itself. */
const OUTPUTS = [join('public', 'data'), join('public', 'figures')];

function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => !OUTPUTS.some((output) => file.startsWith(output)))
    .filter((file) => statSync(file).isFile());
}

function fingerprint() {
  const hash = createHash('sha256');
  hash.update(`${process.env.BASE_PATH ?? ''} ${process.env.SITE_URL ?? ''}`);
  for (const file of [...INPUTS.flatMap(filesUnder), ...FILES].sort()) {
    hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

export const isBuilt = () =>
  existsSync('out/index.html') &&
  existsSync(STAMP) &&
  readFileSync(STAMP, 'utf8') === fingerprint();

export function markBuilt() {
  mkdirSync('.generated', { recursive: true });
  writeFileSync(STAMP, fingerprint());
}
