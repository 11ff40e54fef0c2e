import { expect, test } from 'vitest';
import { planOf } from '@/labs/compress/plan';
import { spec } from '@/labs/compress/spec';
import { studentConfig } from '@/labs/compress/train';
import { KINDS, WAYS } from '@/labs/compress/ways';
import card from '@/labs/checkpoints/definitions.json';
import type { TransformerConfig } from '@/labs/engine/transformer';
import { defaultState } from '@/lib/url-state';

const atRest = defaultState(spec.controls);
const only = (...ways: string[]) => planOf({ ...atRest, ways });

test('the default run has every way, in the order of the list, and no two models of one name', () => {
  const { degrees } = planOf(atRest);
  const ways = [...new Set(degrees.map(({ way }) => way))];
  expect(ways.filter((way) => way !== 'untaught')).toEqual(WAYS.map(({ id }) => id));
  expect(new Set(degrees.map(({ id }) => id)).size).toBe(degrees.length);
  const known = KINDS.map(({ id }) => id as string);
  degrees.forEach(({ way }) => expect(known).toContain(way));
});

test('degrees are those of the settings: groups, shares, ranks', () => {
  expect(planOf({ ...atRest, ways: ['nf4'], block: 32 }).degrees).toEqual([
    { id: 'nf4-tensor', how: 'a scale a matrix', way: 'nf4', groups: 'tensor' },
    { id: 'nf4-column', how: 'a scale a column', way: 'nf4', groups: 'column' },
    { id: 'nf4-block', how: 'a scale for 32', way: 'nf4', groups: 32 },
  ]);
  expect(planOf({ ...atRest, ways: ['structured'], prune: ['10', '90'] }).degrees).toEqual([
    { id: 'structured-10', how: '10% out', way: 'structured', share: 0.1 },
    { id: 'structured-90', how: '90% out', way: 'structured', share: 0.9 },
  ]);
  const [recovering] = planOf({ ...atRest, ways: ['structured'], recover: 40 }).degrees;
  expect(recovering).toMatchObject({ id: 'structured-25', how: '25% out, then 40 steps' });
  expect(only('low-rank').degrees.map((degree) => 'share' in degree && degree.share)).toEqual([
    0.75, 0.5, 0.25,
  ]);
});

test('a student never comes without its control', () => {
  expect(only('distilled').degrees).toMatchObject([
    { way: 'untaught', soft: 0 },
    { way: 'distilled', soft: 0.5 },
  ]);
  expect(planOf({ ...atRest, ways: [] }).degrees).toEqual([]);
});

test('a student’s heads are as wide as its teacher’s', () => {
  const teacher = card.model as TransformerConfig;
  for (const width of [32, 64, 96, 128]) {
    const student = studentConfig(teacher, { layers: 2, width });
    expect(student.width / student.heads).toBe(teacher.width / teacher.heads);
    expect(student).toMatchObject({ layers: 2, width, vocabulary: teacher.vocabulary });
  }
});
