import { expect, test } from 'vitest';
import {
  judge,
  mergeAnswers,
  parseAnswers,
  parseNumber,
  serialiseAnswers,
  tally,
  withAnswer,
  withoutChapter,
  type Answers,
} from '@/lib/answers';

const answer = (given: string, right = true) => ({ given, right, on: '2026-11-24' });
const some: Answers = { a: { q: answer('x'), r: answer('y', false) }, b: { q: answer('z') } };

test('answers survive being written and read', () => {
  expect(parseAnswers(serialiseAnswers(some))).toEqual(some);
});

test.each([
  '',
  'nonsense',
  '[]',
  'null',
  '{"v":2,"answers":{}}',
  '{"v":1}',
  '{"v":1,"answers":[]}',
])('the text %j holds no answers', (text) => expect(parseAnswers(text)).toBeUndefined());

test('an answer is added, a chapter taken away, nothing else changes', () => {
  expect(withAnswer(some, 'c', 'q', answer('n'))).toEqual({ ...some, c: { q: answer('n') } });
  expect(withoutChapter(some, 'a')).toEqual({ b: some.b });
  expect(some.a).toBeDefined();
});

test('merging keeps what is there and adds the rest', () => {
  const added: Answers = {
    a: { q: answer('other', false), s: answer('new') },
    d: { q: answer('d') },
  };
  expect(mergeAnswers(some, added)).toEqual({
    a: { q: answer('x'), r: answer('y', false), s: answer('new') },
    b: some.b,
    d: added.d,
  });
});

test('only questions that still exist are counted', () => {
  expect(tally(some, 'a', ['q', 'r', 's'])).toEqual({ answered: 2, right: 1 });
  expect(tally(some, 'a', ['s'])).toEqual({ answered: 0, right: 0 });
  expect(tally(some, 'nowhere', ['q'])).toEqual({ answered: 0, right: 0 });
});

test.each([
  ['1536', 1536],
  ['1,536', 1536],
  ['1 536', 1536],
  ['1,234,567.5', 1234567.5],
  ['6.91', 6.91],
  ['6,91', 6.91],
  ['−3', -3],
  ['-3', -3],
  ['2/3', 2 / 3],
  ['3e4', 30000],
  ['50 %', 50],
  [' 7 ', 7],
])('%j is read as %d', (typed, value) => expect(parseNumber(typed)).toBe(value));

test.each(['', ' ', 'many', '1,5,3', '1/0', '/', '1/2/3', 'Infinity', '12,34,567'])(
  '%j is no number',
  (typed) => expect(parseNumber(typed)).toBeUndefined(),
);

test.each([
  [0.3, 0.1 + 0.2, 0, 'right'],
  [6.9, 6.91, 0.02, 'right'],
  [6.88, 6.91, 0.02, 'low'],
  [7, 6.91, 0.02, 'high'],
] as const)('%d for %d within %d is %s', (value, right, tolerance, verdict) => {
  expect(judge(value, right, tolerance)).toBe(verdict);
});
