/** Packages of the registry as raw material: fetched when asked, held against a hash, never installed. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from 'tar';

const FOLDER = join('.generated', 'packages');

export interface PackageSource {
  name: string;
  version: string;
  /** SHA-512 of the packed file, as the registry gives it. */
  integrity: string;
}

/**
 * The folder with a package's files.
 * @throws Error when the registry cannot be reached, or gives other bytes than expected
 */
export async function unpacked({ name, version, integrity }: PackageSource): Promise<string> {
  const folder = join(FOLDER, `${name.replace(/\W+/g, '-')}-${version}`);
  if (existsSync(folder)) return folder;
  const fresh = `${folder}.part`;
  mkdirSync(fresh, { recursive: true });
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', `${name}@${version}`, '--json', '--pack-destination', FOLDER], {
      encoding: 'utf8',
    }),
  ) as [{ filename: string }];
  const file = join(FOLDER, packed.filename.replace('@', '').replace('/', '-'));
  const hash = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
  if (hash !== integrity)
    throw new Error(`${name}@${version} is not what was recorded: ${hash}, not ${integrity}`);
  await extract({ file, cwd: fresh, strip: 1 });
  renameSync(fresh, folder);
  return folder;
}
