/** What each law would buy with a budget, and what has been trained with about as much. */
import { isKnown } from '@/data/cell';
import type { models } from '@/data/models/definition';
import type { RowOf } from '@/data/schema';
import {
  OPTIMUM,
  TRAINING_FLOP,
  bestSplit,
  cheapestForUse,
  constantOf,
  fitOf,
  lossAt,
  surfaceOf,
  trainingCompute,
  type Fit,
  type LawRow,
  type Place,
  type Split,
} from '@/lib/scaling-law';

export type ModelRow = RowOf<typeof models>;

export interface Answer extends Split {
  id: string;
  name: string;
  /** For the rows of the picture, where there is little room. */
  short: string;
  /** Found on a fitted surface of losses, or from a law of the best split itself. */
  kind: 'surface' | 'split';
  sources: readonly Place[];
  counts?: Fit['counts'];
  holds?: string;
  /** Nats per token, where the law predicts it. */
  loss?: number;
  /** For training alone; the answer itself may count use as well. */
  training?: Split;
}

type Found = Omit<Answer, 'id' | 'name' | 'short'>;

/** FLOP in a petaflop/s-day, Kaplan's unit: 10¹⁵ a second for 86,400 seconds. */
const PETAFLOP_DAY = 1e15 * 86400;

/**
 * Kaplan et al. 2020, Table 6: N_opt = N_e·C^p with C in petaflop/s-days, spent in the best way (C_min).
 * The tokens are what the budget then allows, C/(6N); the loss is that of Table 5, (C_c/C)^α.
 */
function kaplan(rows: readonly LawRow[], budget: number): Found {
  const split = fitOf(rows, 'kaplan-2020-allocation');
  const loss = fitOf(rows, 'kaplan-2020-c-min');
  const days = budget / PETAFLOP_DAY;
  const parameters = constantOf(split, 'n-e') * days ** constantOf(split, 'p-n');
  return {
    kind: 'split',
    parameters,
    tokens: budget / TRAINING_FLOP / parameters,
    loss: (constantOf(loss, 'c-c-min') / days) ** constantOf(loss, 'alpha-c-min'),
    counts: split.counts,
    holds: split.holds,
    sources: [...split.sources, ...loss.sources],
  };
}

/** Hoffmann et al. 2022, approaches 1 and 2: a printed row of sizes, carried on by the printed exponents. */
function printedRow(
  rows: readonly LawRow[],
  table: string,
  exponents: string,
  budget: number,
): Found {
  const row = fitOf(rows, table);
  const slopes = fitOf(rows, exponents);
  const times = budget / constantOf(row, 'c-0');
  return {
    kind: 'split',
    parameters: constantOf(row, 'n-0') * times ** constantOf(slopes, 'a'),
    tokens: constantOf(row, 'd-0') * times ** constantOf(slopes, 'b'),
    counts: row.counts,
    holds: row.holds,
    sources: [...row.sources, ...slopes.sources],
  };
}

/** Grattafiori et al. 2024, Figure 3: the best number of tokens is A·C^α; the size is what the budget then allows. */
function llama(rows: readonly LawRow[], budget: number): Found {
  const fit = fitOf(rows, 'llama-3-2024-figure');
  const tokens = constantOf(fit, 'a') * budget ** constantOf(fit, 'alpha');
  return {
    kind: 'split',
    parameters: budget / TRAINING_FLOP / tokens,
    tokens,
    counts: fit.counts,
    holds: fit.holds,
    sources: fit.sources,
  };
}

/**
 * The bottom of a fitted surface's valley; with use, the split that reaches the same loss with the
 * least compute in all (Sardana et al. 2023), so that training then costs more than the budget.
 */
function surface(rows: readonly LawRow[], id: string, budget: number, served: number): Found {
  const law = surfaceOf(rows, id);
  const training = bestSplit(law, budget);
  const counted = served > 0 && { ...cheapestForUse(law, training, served), training };
  return {
    kind: 'surface',
    ...(counted || training),
    loss: lossAt(law, training),
    counts: law.counts,
    holds: law.holds,
    sources: [
      ...law.sources,
      OPTIMUM,
      ...(counted ? fitOf(rows, 'sardana-2023-inference').sources : []),
    ],
  };
}

/** Every law that answers in parameters and tokens, by year. */
export function answersOf(rows: readonly LawRow[], budget: number, served: number): Answer[] {
  const ofSurface = (id: string, name: string, short: string): Answer => ({
    id,
    name,
    short,
    ...surface(rows, id, budget, served),
  });
  const ofRow = (table: string, number: 1 | 2): Answer => ({
    id: `hoffmann-2022-approach-${number}`,
    name: `Hoffmann 2022, approach ${number}`,
    short: `Hoffmann, approach ${number}`,
    ...printedRow(rows, table, `hoffmann-2022-approach-${number}`, budget),
  });
  return [
    { id: 'kaplan-2020', name: 'Kaplan 2020', short: 'Kaplan 2020', ...kaplan(rows, budget) },
    ofRow('hoffmann-2022-table-3', 1),
    ofRow('hoffmann-2022-table-a3', 2),
    ofSurface(
      'hoffmann-2022-approach-3',
      'Hoffmann 2022, approach 3 as printed',
      'Approach 3, printed',
    ),
    ofSurface(
      'hoffmann-2022-approach-3-unrounded',
      'Hoffmann 2022, approach 3 with all digits',
      'Approach 3, in full',
    ),
    ofSurface('muennighoff-2023-base', 'Muennighoff 2023, on C4', 'Muennighoff 2023'),
    ofSurface('besiroglu-2024', 'Besiroglu 2024, the refit', 'Besiroglu’s refit'),
    {
      id: 'llama-3-2024',
      name: 'Grattafiori 2024, Llama 3’s law',
      short: 'Llama 3’s law',
      ...llama(rows, budget),
    },
  ];
}

/** A model counts as trained with about a budget when the two differ by no more than this factor. */
export const NEAR = 2;
const MOST_MODELS = 5;
/** The models that the chapter tells of come before the merely nearest. */
const LANDMARKS = ['chinchilla', 'gopher', 'gpt-3', 'llama-65b', 'llama-3-1-405b'];

export interface Trained extends Split {
  id: string;
  name: string;
  compute: number;
  sources: readonly Place[];
}

/**
 * Dense decoders whose parameters, tokens and training compute sources give. Where the compute is not
 * near 6ND, tokens were not counted from the start (a model trained further, a set not read to its end).
 */
function trainedModels(rows: readonly ModelRow[]): Trained[] {
  return rows.flatMap((row) => {
    const { parameters, training_tokens: tokens, training_compute_flop: compute } = row;
    if (row.architecture !== 'decoder' || row.objective !== 'causal-lm') return [];
    if (!isKnown(parameters) || !isKnown(tokens) || !isKnown(compute)) return [];
    const split = { parameters: parameters.value, tokens: tokens.value };
    const off = Math.abs(Math.log(compute.value / trainingCompute(split)));
    if (off > Math.log(NEAR)) return [];
    const sources = [parameters, tokens, compute].map(({ source, locator }) => ({
      id: source,
      locator,
    }));
    return [{ id: row.id, name: row.name, ...split, compute: compute.value, sources }];
  });
}

/** At most five models trained with about the budget, those with the most tokens per parameter last. */
export function modelsNear(rows: readonly ModelRow[], budget: number): Trained[] {
  const distance = ({ compute }: Trained) => Math.abs(Math.log(compute / budget));
  const rank = ({ id }: Trained) => (LANDMARKS.includes(id) ? 0 : 1);
  return trainedModels(rows)
    .filter((model) => distance(model) <= Math.log(NEAR))
    .sort((a, b) => rank(a) - rank(b) || distance(a) - distance(b))
    .slice(0, MOST_MODELS)
    .sort((a, b) => a.tokens / a.parameters - b.tokens / b.parameters);
}
