import { expect, test } from 'vitest';
import { spec, type HubSeries } from '@/components/figures/hub-comparison/spec';
import type { hubs } from '@/data/hubs/definition';
import type { RowOf } from '@/data/schema';
import { defaultState, type FigureState } from '@/lib/url-state';
import { allStates, dataFor } from '@/tests/fixtures/figures';

const data = dataFor(spec);
const rows = new Map((data.hubs?.rows as RowOf<typeof hubs>[]).map((row) => [row.id, row]));
const draw = (changes: FigureState = {}): HubSeries =>
  spec.series(data, { ...defaultState(spec.controls), ...changes });
const spanOf = (id: string) => draw().hubs.find((hub) => hub.id === id)!.span;

test('every hub has a bar within the years of the axis, in every state', () => {
  expect(draw().hubs).toHaveLength(rows.size);
  for (const state of allStates(spec.controls)) {
    const { hubs: listed, x, readings } = spec.series(data, state);
    expect(listed.map(({ id }) => id)).toEqual(readings.map(({ id }) => id));
    for (const { id, span } of listed) {
      const { from = span.until, changedUntil, until } = span;
      const inOrder = x.domain[0] <= from && from <= until && until <= x.domain[1];
      expect([id, inOrder && changedUntil <= until]).toEqual([id, true]);
    }
  }
});

test('what moved or closed ends on its day, all else reaches the day of the last look', () => {
  const today = Math.max(...draw().hubs.map(({ span }) => span.until));
  for (const { id, span } of draw().hubs) {
    const isGone = ['moved', 'closed'].includes(rows.get(id)?.status ?? '');
    expect([id, span.until < today]).toEqual([id, isGone]);
  }
  expect(spanOf('tensorflow-hub').until).toBeCloseTo(2023.875, 2);
  expect(spanOf('onnx-model-zoo').until).toBeCloseTo(2025.54, 2);
  expect(spanOf('caffe-model-zoo').until).toBeCloseTo(2020.125, 2);
});

test('where no opening day is known the bar says so', () => {
  expect(spanOf('hugging-face-hub')).toMatchObject({ isOpening: false });
  expect(spanOf('nvidia-ngc').from).toBeUndefined();
  expect(spanOf('timm')).toMatchObject({ isOpening: true });
  expect(draw().note).toContain('For 5 we found no opening day');
});

test('sorted by age the oldest comes first, by models the one with the most', () => {
  expect(draw().hubs[0]?.id).toBe('caffe-model-zoo');
  const byModels = draw({ sort: 'models' }).hubs;
  expect(byModels[0]?.id).toBe('hugging-face-hub');
  const counts = byModels.map(({ models }) => models ?? 0);
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
});

test('the claim of the caption: two of the four largest that state a number are gone', () => {
  const four = draw({ sort: 'models' }).hubs.slice(0, 4);
  expect(four.map(({ id }) => rows.get(id)?.status)).toEqual([
    'active',
    'active',
    'moved',
    'closed',
  ]);
});

test('a number that nobody states is not a small number', () => {
  const kaggle = draw().hubs.find(({ id }) => id === 'kaggle-models');
  expect(kaggle?.models).toBeNull();
  expect(draw().readings.find(({ id }) => id === 'kaggle-models')?.text).toContain(
    'number of models not stated',
  );
});

test('the reading says who keeps it, since when, how much and what happened', () => {
  const text = draw()
    .readings.find(({ id }) => id === 'detectron2')
    ?.text.replaceAll('\u00a0', ' ');
  for (const words of ['Meta (FAIR)', 'since 10 Oct 2019', '60 models (20 Jul 2021)', 'Kept up'])
    expect(text).toContain(words);
});

test('readings end without a full stop, which the readout sets, and go row by row', () => {
  const { readings, isList } = draw({ sort: 'models' });
  expect(readings.filter(({ text }) => text.endsWith('.'))).toEqual([]);
  expect(isList).toBe(true);
  expect(draw({ kind: 'catalogue' }).note).toContain('its bar begins with dashes');
});

test.each(['store', 'index', 'library', 'catalogue'])('only the kind %s when asked for', (kind) => {
  const { hubs: listed } = draw({ kind });
  expect(listed.length).toBeGreaterThan(0);
  expect(listed.filter(({ id }) => rows.get(id)?.kind !== kind)).toEqual([]);
});
