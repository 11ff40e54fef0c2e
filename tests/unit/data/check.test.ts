import { expect, test } from 'vitest';
import { DataError, checkReferences, readRows } from '@/data/check';
import { cell, definition, problemsOf, row, source } from '@/tests/fixtures/dataset';

const read = (...rows: unknown[]) => readRows(definition, rows, [source]);
const grams = (value: unknown, changes: Record<string, unknown> = {}) =>
  cell(value, { unit: 'gram', ...changes });
const derived = (value: unknown, by: string, from: Record<string, number>) =>
  grams(value, { status: 'derived', by, from });

test('a valid dataset passes and comes back as it was', () => {
  const rows = [row(), row({ id: 'damson', parent: 'plum', water: { value: null, note: 'Dry.' } })];
  expect(read(...rows)).toEqual(rows);
});

test.each<[string, Record<string, unknown>, string, string]>([
  ['an unsourced number', { weight: 66 }, 'weight', 'unsourced'],
  ['an unsourced date', { picked: '2019-08' }, 'picked', 'unsourced'],
  ['a missing cell', { weight: undefined }, 'weight', 'unsourced'],
  [
    'an unknown source of a cell',
    { weight: grams(66, { source: 'hearsay' }) },
    'weight',
    'unknown source "hearsay"',
  ],
  ['an unknown source of a row', { source: 'hearsay' }, 'source', 'unknown source "hearsay"'],
  ['a cell without a locator', { weight: grams(66, { locator: '' }) }, 'weight', 'locator'],
  [
    'a cell with an unknown status',
    { weight: grams(66, { status: 'guessed' }) },
    'weight',
    'status',
  ],
  [
    'a cell that nobody says has been seen',
    { weight: grams(66, { seen: undefined }) },
    'weight',
    'seen',
  ],
  ['a cell with an unknown field', { weight: grams(66, { page: 4 }) }, 'weight', 'page'],
  [
    'a wrong unit',
    { weight: grams(66, { unit: 'kilogram' }) },
    'weight',
    'wrong unit: this column is in "gram"',
  ],
  ['a missing unit', { weight: cell(66) }, 'weight', 'wrong unit'],
  ['a unit of what is no number', { ripe: cell(true, { unit: 'gram' }) }, 'ripe', 'unit'],
  ['a value below the bounds', { weight: grams(0.5) }, 'weight', '>=1'],
  ['a value above the bounds', { weight: grams(901) }, 'weight', '<=900'],
  ['a number as text', { weight: grams('66') }, 'weight', 'expected number'],
  ['an unknown without a note', { weight: { value: null } }, 'weight', 'note'],
  ['an unknown column', { colour: 'blue' }, 'colour', 'unknown column'],
  ['a bad option', { kind: 'drupe' }, 'kind', '"stone"|"pome"'],
  ['a bad month', { picked: cell('2019-13') }, 'picked', 'must be YYYY-MM'],
  ['a month with a day', { picked: cell('2019-08-01') }, 'picked', 'must be YYYY-MM'],
  ['a year that is not whole', { bred: 1840.5 }, 'bred', 'expected int'],
  ['an empty text', { name: '' }, 'name', '>=1'],
  ['a bad id', { id: 'Plum Tree' }, 'id', 'kebab-case'],
  [
    'a derived value that its formula does not give',
    { weight: derived(70, 'sum', { a: 60, b: 6 }) },
    'weight',
    '70 is not what its formula gives (66)',
  ],
  [
    'a derived value whose formula gives no number',
    { weight: derived(66, 'ratio', { a: 0, b: 0 }) },
    'weight',
    'is not what its formula gives (NaN)',
  ],
  [
    'an unknown formula',
    { weight: derived(66, 'magic', { a: 66 }) },
    'weight',
    'unknown formula "magic"',
  ],
  [
    'a formula that only an object knows',
    { weight: derived(66, 'toString', { a: 66 }) },
    'weight',
    'unknown formula "toString"',
  ],
  [
    'a formula without its input',
    { weight: derived(66, 'product', { a: 66 }) },
    'weight',
    'needs the input "b"',
  ],
  [
    'a formula on a value that is not derived',
    { weight: grams(66, { by: 'sum', from: { a: 66 } }) },
    'weight',
    '"by" belongs to derived values only',
  ],
])('%s fails with file, row and column named', (_, changes, column, message) => {
  const problems = problemsOf(() => read(row({ id: 'apple' }), row(changes)));
  const name = changes.id ?? 'plum';
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(`data/fruit/rows.json: row "${name}", column "${column}": `);
  expect(problems[0]).toContain(message);
});

test('a derived value that its formula gives within rounding passes', () => {
  expect(read(row({ weight: derived(66.2, 'product', { a: 33, b: 2 }) }))).toHaveLength(1);
});

test('a duplicate id fails with file, row and column named', () => {
  expect(problemsOf(() => read(row(), row({ name: 'Another' })))).toEqual([
    'data/fruit/rows.json: row "plum", column "id": duplicate id',
  ]);
});

test('a row without an id is named by its place in the file', () => {
  expect(problemsOf(() => read(row(), row({ id: undefined })))[0]).toContain(
    'row "#2", column "id"',
  );
});

test('every problem of a file is reported at once', () => {
  const problems = problemsOf(() =>
    read(row({ kind: 'drupe', bred: 'old' }), row({ id: 'fig', weight: 5 })),
  );
  expect(problems.map((p) => /row "(.*?)", column "(.*?)"/.exec(p)?.slice(1))).toEqual([
    ['plum', 'kind'],
    ['plum', 'bred'],
    ['fig', 'weight'],
  ]);
});

test('an error prints all its problems', () => {
  expect(new DataError(['first', 'second']).message).toBe(
    '2 problem(s) in data/\n  first\n  second',
  );
});

test('a dangling reference fails with file, row and column named', () => {
  const rows = read(row({ parent: 'sloe' }), row({ id: 'damson', parent: 'plum' }));
  expect(problemsOf(() => checkReferences([{ definition, rows }]))).toEqual([
    'data/fruit/rows.json: row "plum", column "parent": "sloe" is no row of "fruit"',
  ]);
});

test('a reference into a dataset that does not exist dangles', () => {
  const columns = [{ key: 'tree', label: 'Tree', type: 'reference', of: 'trees' }] as const;
  const rows = [{ id: 'plum', source: source.id, tree: 'plum' }];
  const problems = problemsOf(() =>
    checkReferences([{ definition: { ...definition, columns }, rows }]),
  );
  expect(problems).toHaveLength(1);
});
