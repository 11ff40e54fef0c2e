import { expect, test } from 'vitest';
import { dataset } from '@/data';
import { isKnown } from '@/data/cell';
import { CONTROLS, ORIGINS } from '@/components/figures/training-cost/controls';
import {
  chipHours,
  costOf,
  megawattHours,
  tonnes,
} from '@/components/figures/training-cost/formula';
import { runsOf } from '@/components/figures/training-cost/runs';
import { spec } from '@/components/figures/training-cost/spec';
import { defaultState, type FigureState } from '@/lib/url-state';
import { dataFor } from '@/tests/fixtures/figures';

const data = dataFor(spec);
const draw = (changes: FigureState = {}) =>
  spec.series(data, { ...defaultState(spec.controls), ...changes });
const reading = (id: string, changes: FigureState = {}) =>
  draw(changes).readings.find((r) => r.id === id)!;
const quantity = (id: string): number => {
  const cell = dataset('quantities').rows.find((row) => row.id === id)?.quantity;
  if (!isKnown(cell)) throw new Error(id);
  return cell.value;
};

test('known: with Patterson’s inputs GPT-3 takes the 1,287 MWh and 552 tonnes of his Table 4', () => {
  const peak = quantity('bias-v100-peak') * 1e12;
  const hours = chipHours(3.14e23, peak, (quantity('bias-gpt-3-speed') * 1e12) / peak);
  const energy = megawattHours(hours, quantity('bias-gpt-3-power'), quantity('bias-gpt-3-pue'));
  expect(energy).toBeCloseTo(quantity('bias-gpt-3-energy'), 0);
  const carbon = tonnes(energy, quantity('bias-us-grid') * 1000);
  expect(Math.abs(carbon - quantity('bias-gpt-3-carbon'))).toBeLessThan(0.5);
});

test('known: the figure gives the same, with the slider at the measured utilisation', () => {
  const x = reading('gpt-3-formula', { low: 19.68, high: 19.68 }).x;
  expect(x).toBeCloseTo(quantity('bias-gpt-3-energy'), 0);
});

test('known: BLOOM’s chip-hours at 400 watts, without a building, are its 433 MWh', () => {
  expect(megawattHours(1_082_990, quantity('bias-a100-power'), 1)).toBeCloseTo(433.2, 1);
});

test('known: 2.788 million hours at two dollars are DeepSeek’s price', () => {
  const flop = quantity('bias-deepseek-hours') * 3600;
  const given = { price: quantity('bias-deepseek-rate'), load: 1, pue: 1, grid: 0 };
  expect(costOf('money', flop, { peak: 1, power: 1 }, 1, given)).toBe(
    quantity('bias-deepseek-price'),
  );
});

test('the defaults of the sliders are those of the dataset, to the step', () => {
  for (const { key, quantity: id, factor } of ORIGINS) {
    const control = CONTROLS.find((one) => one.key === key);
    const step = (control && 'step' in control && control.step) || 1e-9;
    expect([
      key,
      Math.abs(Number(control?.default) - quantity(id) * factor) <= step / 2 + 1e-9,
    ]).toEqual([key, true]);
  }
});

test('reported utilisations lie within the default range', () => {
  for (const id of ['bias-llama-3-1-utilisation-low', 'bias-llama-3-1-utilisation-high']) {
    expect(quantity(id)).toBeGreaterThan(20);
    expect(quantity(id)).toBeLessThan(46);
  }
});

test('rows go by operations, and every run has an estimate with its interval', () => {
  const { rows, readings } = draw();
  const runs = runsOf(data);
  expect(rows.map((row) => row.id)).toEqual(runs.map((run) => run.id));
  expect(runs.map((run) => run.flop.value)).toEqual(
    runs.map((run) => run.flop.value).sort((a, b) => b - a),
  );
  const formula = readings.filter((r) => r.group === 0);
  expect(formula).toHaveLength(runs.length);
  // 46% against 20%: a factor of 2.3 from end to end, the estimate in the middle.
  for (const { x, low, high } of formula) {
    expect(high! / low!).toBeCloseTo(2.3, 9);
    expect(x).toBeCloseTo(Math.sqrt(low! * high!), 6);
  }
});

test('the figure’s claims: all reported electricity but GPT-3’s lies left of its estimate, within a factor of two', () => {
  const { readings } = draw();
  const reported = readings.filter((r) => r.group > 0);
  expect(reported.length).toBeGreaterThan(8);
  for (const { id, x, y } of reported) {
    const estimate = readings.find((r) => r.group === 0 && r.y === y)!.x;
    expect([id, x < estimate]).toEqual([id, id !== 'gpt-3-published']);
    expect(Math.max(x / estimate, estimate / x)).toBeLessThan(2);
  }
});

test('the figure’s claims: at 57 grams BLOOM’s emissions come within its interval, at 429 not', () => {
  const published = reading('bloom-176b-published', { measure: 'carbon' });
  expect(published.x).toBe(24.7);
  expect(reading('bloom-176b-formula', { measure: 'carbon' }).low).toBeGreaterThan(100);
  const { low, high } = reading('bloom-176b-formula', { measure: 'carbon', grid: 57 });
  expect(low).toBeLessThan(24.7);
  expect(high).toBeGreaterThan(24.7);
  expect(draw({ measure: 'carbon' }).summary).toContain('furthest from its estimate: BLOOM');
});

test('what was published stays where it is, whatever is assumed', () => {
  const fixed = (changes: FigureState) =>
    draw(changes)
      .readings.filter((r) => r.group > 0)
      .map(({ id, x }) => [id, x]);
  expect(fixed({ chip: 'h100', low: 5, high: 70, pue: 2, load: 200 })).toEqual(fixed({}));
});

test('a newer chip takes less electricity for the same run', () => {
  const [v100, a100, h100] = ['v100', 'a100', 'h100'].map(
    (chip) => reading('gpt-3-formula', { chip }).x,
  );
  expect(v100).toBe(reading('gpt-3-formula').x);
  expect(a100).toBeLessThan(v100!);
  expect(h100).toBeLessThan(a100!);
});

test('the two ends of the utilisation may be set the wrong way round', () => {
  const ends = (changes: FigureState) =>
    draw(changes).readings.map(({ id, x, low, high }) => ({ id, x, low, high }));
  expect(ends({ low: 46, high: 20 })).toEqual(ends({}));
});

test('a price that was printed as a range is shown as one', () => {
  const bloom = reading('bloom-176b-published', { measure: 'money' });
  expect([bloom.low, bloom.x, bloom.high]).toEqual([2e6, 3.5e6, 5e6]);
  expect(bloom.text.replaceAll('\u00a0', ' ')).toMatch(
    /^2 million to 5 million dollars, published/,
  );
});

test('a changed assumption is no longer laid at its source’s door', () => {
  const cites = (changes: FigureState) =>
    reading('gpt-3-formula', changes).sources.some(({ id }) => id === 'chowdhery-2022');
  expect(cites({})).toBe(true);
  expect(cites({ high: 50 })).toBe(false);
});

test('the note works the formula through for GPT-3', () => {
  expect(draw().note?.replaceAll('\u00a0', ' ')).toContain(
    '3.14 × 10²³ operations / (125 trillion a second × 30% × 3,600) = 2.3 million chip-hours × 330 watts × 1.10 = 840 MWh.',
  );
  expect(draw({ measure: 'money' }).note).toContain('× 2.00 dollars');
  expect(draw({ measure: 'carbon' }).note).toContain('× 429 g for each kWh');
});

test('on a chip of the reader’s choice the note says whose chips the other figures are for', () => {
  expect(draw({ chip: 'h100' }).note).toContain('chips that the runs in fact had');
  expect(draw().note).not.toContain('chips that the runs in fact had');
});
