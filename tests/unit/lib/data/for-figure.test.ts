import { expect, test } from 'vitest';
import { dataset } from '@/data';
import { dataPathsFor, datasetFor } from '@/lib/data/for-figure';
import { allSpecs } from '@/tests/fixtures/figures';

const needs = {
  id: 'model-atlas',
  datasets: ['models', 'quantities'],
  rows: { quantities: ['ssl-t5-span', 'ssl-t5-hidden'] },
} as const;

test('a dataset is whole, or has the rows that are named', () => {
  expect(datasetFor(needs, 'models')).toBe(dataset('models'));
  expect(
    datasetFor(needs, 'quantities')
      .rows.map(({ id }) => id)
      .sort(),
  ).toEqual(['ssl-t5-hidden', 'ssl-t5-span']);
});

test('a row that is not there stops the build by name', () => {
  const wrong = { ...needs, rows: { quantities: ['ssl-t5-span', 'no-such'] } };
  expect(() => datasetFor(wrong, 'quantities')).toThrow('model-atlas": no row "no-such"');
});

test('whole datasets are shared by all figures, parts are a file of their own', () => {
  expect(dataPathsFor(needs)).toEqual({
    models: '/data/models.json',
    quantities: '/figures/model-atlas.quantities.json',
  });
});

test('no figure takes all single quantities to its readers', async () => {
  for (const { id, datasets, rows } of await allSpecs()) {
    expect([id, datasets.includes('quantities')]).toEqual([id, !!rows?.quantities]);
  }
});
