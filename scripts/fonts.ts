/**
 * Cuts the fonts down to the characters that the site uses and the weights that
 * it sets: about half the bytes. Text in other scripts falls back to the system.
 */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';

const OUT = '.generated/fonts';
const TEXT_FOLDERS = ['content', 'data', 'components', 'lib', 'app'];
const PACKAGES = 'node_modules/@fontsource-variable';
const READING = { min: 400, max: 700 };

const FONTS = [
  {
    name: 'serif',
    file: 'source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
    wght: READING,
  },
  {
    name: 'serif-italic',
    file: 'source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
    wght: 400,
  },
  {
    name: 'sans',
    file: 'source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
    wght: READING,
  },
  {
    name: 'code',
    file: 'source-code-pro/files/source-code-pro-latin-wght-normal.woff2',
    wght: 400,
  },
];

/** Every character in the project's text, and all of printable ASCII. */
function charactersInUse(): string {
  const files = TEXT_FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(mdx|json|tsx?)$/.test(file))
      .map((file) => join(folder, file)),
  );
  const characters = new Set(Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)));
  for (const file of files) for (const c of readFileSync(file, 'utf8')) characters.add(c);
  return [...characters].sort().join('');
}

/** @returns the size of all fonts in bytes */
export async function writeFonts(): Promise<number> {
  mkdirSync(OUT, { recursive: true });
  const characters = charactersInUse();
  const sizes = await Promise.all(
    FONTS.map(async ({ name, file, wght }) => {
      const subset = await subsetFont(readFileSync(join(PACKAGES, file)), characters, {
        targetFormat: 'woff2',
        variationAxes: { wght },
      });
      writeFileSync(`${OUT}/${name}.woff2`, subset);
      return subset.length;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
