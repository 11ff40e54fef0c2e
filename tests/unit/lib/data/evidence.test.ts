import { expect, test } from 'vitest';
import type { AnyRow } from '@/data/schema';
import { citedFrom, uncitedSources } from '@/lib/data/cited';
import { confidenceOf, evidenceOf } from '@/lib/data/evidence';
import { cell, definition, row, source } from '@/tests/fixtures/dataset';

const made = (changes: Record<string, unknown>) => row(changes) as AnyRow;
const REVIEWED = { reviewed: '2026-01-01' };

test.each<[string, Record<string, unknown>, string]>([
  ['all read in the work itself, by two', REVIEWED, 'high'],
  ['all read in the work itself, by one', {}, 'medium'],
  ['one read elsewhere', { ...REVIEWED, weight: cell(66, { seen: 'secondary' }) }, 'medium'],
  ['one estimated', { ...REVIEWED, weight: cell(66, { status: 'estimated' }) }, 'medium'],
  ['one read elsewhere, by one reader', { weight: cell(66, { seen: 'secondary' }) }, 'low'],
  ['one not seen', { ...REVIEWED, weight: cell(66, { seen: 'unseen' }) }, 'low'],
  ['one unknown', { ...REVIEWED, weight: { value: null, note: 'Nobody weighed it.' } }, 'high'],
])('confidence: %s', (_, changes, level) => {
  expect(confidenceOf(definition, made(changes))).toBe(level);
});

test('the evidence of a dataset adds up', () => {
  const rows = [
    made({}),
    made({
      ...REVIEWED,
      weight: cell(66, { seen: 'secondary', status: 'estimated' }),
      water: cell(80, { seen: 'unseen', status: 'derived' }),
      ripe: { value: null, note: 'Nobody tried.' },
    }),
  ];
  expect(evidenceOf(definition, rows)).toEqual({
    values: 6,
    primary: 4,
    secondary: 1,
    unseen: 1,
    estimated: 1,
    derived: 1,
    measured: 0,
    missing: 1,
    rows: 2,
    reviewed: 1,
  });
});

test('a work is cited by a row, a cell or a text, or by nothing', () => {
  const ids = ['table-2020', 'cell-2021', 'text-2022', 'idle-2023'];
  const works = new Map(ids.map((id) => [id, { ...source, id }] as const));
  const rows = [made({ weight: cell(66, { source: 'cell-2021' }) })];
  expect(uncitedSources(works, [{ definition, rows }], ['text-2022'])).toEqual(['idle-2023']);
});

test('a work knows every place that cites it, once', () => {
  const place = (path: string, ...sources: string[]) => ({ title: path, path, sources });
  const found = citedFrom([place('/a/', 'x', 'y', 'x'), place('/b/', 'x')]);
  expect(found.get('x')?.map(({ path }) => path)).toEqual(['/a/', '/b/']);
  expect(found.get('y')?.map(({ path }) => path)).toEqual(['/a/']);
  expect(found.get('z')).toBeUndefined();
});
