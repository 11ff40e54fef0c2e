import { expect, test } from 'vitest';
import { spec } from '@/labs/adapt/spec';
import { labAddress } from '@/lib/lab-links';
import { defaultState, readState } from '@/lib/url-state';

const CHAPTER = 'https://example.org/methods/adaptation/?adapt.task=write&theme=dark#receipt=x';
const usual = defaultState(spec.controls);

test('from a chapter, an address leads to the lab’s own page and says its version', () => {
  expect(labAddress(spec, usual, CHAPTER)).toBe(`https://example.org/labs/adapt/?v=${spec.v}`);
});

test('the lab’s own page reads the settings that an address carries', () => {
  const changed = { ...usual, methods: ['lora'], examples: 10 };
  const { searchParams } = new URL(labAddress(spec, changed, CHAPTER));
  expect(readState(spec.controls, searchParams, spec.id, true)).toEqual({
    state: changed,
    problems: [],
  });
});
