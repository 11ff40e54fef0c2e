/** What the GPT series says of its own size, and which open models passed one another since. No React. */
import { isKnown, type KnownCell } from '@/data/cell';
import type { models } from '@/data/models/definition';
import type { RowOf } from '@/data/schema';

export type Model = RowOf<typeof models>;

export const MEASURES = {
  parameters: {
    key: 'parameters',
    label: 'Parameters',
    unit: 'parameters',
    words: 'parameters',
    lacking: 'no number of parameters',
  },
  tokens: {
    key: 'training_tokens',
    label: 'Training tokens',
    unit: 'tokens',
    words: 'training tokens',
    lacking: 'no number of training tokens',
  },
  compute: {
    key: 'training_compute_flop',
    label: 'Training compute (FLOP)',
    unit: 'FLOP',
    words: 'FLOP of training',
    lacking: 'no training compute published',
  },
} as const;
export type Measure = keyof typeof MEASURES;

/** The generations, as OpenAI counts them. */
export const GENERATIONS = ['gpt-1', 'gpt-2', 'gpt-3', 'gpt-3-5', 'gpt-4', 'gpt-4o', 'gpt-5'];

/** How a model of the series gives a measure. */
export type Telling = 'published' | 'estimated' | 'silent' | 'other-unit';

/**
 * A number without a source is either withheld or, as with GPT-2's 40 GB of
 * text, told in another unit. Who published the size of a model described its
 * data as well: there the gap is one of units, and the cell's note names them.
 */
export function tellingOf(model: Model, measure: Measure): Telling {
  const cell = model[MEASURES[measure].key];
  if (isKnown(cell)) return cell.status === 'estimated' ? 'estimated' : 'published';
  return measure === 'tokens' && isKnown(model.parameters) ? 'other-unit' : 'silent';
}

export const valueOf = (model: Model, measure: Measure): KnownCell<number> | undefined => {
  const cell = model[MEASURES[measure].key];
  return isKnown(cell) ? cell : undefined;
};

/** From one known generation to the next: value divided by value. */
export interface Step {
  from: Model;
  to: Model;
  factor: number;
}

/** Steps between generations that follow each other and both have a value. */
export function stepsOf(series: readonly Model[], measure: Measure): Step[] {
  return series.flatMap((to, i) => {
    const from = series[i - 1];
    const before = from && valueOf(from, measure);
    const after = valueOf(to, measure);
    return from && before && after ? [{ from, to, factor: after.value / before.value }] : [];
  });
}

const TEXT_MODELS: readonly string[] = ['language', 'vision-language'];

/**
 * Open models with the objective of the GPT series (the next token) that came
 * after `since` and were, when they came, the largest of their kind in our table.
 */
export function openRecords(all: readonly Model[], measure: Measure, since: string): Model[] {
  const dated = all
    .flatMap((model) => (isKnown(model.released) ? [{ model, date: model.released.value }] : []))
    .filter(
      ({ model, date }) =>
        date > since &&
        model.objective === 'causal-lm' &&
        TEXT_MODELS.includes(model.modality) &&
        isKnown(model.open_weights) &&
        model.open_weights.value,
    )
    .sort((a, b) => a.date.localeCompare(b.date));
  let record = 0;
  return dated.flatMap(({ model }) => {
    const value = valueOf(model, measure)?.value ?? 0;
    if (value <= record) return [];
    record = value;
    return [model];
  });
}
