import { expect, test } from 'vitest';
import { splitFrontMatter } from '@/lib/mdx/front-matter';
import { FILE, FRONT_MATTER, chapter, compile } from '@/tests/fixtures/chapter';

/** A chapter whose field has another value, or is not there. */
const withField = (field: string, value?: string) =>
  [
    ...FRONT_MATTER.flatMap((line) =>
      line.startsWith(`${field}:`) ? (value === undefined ? [] : [`${field}: ${value}`]) : [line],
    ),
    'Text.',
  ].join('\n');

test('the body keeps its line numbers', () => {
  const { body } = splitFrontMatter(chapter('First line.', 'Second line.'), FILE);
  expect(body.split('\n').indexOf('First line.')).toBe(FRONT_MATTER.length);
  expect(body.trim()).toBe('First line.\nSecond line.');
});

test('line ends of another system change no line number', () => {
  const { body } = splitFrontMatter(chapter('First line.').replaceAll('\n', '\r\n'), FILE);
  expect(body.split('\n').findIndex((line) => line.startsWith('First'))).toBe(FRONT_MATTER.length);
});

test.each([
  ['no title', 'title', undefined],
  ['an empty title', 'title', '""'],
  ['a title that is too long', 'title', `"${'x'.repeat(91)}"`],
  ['a question without its mark', 'question', '"What is a plum."'],
  ['a description that is too short', 'description', '"Fruit."'],
  ['a description that is too long', 'description', `"${'x'.repeat(171)}"`],
  ['a date without quotes', 'updated', '2026-01-02'],
  ['a date in words', 'updated', '"2 January 2026"'],
  ['a date that is on no calendar', 'updated', '"2026-02-30"'],
])('%s fails and the field is named', async (_, field, value) => {
  const source = withField(field, value);
  expect(() => splitFrontMatter(source, FILE)).toThrow(`${FILE}:1: front matter, "${field}": `);
  await expect(compile(source)).rejects.toThrow(`front matter, "${field}": `);
});

test('an unknown field fails and is named', () => {
  const source = withField('updated', '"2026-01-02"\nauthor: "Ann"');
  expect(() => splitFrontMatter(source, FILE)).toThrow(/fruit\.mdx:1: front matter, .*"author"/);
});

test('a chapter without front matter fails and every field is named', () => {
  for (const field of ['title', 'question', 'description', 'updated']) {
    expect(() => splitFrontMatter('Text.', FILE)).toThrow(`${FILE}:1: front matter, "${field}": `);
  }
});

test('front matter that is no YAML fails with file and line named, every time', () => {
  const source = withField('question', '"What is \\q?"');
  const read = () => splitFrontMatter(source, FILE);
  expect(read).toThrow(`${FILE}:3: front matter: `);
  expect(read).toThrow(`${FILE}:3: front matter: `);
});
