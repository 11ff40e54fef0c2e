import { expect, test } from 'vitest';
import { spec } from '@/components/figures/embedding-context/spec';
import recorded from '@/data/context-similarities/similarities.json';
import { defaultState, type FigureState } from '@/lib/url-state';
import { dataFor } from '@/tests/fixtures/figures';

const data = dataFor(spec);
const draw = (changes: FigureState = {}) =>
  spec.series(data, { ...defaultState(spec.controls), ...changes });
const reading = (changes: FigureState, id: string) =>
  draw(changes).readings.find((one) => one.id === id)!;
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b) / values.length;

test('every recorded word can be chosen, and no other', () => {
  const [word] = spec.controls;
  const values = word!.kind === 'choice' ? word!.options.map(({ value }) => value) : [];
  expect(values).toEqual(['all', ...recorded.map(({ id }) => id)]);
});

test('known: before the first layer all sentences have the same vector', () => {
  for (const { id } of recorded) expect(reading({ word: id }, 'whole-0').y).toBe(1);
  expect(draw().readings.filter(({ x }) => x === 0)).toHaveLength(1);
});

test('all words are their mean, with the lowest and the highest of them', () => {
  const values = recorded.map(({ layers }) => layers[2]!.twin);
  const { y, low, high } = reading({}, 'twin-3');
  expect(y).toBeCloseTo(mean(values), 12);
  expect([low, high]).toEqual([Math.min(...values), Math.max(...values)]);
  expect(reading({ word: 'bank' }, 'twin-3').low).toBeUndefined();
});

test('what the chapter says: like ends bring vectors together, like senses do not', () => {
  for (const { id } of recorded) {
    const at = (kind: string) => reading({ word: id }, `${kind}-3`).y;
    expect(at('twin')).toBeGreaterThan(0.4);
    expect(Math.abs(at('same') - at('other'))).toBeLessThan(0.11);
  }
  const shares = draw({ show: 'nearest' }).readings;
  expect(shares).toHaveLength(4);
  for (const { y } of shares) expect(Math.abs(y - 50)).toBeLessThan(10);
});

test('the chance of a right neighbour is drawn as a line', () => {
  const line = draw({ show: 'nearest' }).lines!.find(({ id }) => id === 'chance');
  expect(line?.points.map(([, share]) => share)).toEqual([50, 50]);
  expect(draw().lines!.map(({ id }) => id)).not.toContain('chance');
});

test('in words: the values, the word, two of its sentences', () => {
  const { summary, note } = draw({ word: 'plane' });
  expect(summary).toContain('“plane” in sentences of two senses');
  expect(summary).toContain('reach 0.41 after layer 3');
  expect(note).toContain('16 sentences a word');
  expect(note).toContain('the wings of the plane');
  expect(reading({}, 'twin-3').text).toMatch(
    /^cosine 0\.6 .*from 0\.41 \(plane\) to 0\.74 \(plant\)$/,
  );
  expect(reading({ show: 'nearest' }, 'nearest-2').text).toMatch(/^56\.3% of the sentences, from/);
});
