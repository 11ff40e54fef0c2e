import { expect, test } from 'vitest';
import { sentencesOf } from '@/lib/mdx/passages';
import { questionId } from '@/lib/mdx/remark-chapter';
import { chapter, compile } from '@/tests/fixtures/chapter';

const passages = async (...body: string[]) => (await compile(chapter(...body))).passages;
const texts = async (...body: string[]) => (await passages(...body)).map(({ text }) => text);

test('a value is read as a number, a formula as a letter, a bracketed citation not at all', async () => {
  expect(
    await texts(
      'The *first* has <Value id="models.alexnet.parameters" />, with $k$ <Cite id="deng-2009" />.',
      '',
      '<Cite id="deng-2009" form="text" /> said `so`.',
    ),
  ).toEqual(['The first has 7, with x.', 'Someone said so.']);
});

test('headings, code and display formulas are no passages; lists, notes and tables are', async () => {
  expect(
    await texts(
      '## Plums [#plums]',
      '',
      '```python',
      'x = 1',
      '```',
      '',
      '$$',
      'x',
      '$$',
      '',
      '| a | b |',
      '| - | - |',
      '| c | d |',
      '',
      '- One point.',
      '',
      '<Aside>',
      '',
      'A note.',
      '',
      '</Aside>',
    ),
  ).toEqual(['a b c d', 'One point.', 'A note.']);
});

test('what a question asks and offers is read, under its section', async () => {
  const body = [
    '## Check [#check-yourself]',
    '',
    '<Check question="Why five?">',
    '',
    'Because.',
    '',
    '</Check>',
  ];
  expect(await passages(...body)).toEqual([
    { text: 'Why five?', line: 9, section: 'check-yourself' },
    { text: 'Because.', line: 11, section: 'check-yourself' },
  ]);
});

test('sentences are cut at their ends', () => {
  expect(sentencesOf({ text: 'One. Two, and 3.5 more? Three!' })).toEqual([
    'One.',
    'Two, and 3.5 more?',
    'Three!',
  ]);
  expect(sentencesOf({ text: 'One. Two.', isTable: true })).toEqual([]);
});

test('a question is addressed by its first words', async () => {
  expect(questionId('Why didn’t BERT’s authors, in 2018, keep it?')).toBe(
    'check-why-didnt-berts-authors-in-2018',
  );
  const body = ['<Check question="Why five?">', '', 'So.', '', '</Check>'];
  expect((await compile(chapter(...body))).questions).toEqual([
    { id: 'check-why-five', kind: 'Check' },
  ]);
});
