import { expect, test } from 'vitest';
import { METHODS } from '@/labs/forget/methods';
import { adaptationFor, optimiserFor, planOf, trainsIn } from '@/labs/forget/plan';
import { spec } from '@/labs/forget/spec';
import { defaultState } from '@/lib/url-state';

const atRest = defaultState(spec.controls);

test('the default run holds plain fine-tuning against two remedies', () => {
  expect(planOf(atRest)).toMatchObject({
    domain: 'moby-dick',
    methods: ['plain', 'rehearsal', 'ewc'],
    rehearsal: 0.25,
    seed: 1,
  });
});

test('methods come in the order of the list, and unknown ones are left out', () => {
  expect(planOf({ ...atRest, methods: ['top', 'none', 'plain'] }).methods).toEqual([
    'plain',
    'top',
  ]);
});

test('LoRA is of the rank that is set, the others train what is there', () => {
  expect(adaptationFor('lora', { rank: 3 })).toMatchObject({ method: 'lora', rank: 3 });
  for (const { id } of METHODS.filter((one) => one.id !== 'lora'))
    expect(adaptationFor(id, { rank: 3 })).toEqual({ method: 'full' });
});

test('only the last layer and the norm after it move where all below is frozen', () => {
  const names = [
    'embedding',
    'positions',
    'layer.2.feed.up.bias',
    'layer.3.feed.up.bias',
    'final.norm.scale',
  ];
  const moving = (method: 'plain' | 'top') => names.filter(trainsIn(method, { layers: 4 }));
  expect(moving('plain')).toEqual(names);
  expect(moving('top')).toEqual(['layer.3.feed.up.bias', 'final.norm.scale']);
});

test('one setting slows all methods down by the same factor, and nothing else pulls on weights', () => {
  for (const { id, rate } of METHODS) {
    const slow = optimiserFor(id, { steps: 50, rate: 0.1 });
    expect(slow.rate).toBeCloseTo(rate / 10, 12);
    expect(slow.decay).toBe(0);
  }
});
