import { expect, test } from 'vitest';
import { readSources } from '@/data/check';
import { problemsOf, source } from '@/tests/fixtures/dataset';

const second = { ...source, id: 'chair-2021', arxiv: '2101.00001' };

test('a valid bibliography passes, in the order of its files', () => {
  const read = readSources({ 'data/sources/a.json': [second], 'data/sources/b.json': [source] });
  expect(read).toEqual([second, source]);
});

test.each<[string, Record<string, unknown>, string]>([
  ['an unknown type', { type: 'rumour' }, 'type'],
  ['no author', { authors: [] }, 'authors'],
  ['an author without a name', { authors: [''] }, 'authors.0'],
  ['a year far away', { year: 20200 }, 'year'],
  ['a bad arXiv id', { arxiv: 'arXiv:2001.00001' }, 'arxiv'],
  ['a bad DOI', { doi: 'https://doi.org/10.1000/1' }, 'doi'],
  ['a bad address', { url: 'example.org' }, 'url'],
  ['a bad date', { accessed: '2 January 2026' }, 'accessed'],
  ['a date that is on no calendar', { accessed: '2026-02-30' }, 'accessed'],
  ['an unknown field', { pages: '1-2' }, 'pages'],
  ['a bad id', { id: 'Table_2020' }, 'id'],
])('a source with %s fails with file, entry and field named', (_, changes, field) => {
  const problems = problemsOf(() =>
    readSources({ 'data/sources/a.json': [second, { ...source, ...changes }] }),
  );
  const name = changes.id ?? source.id;
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(`data/sources/a.json: row "${name}", column "${field}": `);
});

test('a source without an arXiv id, a DOI or an address fails', () => {
  const problems = problemsOf(() => readSources({ 'a.json': [{ ...source, arxiv: undefined }] }));
  expect(problems).toEqual(['a.json: row "table-2020": needs an arxiv id, a doi or a url']);
});

test('a duplicate id fails and names both files', () => {
  const again = { ...source, arxiv: '2202.00002' };
  expect(problemsOf(() => readSources({ 'a.json': [source], 'b.json': [again] }))).toEqual([
    'b.json: row "table-2020", column "id": "table-2020" is already in a.json',
  ]);
});

test('a duplicate arXiv id under another name fails', () => {
  const again = { ...source, id: 'table-again' };
  expect(problemsOf(() => readSources({ 'a.json': [source, again] }))).toEqual([
    'a.json: row "table-again", column "arxiv": "2001.00001" is already in a.json',
  ]);
});
