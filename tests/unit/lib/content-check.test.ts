import { expect, test } from 'vitest';
import {
  CLOSING,
  contentProblems,
  fingerprint,
  gradeOf,
  textWords,
  type CheckedChapter,
} from '@/lib/content-check';
import type { Passage } from '@/lib/mdx/passages';

/** 12 short sentences, each of its own, named after their section. */
const filler = (section: string, sentences = 25): Passage[] =>
  Array.from({ length: sentences }, (_, i) => ({
    text: `In ${section} the ${i}th plum of the season fell down softly.`,
    line: 10 + i,
    section,
  }));

const SECTIONS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];

/** A chapter that nothing is wrong with. */
const sound = (changes: Partial<CheckedChapter> = {}): CheckedChapter => ({
  file: 'content/fruit/plums.mdx',
  name: 'fruit/plums',
  meta: {
    title: 'Plums',
    question: 'What is a plum?',
    description: 'About plums.',
    updated: '2026-01-01',
    prerequisites: [],
  },
  toc: [...SECTIONS, ...CLOSING].map((id) => ({ id, title: id, depth: 2 })),
  links: [],
  questions: [
    { id: 'check-a', kind: 'Question' },
    { id: 'check-b', kind: 'Numeric' },
    { id: 'check-c', kind: 'Check' },
    { id: 'check-d', kind: 'Question' },
  ],
  passages: SECTIONS.flatMap((id) => filler(id)),
  keyPoints: 4,
  ...changes,
});

const NOWHERE = {
  addresses: new Map<string, Set<string> | undefined>(),
  foreign: new Set<string>(),
};
const problems = (changes: Partial<CheckedChapter>, around = NOWHERE) =>
  contentProblems([sound(changes)], around);

test('a sound chapter passes', () => {
  expect(problems({})).toEqual([]);
});

test.each<[string, Partial<CheckedChapter>, RegExp]>([
  ['no closing sections', { toc: SECTIONS.map((id) => ({ id, title: id, depth: 2 })) }, /must end/],
  [
    'closing sections in another order',
    {
      toc: [...SECTIONS, ...CLOSING.toReversed()].map((id) => ({
        id,
        title: id,
        depth: 2 as const,
      })),
    },
    /must end/,
  ],
  ['too few questions', { questions: sound().questions.slice(0, 3) }, /3 questions/],
  [
    'questions of two kinds only',
    { questions: sound().questions.map((q) => ({ ...q, kind: 'Check' as const })) },
    /needs a <Question>, a <Numeric> and a <Check>/,
  ],
  ['too few points to remember', { keyPoints: 2 }, /2 points/],
  ['a thin section', { passages: [...sound().passages.slice(0, -20)] }, /#seven has \d+ words/],
  ['a fat section', { passages: [...sound().passages, ...filler('seven', 60)] }, /#seven has/],
  [
    'an endless sentence',
    {
      passages: [
        ...sound().passages,
        { text: 'and so on '.repeat(20), line: 99, section: 'check-yourself' },
      ],
    },
    /:99: a sentence of 60 words/,
  ],
  [
    'a sentence written twice',
    { passages: [...sound().passages, { ...filler('one', 1)[0]!, section: 'check-yourself' }] },
    /written already at content\/fruit\/plums\.mdx:10/,
  ],
  [
    'hard words',
    {
      passages: SECTIONS.flatMap((section, n) =>
        Array.from({ length: 18 }, (_, i) => ({
          text: `Internationalisation ${n} necessitates extraordinarily incomprehensible ${i} administrative considerations notwithstanding organisational responsibility.`,
          line: 1,
          section,
        })),
      ),
    },
    /reads at grade/,
  ],
  ['an unknown prerequisite', { meta: { ...sound().meta, prerequisites: ['a/b'] } }, /no chapter/],
  [
    'itself as a prerequisite',
    { meta: { ...sound().meta, prerequisites: ['fruit/plums'] } },
    /comes after/,
  ],
])('%s is reported with its file', (_, changes, message) => {
  const found = problems(changes);
  expect(found.join('\n')).toMatch(message);
  found.forEach((problem) => expect(problem).toMatch(/^content\/fruit\/plums\.mdx/));
});

test('a link must lead to a page, and to a place on it where the places are known', () => {
  const addresses = new Map([
    ['/fruit/', undefined],
    ['/fruit/plums/', new Set(['stone'])],
  ]);
  const at = (path: string) => problems({ links: [{ path, line: 5 }] }, { ...NOWHERE, addresses });
  expect(at('/fruit/#anything')).toEqual([]);
  expect(at('/fruit/plums/#stone')).toEqual([]);
  expect(at('/fruit/plums/#pip')[0]).toMatch(/:5: no place "#pip" on "\/fruit\/plums\/"/);
  expect(at('/fruit/pears/')[0]).toMatch(/:5: no page/);
  expect(at('/fruit/plums')[0]).toMatch(/:5: no page/);
});

test('eight words in a row of another text are recognised, whatever their punctuation', () => {
  const foreign = new Set(fingerprint('A plum is a fruit with one stone, and it is blue.'));
  const at = (text: string) =>
    problems(
      { passages: [...sound().passages, { text, line: 7, section: 'check-yourself' }] },
      { ...NOWHERE, foreign },
    );
  expect(at('We said: a fruit, with one stone and it is!')).toHaveLength(1);
  expect(at('A fruit with one stone, and blue it is.')).toEqual([]);
});

test('a text shorter than a run has no mark', () => {
  expect(fingerprint('Seven words are too few for it.')).toEqual([]);
  expect(fingerprint('Eight words are just enough for it, then.')).toHaveLength(1);
});

test('questions and the reading list do not count as text', () => {
  const passages = [
    ...filler('one', 1),
    ...filler('check-yourself', 5),
    ...filler('further-reading'),
  ];
  expect(textWords({ passages })).toBe(11);
});

test('the grade follows the published formula', () => {
  // 0.39 × words/sentences + 11.8 × syllables/words − 15.59, here 6/1 and 6/6.
  const passages = [{ text: 'The cat sat on the mat.', line: 1, section: 'a' }];
  expect(gradeOf(passages)).toBeCloseTo(0.39 * 6 + 11.8 - 15.59, 5);
});
