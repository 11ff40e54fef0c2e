import { expect, test } from 'vitest';
import type { Model } from '@/components/figures/modality-map/kinds';
import { spec, type MapSeries } from '@/components/figures/modality-map/spec';
import { layOut, mapHeight } from '@/components/figures/modality-map/swarm';
import { isKnown } from '@/data/cell';
import { LAYOUTS, type LayoutName } from '@/lib/figure';
import { defaultState, type FigureState } from '@/lib/url-state';
import { allStates, dataFor } from '@/tests/fixtures/figures';

const data = dataFor(spec);
const models = new Map((data.models?.rows as Model[]).map((model) => [model.id, model]));
const draw = (changes: FigureState = {}): MapSeries =>
  spec.series(data, { ...defaultState(spec.controls), ...changes });
const rowsOf = (model: string) =>
  draw()
    .readings.filter(({ id }) => id.endsWith(`.${model}`))
    .map(({ id }) => id.split('.')[0]);
const text = (id: string) =>
  draw()
    .readings.find((r) => r.id === id)
    ?.text.replaceAll('\u00a0', ' ');
const LAYOUT_NAMES = Object.keys(LAYOUTS) as LayoutName[];

test('every kind of data has a model, and every model of the table a row', () => {
  const { readings, kinds } = draw();
  expect(kinds).toHaveLength(15);
  expect(kinds.filter(({ first }) => first === undefined)).toEqual([]);
  const drawn = new Set(readings.map(({ id }) => id.split('.')[1]));
  const missing = [...models.values()].filter((m) => isKnown(m.released) && !drawn.has(m.id));
  expect(missing).toEqual([]);
});

test('kinds go by their earliest model, and that one alone is marked', () => {
  const { readings, kinds } = draw();
  const firsts = kinds.map((kind, row) => {
    const inRow = readings.filter(({ y }) => y === row);
    expect(inRow.filter(({ isFirst }) => isFirst).map(({ id }) => id)).toEqual([kind.first]);
    return Math.min(...inRow.map(({ x }) => x));
  });
  expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
  expect(kinds[0]?.label).toBe('Images');
  expect(kinds[1]?.label).toBe('Text');
});

// Corrections c189: of these three only Gemini takes in text, pictures, sound and video.
test.each([
  ['clip-vit-l-14', ['image-text-pairs']],
  ['gpt-4v', ['image-text-pairs']],
  ['gemini-1-ultra', ['several-modalities']],
  ['flamingo-80b', ['image-text-pairs', 'video']],
  ['musicgen', ['audio-music']],
  ['gpt-3', ['text']],
])('%s stands in %s', (model, rows) => {
  expect(rowsOf(model).sort()).toEqual(rows);
});

// Corrections c186, c187, c188, c190: each model with its own published amount, or none.
test.each([
  ['text.llama-3-70b', 'trained on 15 trillion tokens'],
  ['image-generation.dall-e', 'trained on 250 million images or pairs'],
  ['image-generation.imagen', 'trained on 860 million images or pairs'],
  ['speech.whisper-large', 'trained on 680,000 hours of sound'],
  ['speech.wav2vec-2-large', 'trained on 53,200 hours of sound'],
])('%s: %s', (id, words) => {
  expect(text(id)).toContain(words);
});

test.each(['image-text-pairs.gpt-4', 'image-text-pairs.claude-3-opus', 'text.mistral-7b'])(
  '%s: nothing is said about training data',
  (id) => {
    expect(text(id)).not.toContain('trained on');
  },
);

test('no amount of code is given in lines', () => {
  for (const r of draw().readings) expect(r.text).not.toMatch(/lines/);
});

test('what states no size is hollow, never small, and has a place of its own across sizes', () => {
  const gpt4 = draw().readings.find(({ id }) => id === 'image-text-pairs.gpt-4');
  expect(gpt4?.size).toBeUndefined();
  expect(gpt4?.text).toContain('number of parameters not stated');
  const series = draw({ across: 'parameters' });
  const marks = layOut(series, 'wide').flatMap((row) => row.marks);
  const sized = marks.filter(({ reading }) => reading.size !== undefined);
  const unsized = marks.filter(({ reading }) => reading.size === undefined);
  expect(unsized.length).toBeGreaterThan(10);
  expect(Math.min(...unsized.map(({ x }) => x))).toBeGreaterThan(
    Math.max(...sized.map(({ x }) => x)),
  );
});

test('the claim of the caption: only text, with or without images, goes beyond 100 billion', () => {
  const { readings, kinds } = draw();
  const large = readings.filter(({ size = 0 }) => size > 1e11).map(({ y }) => kinds[y]?.label);
  expect(new Set(large)).toEqual(new Set(['Text', 'Images with text']));
});

test('with open weights only, no closed or unknown model is left', () => {
  const { readings, note } = draw({ open: true });
  for (const { id } of readings) {
    const open = models.get(id.split('.')[1] ?? '')?.open_weights;
    expect([id, isKnown(open) && open.value]).toEqual([id, true]);
  }
  expect(note).toContain('DNA sequences');
});

test('a model of two kinds is counted once', () => {
  const { readings, summary } = draw();
  const names = new Set(readings.map(({ label }) => label));
  expect(names.size).toBeLessThan(readings.length);
  expect(summary).toMatch(new RegExp(`^${names.size} models in 15 kinds`));
});

test('with open weights only, the earliest are called so', () => {
  const { readings, groups, summary } = draw({ open: true });
  expect(groups[0]?.label).toBe('Earliest with open weights');
  expect(summary).toContain('the earliest with open weights in our tables: images since 2012');
  for (const { text: said, isFirst } of readings)
    expect(said.includes('the earliest with open weights in our tables')).toBe(isFirst);
});

test('pictures alone are counted as images, not as pairs', () => {
  expect(text('images.alexnet')).toContain('trained on 1.2 million images');
  expect(text('images.alexnet')).not.toContain('pairs');
});

test('on a phone the name of a row stands beside its marks where they leave room', () => {
  const rows = layOut(draw(), 'narrow');
  const beside = rows.filter(({ nameAbove }) => nameAbove === 0);
  expect(beside.length).toBeGreaterThan(8);
  for (const { left, marks } of beside)
    expect(Math.min(...marks.map(({ x, r }) => x - r))).toBeGreaterThan(left);
});

test.each(LAYOUT_NAMES)('%s: marks lie inside the picture and not on one another', (layout) => {
  for (const state of allStates(spec.controls)) {
    const series = spec.series(data, state);
    const height = mapHeight(series, layout);
    for (const { top, height: rowHeight, marks } of layOut(series, layout)) {
      for (const [i, a] of marks.entries()) {
        expect(a.x - a.r).toBeGreaterThanOrEqual(0);
        expect(a.x + a.r).toBeLessThanOrEqual(LAYOUTS[layout].width);
        expect(a.y - a.r).toBeGreaterThanOrEqual(top);
        expect(a.y + a.r).toBeLessThanOrEqual(Math.min(top + rowHeight, height));
        const covering = marks
          .slice(i + 1)
          .filter((b) => (a.x - b.x) ** 2 + (a.y - b.y) ** 2 < (a.r + b.r) ** 2 - 1e-3);
        expect([a.id, covering.map(({ id }) => id)]).toEqual([a.id, []]);
      }
    }
  }
});
