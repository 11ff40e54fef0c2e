import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PLACEHOLDER_BASE_PATH } from '@/scripts/base-path.mjs';
import { checkBasePath, relocate } from '@/scripts/relocate';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relocate-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
}
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const LINK = `<a href="${PLACEHOLDER_BASE_PATH}/data/">1</a> <a href="${PLACEHOLDER_BASE_PATH}/">2</a>`;

test.each(['html', 'js', 'css', 'txt', 'json', 'xml', 'svg', 'webmanifest'])(
  'in a .%s file every placeholder is replaced',
  (ending) => {
    write(`_next/static/file.${ending}`, LINK);
    expect(relocate(folder, '/courses/ml')).toBe(1);
    expect(read(`_next/static/file.${ending}`)).toBe(
      '<a href="/courses/ml/data/">1</a> <a href="/courses/ml/">2</a>',
    );
  },
);

test('a placeholder that the page’s data is cut through is replaced too, wherever the cut is', () => {
  const cut = '"])</script><script>self.__next_f.push([1,"';
  for (let i = 1; i < PLACEHOLDER_BASE_PATH.length; i += 1) {
    const path = PLACEHOLDER_BASE_PATH.slice(0, i) + cut + PLACEHOLDER_BASE_PATH.slice(i);
    write('index.html', `<script>self.__next_f.push([1,"a:${path}/icon.svg"])</script>`);
    expect(relocate(folder, '/courses/ml')).toBe(1);
    expect(read('index.html')).toBe(
      `<script>self.__next_f.push([1,"a:/courses/ml${cut}/icon.svg"])</script>`,
    );
  }
});

test('at the root of a host the placeholder goes', () => {
  write('index.html', LINK);
  relocate(folder, '');
  expect(read('index.html')).toBe('<a href="/data/">1</a> <a href="/">2</a>');
});

test.each(['png', 'woff2', 'ico', 'map'])('a .%s file stays as it is, byte by byte', (ending) => {
  const bytes = Buffer.concat([
    Buffer.from([0xff, 0x00, 0x89]),
    Buffer.from(PLACEHOLDER_BASE_PATH),
  ]);
  write(`image.${ending}`, bytes);
  expect(relocate(folder, '/courses')).toBe(0);
  expect(readFileSync(join(folder, `image.${ending}`)).equals(bytes)).toBe(true);
});

test('files without a placeholder are not counted, and folders named like files do no harm', () => {
  write('about.html', 'Nothing here.');
  write('styles.css/inner.html', LINK);
  expect(relocate(folder, '/a')).toBe(1);
  expect(read('about.html')).toBe('Nothing here.');
});

const SEGMENTS = ['a', 'B2', 'my-course', 'v1.0', '~user', 'under_score'];
const GOOD = [
  '',
  ...SEGMENTS.flatMap((one) => [`/${one}`, ...SEGMENTS.map((two) => `/${one}/${two}`)]),
];

test.each(GOOD)('the base path "%s" is accepted', (path) => {
  expect(() => checkBasePath(path)).not.toThrow();
});

test.each([
  '/',
  'a',
  'a/b',
  '/a/',
  '/a//b',
  '//a',
  '/a b',
  '/ä',
  '/a?b',
  '/a#b',
  '/a"b',
  '/<a>',
  '/a\\b',
  '/a\n',
  'https://example.org',
  ' /a',
])('the base path %j is rejected, and no file is touched', (path) => {
  write('index.html', LINK);
  expect(() => relocate(folder, path)).toThrow('is no base path: write it like /courses/ml');
  expect(read('index.html')).toBe(LINK);
});
