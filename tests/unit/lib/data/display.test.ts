import { expect, test } from 'vitest';
import type { AnyRow, Column } from '@/data/schema';
import { displayCell, unitLabel } from '@/lib/data/display';
import { cell, definition, row } from '@/tests/fixtures/dataset';

const column = (key: string) => definition.columns.find((c) => c.key === key) as Column;
const show = (key: string, changes: Record<string, unknown> = {}) =>
  displayCell(row(changes) as AnyRow, column(key));

test.each<[string, string, Record<string, unknown>, string, unknown]>([
  ['a text', 'name', {}, 'Plum', 'Plum'],
  ['an option by its label', 'kind', {}, 'Stone fruit', 'Stone fruit'],
  ['a year without a separator', 'bred', {}, '1840', 1840],
  ['a month', 'picked', {}, 'Aug 2019', '2019-08'],
  ['a small number', 'weight', {}, '66', 66],
  [
    'a large number in short',
    'weight',
    { weight: cell(66_200, { unit: 'gram' }) },
    '66.2k',
    66_200,
  ],
  [
    'a percentage without its sign',
    'water',
    { water: cell(87.25, { unit: 'percent' }) },
    '87.25',
    87.25,
  ],
  ['yes', 'ripe', {}, 'yes', 1],
  ['no', 'ripe', { ripe: cell(false) }, 'no', 0],
  ['a dash for what is left out', 'parent', {}, '–', null],
  ['a dash for an optional cell', 'water', {}, '–', null],
])('a table shows %s', (_, key, changes, text, sort) => {
  expect(show(key, changes)).toMatchObject({ text, sort });
});

test('a sourced value comes with its cell, a plain one without', () => {
  expect(show('weight').cell).toEqual(cell(66, { unit: 'gram' }));
  expect(show('name').cell).toBeUndefined();
});

test('an unknown says why', () => {
  expect(show('ripe', { ripe: { value: null, note: 'Nobody tried.' } })).toEqual({
    text: '–',
    sort: null,
    missing: 'Nobody tried.',
  });
});

test.each([
  ['percent', '%'],
  ['gram', 'gram'],
  ['*', undefined],
  [undefined, undefined],
])('a number column in %s is labelled %s', (unit, expected) => {
  expect(unitLabel({ key: 'k', label: 'K', type: 'number', unit })).toBe(expected);
});

test('what is no number has no unit', () => {
  expect(unitLabel({ key: 'k', label: 'K', type: 'text', unit: 'gram' })).toBeUndefined();
});
