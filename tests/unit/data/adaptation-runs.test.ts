import { expect, test } from 'vitest';
import { adaptationRuns } from '@/data/adaptation-runs/definition';
import { adaptationRunRows } from '@/data/adaptation-runs/rows';
import file from '@/data/adaptation-runs/runs.json';
import times from '@/data/adaptation-runs/step-times.json';
import { METHODS } from '@/labs/adapt/methods';
import { spec } from '@/labs/adapt/spec';
import { defaultState } from '@/lib/url-state';
import recorded from '@/public/labs/recorded/adapt.json';

test('every way of the lab is there under its name, with every number of examples', () => {
  const [{ options }] = adaptationRuns.columns;
  expect(options).toEqual(Object.fromEntries(METHODS.map(({ id, label }) => [id, label])));
  const trained = METHODS.filter(({ id }) => id !== 'in-context');
  const expected = trained.flatMap(({ id }) =>
    [10, 30, 100, 300, 1000].map((examples) => `${id}-${examples}`),
  );
  const ids = adaptationRunRows(file, times).map(({ id }) => id);
  expect(ids.toSorted()).toEqual([...expected, 'in-context-10'].toSorted());
});

test('ways with one number of examples rest on the same seeds, three at least', () => {
  const seeds = new Map<number, Set<string>>();
  for (const { examples, accuracy } of adaptationRunRows(file, times)) {
    const found = seeds.get(examples.value) ?? new Set();
    seeds.set(examples.value, found.add(accuracy.locator.match(/seeds (.*)$/)?.[1] ?? ''));
  }
  for (const [examples, found] of seeds) {
    expect([examples, found.size]).toEqual([examples, 1]);
    expect([...found][0]?.split(', ').length).toBeGreaterThanOrEqual(3);
  }
});

test('the runs are those of the lab as it is: its recorded run is among them', () => {
  const { steps, size } = defaultState(spec.controls);
  expect(file).toMatchObject({ steps, size, dataHash: recorded.receipt.dataHash });
  for (const record of recorded.records.filter(({ kind }) => kind === 'end')) {
    const same = file.rows.find(
      ({ method, examples, seed }) => method === record.method && examples === 100 && seed === 1,
    );
    expect(same?.score).toBe(record.score);
  }
});

test('a file that is not what the recording writes is named', () => {
  expect(() => adaptationRunRows({ ...file, rows: [{}] }, times)).toThrow(
    'adaptation-runs: rows.0.method',
  );
});
