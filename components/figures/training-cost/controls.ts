import { isKnown } from '@/data/cell';
import type { quantities } from '@/data/quantities/definition';
import type { RowOf } from '@/data/schema';
import { need, numberOf, type FigureData } from '@/lib/figure';
import { formatNumber } from '@/lib/format';
import type { Control, FigureState, NumberControl } from '@/lib/url-state';
import type { Assumptions, Measure } from './formula';

const percent = (value: number) => `${formatNumber(value)}%`;

const slider = (
  key: string,
  label: string,
  [min, max, step]: readonly [number, number, number],
  standard: number,
  format: NumberControl['format'],
): NumberControl => ({
  kind: 'number',
  input: 'slider',
  key,
  label,
  default: standard,
  min,
  max,
  step,
  format,
});

const folded = (control: NumberControl): Control => ({ ...control, more: true });

export const CONTROLS: readonly Control[] = [
  {
    kind: 'choice',
    key: 'measure',
    label: 'Show',
    default: 'energy',
    options: [
      { value: 'money', label: 'Money' },
      { value: 'energy', label: 'Energy' },
      { value: 'carbon', label: 'Carbon' },
    ],
  },
  {
    kind: 'choice',
    key: 'chip',
    label: 'Trained on',
    default: 'own',
    options: [
      { value: 'own', label: 'Its own chip' },
      { value: 'v100', label: 'V100' },
      { value: 'a100', label: 'A100' },
      { value: 'h100', label: 'H100' },
    ],
  },
  slider('low', 'Utilisation, low', [5, 70, 1], 20, percent),
  slider('high', 'Utilisation, high', [5, 70, 1], 46, percent),
  {
    kind: 'number',
    input: 'log-slider',
    key: 'price',
    label: 'Chip-hour’s price (money)',
    default: 2,
    min: 0.2,
    max: 20,
    format: (value) => `$${value.toFixed(2)}`,
    more: true,
  },
  folded(slider('load', 'Power, of the chip’s figure', [50, 200, 5], 100, percent)),
  folded(slider('pue', 'PUE of the building', [1, 2, 0.01], 1.1, (value) => value.toFixed(2))),
  folded(
    slider('grid', 'Grid (carbon), g CO₂e/kWh', [10, 900, 1], 429, (value) => formatNumber(value)),
  ),
];

/**
 * Where the defaults come from, in the units of the controls: utilisations measured for
 * GPT-3 and PaLM (rounded to a percent), DeepSeek’s rent, and the building and grid of
 * Patterson’s account of GPT-3. The measures that need each are named behind it.
 */
const EVERY: readonly Measure[] = ['money', 'energy', 'carbon'];
export const ORIGINS: readonly {
  key: string;
  quantity: string;
  /** From the unit of the dataset to that of the control. */
  factor: number;
  of: readonly Measure[];
}[] = [
  { key: 'low', quantity: 'bias-gpt-3-utilisation', factor: 1, of: EVERY },
  { key: 'high', quantity: 'bias-palm-utilisation', factor: 1, of: EVERY },
  { key: 'price', quantity: 'bias-deepseek-rate', factor: 1, of: ['money'] },
  { key: 'pue', quantity: 'bias-gpt-3-pue', factor: 1, of: ['energy', 'carbon'] },
  { key: 'grid', quantity: 'bias-us-grid', factor: 1000, of: ['carbon'] },
];

/** The works behind the assumptions that stand at their defaults. */
export function originsOf(data: FigureData, state: FigureState, measure: Measure) {
  const rows = need<RowOf<typeof quantities>>(data, 'quantities').rows;
  return ORIGINS.flatMap(({ key, quantity, of }) => {
    const control = CONTROLS.find((one) => one.key === key);
    const cell = rows.find((row) => row.id === quantity)?.quantity;
    const applies = of.includes(measure) && control?.default === state[key];
    return applies && isKnown(cell) ? [cell] : [];
  });
}

/** The range of utilisation, as shares, whichever of the two sliders is the lower. */
export function utilisationOf(state: FigureState): { low: number; high: number } {
  const ends = [numberOf(state, 'low') / 100, numberOf(state, 'high') / 100];
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

export const assumptionsOf = (state: FigureState): Assumptions => ({
  price: numberOf(state, 'price'),
  load: numberOf(state, 'load') / 100,
  pue: numberOf(state, 'pue'),
  grid: numberOf(state, 'grid'),
});
