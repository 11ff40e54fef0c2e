import { expect, test } from 'vitest';
import type { Source } from '@/data/schema';
import {
  bySource,
  longAuthors,
  reference,
  shortAuthors,
  shortCitation,
  sourceUrl,
} from '@/lib/citations';
import { source } from '@/tests/fixtures/dataset';

const by = (...authors: string[]): Source => ({ ...source, authors });

test.each([
  ['one author', by('Fukushima, Kunihiko'), 'Fukushima'],
  ['two authors', by('Simonyan, Karen', 'Zisserman, Andrew'), 'Simonyan & Zisserman'],
  [
    'three authors',
    by('Krizhevsky, Alex', 'Sutskever, Ilya', 'Hinton, Geoffrey E.'),
    'Krizhevsky et al.',
  ],
  ['an organisation', by('Epoch AI'), 'Epoch AI'],
  ['one author and others', by('Deng, Jia', 'others'), 'Deng et al.'],
  ['two authors and others', by('Deng, Jia', 'Dong, Wei', 'others'), 'Deng et al.'],
])('in the text %s is short', (_, work, expected) => {
  expect(shortAuthors(work)).toBe(expected);
});

test('a short citation has the year, and the place when there is one', () => {
  expect(shortCitation(by('Epoch AI'))).toBe('Epoch AI, 2020');
  expect(shortCitation(by('Epoch AI'), 'Table 2')).toBe('Epoch AI, 2020, Table 2');
});

test.each([
  ['one author', by('Fukushima, Kunihiko'), 'Fukushima, K.'],
  ['several given names', by('Hinton, Geoffrey E.'), 'Hinton, G. E.'],
  ['initials without a space', by('Hinton, G.E.'), 'Hinton, G. E.'],
  ['two authors', by('Simonyan, Karen', 'Zisserman, Andrew'), 'Simonyan, K. & Zisserman, A.'],
  ['three authors', by('A, B', 'C, D', 'E, F'), 'A, B., C, D. & E, F.'],
  ['an organisation', by('Epoch AI'), 'Epoch AI'],
  ['others', by('Deng, Jia', 'Dong, Wei', 'others'), 'Deng, J., Dong, W. and others'],
])('in the bibliography %s stands in full', (_, work, expected) => {
  expect(longAuthors(work)).toBe(expected);
});

test('a reference has authors, year, title and venue', () => {
  expect(reference({ ...source, venue: 'NIPS' })).toBe('Table, A. (2020). What lay on it. NIPS.');
  expect(reference(source)).toBe('Table, A. (2020). What lay on it.');
});

test.each([
  [
    'a DOI before an arXiv id',
    { doi: '10.1000/1', url: 'https://a.example' },
    'https://doi.org/10.1000/1',
  ],
  [
    'an arXiv id before an address',
    { url: 'https://a.example' },
    'https://arxiv.org/abs/2001.00001',
  ],
  [
    'an address when there is nothing else',
    { arxiv: undefined, url: 'https://a.example' },
    'https://a.example',
  ],
])('a work is found by %s', (_, changes, expected) => {
  expect(sourceUrl({ ...source, ...changes })).toBe(expected);
});

test('the bibliography is ordered by first author, year and title', () => {
  const work = (author: string, year: number, title: string) => ({
    ...source,
    authors: [author],
    year,
    title,
  });
  const ordered = [
    work('Ábel, Z', 2022, 'A'),
    work('Bee, A', 2019, 'Z'),
    work('Bee, Z', 2020, 'A'),
    work('Bee, A', 2020, 'B'),
    work('Cee, A', 1990, 'A'),
  ];
  const shuffled = [3, 0, 4, 2, 1].map((i) => ordered[i] as Source);
  expect(shuffled.sort(bySource).map((s) => `${s.year} ${s.title}`)).toEqual([
    '2022 A',
    '2019 Z',
    '2020 A',
    '2020 B',
    '1990 A',
  ]);
});
