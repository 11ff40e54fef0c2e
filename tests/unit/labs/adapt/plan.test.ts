import { expect, test } from 'vitest';
import { chooseExamples } from '@/labs/adapt/kinds';
import { METHODS } from '@/labs/adapt/methods';
import { adaptationFor, optimiserFor, planOf } from '@/labs/adapt/plan';
import { spec } from '@/labs/adapt/spec';
import { KINDS } from '@/labs/corpora';
import manifest from '@/labs/corpora/manifest.json';
import { defaultState } from '@/lib/url-state';
import task from '@/public/labs/corpora/kinds.json';

const atRest = defaultState(spec.controls);

test('the default run holds a cold start against warm ones', () => {
  expect(planOf(atRest)).toMatchObject({
    task: 'kinds',
    methods: ['scratch', 'full', 'lora'],
    examples: 100,
    seed: 1,
  });
});

test('a way that has no meaning for a task is left out of it', () => {
  const methods = METHODS.map(({ id }) => id);
  expect(planOf({ ...atRest, methods }).methods).toEqual(methods);
  expect(planOf({ ...atRest, methods, task: 'write' }).methods).not.toContain('features');
});

test('one setting sizes whatever a method adds', () => {
  expect(adaptationFor('lora', { size: 5 })).toMatchObject({ rank: 5 });
  expect(adaptationFor('adapters', { size: 5 })).toMatchObject({ width: 5 });
  expect(adaptationFor('prompt', { size: 5 })).toMatchObject({ length: 5 });
  expect(optimiserFor('full', 80).warmUp).toBe(8);
});

test('examples are of every kind in turn, the same for a seed and others for another', () => {
  const pool = Array.from({ length: 60 }, (_, id) => ({ id, label: id % KINDS.length }));
  const chosen = chooseExamples(pool, 13, 1);
  const counts = KINDS.map((_, label) => chosen.filter((one) => one.label === label).length);
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  expect(chooseExamples(pool, 13, 1)).toEqual(chosen);
  expect(chooseExamples(pool, 13, 2)).not.toEqual(chosen);
  expect(chooseExamples(pool, 1000, 1)).toHaveLength(60);
});

test('the task is as the text says: six kinds, six hundred definitions to be tested on, none in both parts', () => {
  expect(KINDS).toHaveLength(6);
  expect(manifest.kinds.test).toBe(600);
  expect(task.test).toHaveLength(600);
  for (const { id } of KINDS) expect(task.test.filter(({ kind }) => kind === id)).toHaveLength(100);
  const learn = new Set(task.learn.map(({ text }) => text));
  const both = task.test.filter(({ text }) => learn.has(text));
  // Some definitions of WordNet are written twice, word for word.
  expect(both.length).toBeLessThan(6);
});
