/**
 * Puts an export under a base path: replaces the placeholder of the build in
 * every text file. Works on the build's output or on a copy of it.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLACEHOLDER_BASE_PATH } from './base-path.mjs';

const TEXT = /\.(html|js|css|txt|json|xml|svg|webmanifest)$/;

/** @throws Error when the path is not empty and not of the form /a/b */
export function checkBasePath(path: string): void {
  if (!/^(\/(?!\.{1,2}(\/|$))[A-Za-z0-9._~-]+)*$/.test(path)) {
    throw new Error(
      `"${path}" is no base path: write it like /courses/ml, without a slash at the end`,
    );
  }
}

/**
 * Long strings in the pages' data are written with their length (`T4f2,…`), so a
 * path inside one must not change; scripts that need one build it from short parts.
 */
const COUNTED_STRING = /:T([0-9a-f]+),/g;

function countedStringWithPath(text: string): boolean {
  return [...text.matchAll(COUNTED_STRING)].some((match) => {
    const start = match.index + match[0].length;
    return text.slice(start, start + parseInt(match[1] ?? '0', 16)).includes(PLACEHOLDER_BASE_PATH);
  });
}

/** Between two pieces of a page's data, which is one text cut anywhere. */
const SEAM = '"])</script><script>self.__next_f.push([1,"';

/** The same data with no cut through the placeholder: the piece before gets all of it. */
export function withWholePlaceholders(html: string): string {
  return Array.from(PLACEHOLDER_BASE_PATH.slice(1)).reduce((text, _, i) => {
    const [start, rest] = [
      PLACEHOLDER_BASE_PATH.slice(0, i + 1),
      PLACEHOLDER_BASE_PATH.slice(i + 1),
    ];
    return text.replaceAll(start + SEAM + rest, PLACEHOLDER_BASE_PATH + SEAM);
  }, html);
}

/**
 * @returns how many files changed
 * @throws Error naming a file that would break under another path
 */
export function relocate(folder: string, basePath: string): number {
  checkBasePath(basePath);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => TEXT.test(file) && statSync(join(folder, file)).isFile(),
  );
  let changed = 0;
  for (const file of files) {
    const path = join(folder, file);
    const written = readFileSync(path, 'utf8');
    const text = file.endsWith('.html') ? withWholePlaceholders(written) : written;
    if (!text.includes(PLACEHOLDER_BASE_PATH)) continue;
    if (file.endsWith('.html') && countedStringWithPath(text)) {
      throw new Error(`${file}: a long string of the page’s data holds the base path`);
    }
    writeFileSync(path, text.replaceAll(PLACEHOLDER_BASE_PATH, basePath));
    changed += 1;
  }
  return changed;
}
