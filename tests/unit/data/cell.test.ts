import { expect, test } from 'vitest';
import { isKnown } from '@/data/cell';
import type { Cell } from '@/data/schema';
import { cell } from '@/tests/fixtures/dataset';

test.each([
  ['a number', cell(1), true],
  ['zero', cell(0), true],
  ['false', cell(false), true],
  ['null', { value: null, note: 'Not printed.' }, false],
  ['a cell left out', undefined, false],
])('%s is known: see the table', (_, given, known) => {
  expect(isKnown(given as Cell<unknown> | undefined)).toBe(known);
});
