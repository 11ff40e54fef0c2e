import { expect, test } from 'vitest';
import { checkElement, idList } from '@/lib/mdx/vocabulary';
import { vocabulary } from '@/tests/fixtures/chapter';

const check = (name: string, attributes: Record<string, string> = {}) =>
  checkElement(name, attributes, vocabulary);

test.each([
  ['a', ['a']],
  ['a, b', ['a', 'b']],
  [' a ,b ', ['a', 'b']],
])('the list "%s" is read as %j', (text, ids) => {
  expect(idList(text)).toEqual(ids);
});

test('an element that points at nothing uses nothing', () => {
  expect(check('Aside')).toEqual({ uses: [], problems: [] });
});

test('a component of JavaScript’s own is unknown', () => {
  expect(check('constructor').problems).toHaveLength(1);
});

test('a table may leave its rows out', () => {
  expect(check('DataTable', { dataset: 'models', columns: 'name' }).problems).toEqual([]);
});

test('a table without columns is a problem', () => {
  expect(check('DataTable', { dataset: 'models' }).problems).toEqual(['"models" has no ""']);
});

test('all that a table lacks is named', () => {
  const { problems } = check('DataTable', {
    dataset: 'models',
    rows: 'alexnut, vgg-16',
    columns: 'name, size',
  });
  expect(problems).toEqual(['"models" has no "alexnut", "size"']);
});
