/** The seven objectives, with what each rests on. */
import type { FigureData, Reading } from '@/lib/figure';
import { objectiveSource, quantityIn, quantitySource } from '@/lib/figure-data';
import type { Random } from '@/lib/seeded';
import { masked, replaced } from './damaged';
import { causal, permutation, prefix } from './in-order';
import { nextSentence } from './pair';
import type { Plan, Rates } from './plan';
import { spans } from './spans';

interface Objective {
  id: string;
  label: string;
  /** The label in lines that fit under a small picture. */
  lines: readonly string[];
  /** Its row in the dataset. */
  row: string;
  /** The settings that it needs, by their rows in the dataset of quantities. */
  rates: readonly string[];
  /** Where the authors’ code rounds and draws, if no rate says so. */
  code?: string;
  /** Who may look at whom, in general. */
  sight: string;
  plan: (tokens: readonly string[], rates: Rates, random: Random) => Plan;
}

/** In the order in which the chapter takes them. */
export const OBJECTIVES: readonly Objective[] = [
  {
    id: 'causal',
    label: 'Causal',
    lines: ['Causal'],
    row: 'causal-lm',
    rates: [],
    sight: 'each place looks at itself and back',
    plan: causal,
  },
  {
    id: 'masked',
    label: 'Masked',
    lines: ['Masked'],
    row: 'masked-lm',
    rates: ['wv-bert-selected', 'wv-bert-masked'],
    sight: 'every place looks at all places, but some tokens are hidden or replaced',
    plan: masked,
  },
  {
    id: 'permutation',
    label: 'Permutation',
    lines: ['Permutation'],
    row: 'permutation-lm',
    rates: ['ssl-xlnet-predicted'],
    code: 'authors’ repository zihangdai/xlnet, data_utils.py, _local_perm',
    sight: 'each place looks at those that come before it in the drawn order',
    plan: permutation,
  },
  {
    id: 'prefix',
    label: 'Prefix',
    lines: ['Prefix'],
    row: 'prefix-lm',
    rates: [],
    code: 'authors’ repository, t5/data/preprocessors.py, random_prefix_noise_mask',
    sight: 'both ways within the prefix, only back behind it',
    plan: (tokens, _, random) => prefix(tokens, random),
  },
  {
    id: 'spans',
    label: 'Span corruption',
    lines: ['Span', 'corruption'],
    row: 'span-corruption',
    rates: ['ssl-t5-hidden', 'ssl-t5-span'],
    code: 'authors’ repository, t5/data/preprocessors.py, random_spans_noise_mask',
    sight: 'the encoder looks both ways, the decoder across at the encoder and back',
    plan: spans,
  },
  {
    id: 'replaced',
    label: 'Replaced token',
    lines: ['Replaced', 'token'],
    row: 'replaced-token-detection',
    rates: ['ssl-electra-hidden'],
    sight: 'every place looks at all places, but some tokens are replaced',
    plan: replaced,
  },
  {
    id: 'next-sentence',
    label: 'Next sentence',
    lines: ['Next', 'sentence'],
    row: 'next-sentence-prediction',
    rates: ['wv-bert-nsp-random'],
    sight: 'every place looks at all places, and nothing is hidden',
    plan: nextSentence,
  },
];

/** Rows in the dataset of quantities. */
const RATES = {
  chosen: 'wv-bert-selected',
  masked: 'wv-bert-masked',
  random: 'wv-bert-random',
  cut: 'ssl-t5-hidden',
  span: 'ssl-t5-span',
  predicted: 'ssl-xlnet-predicted',
  length: 'ssl-xlnet-length',
  filled: 'ssl-electra-hidden',
  strangers: 'wv-bert-nsp-random',
} as const;

/** The quantities that the seven need. */
export const QUANTITIES = [
  ...new Set([...Object.values(RATES), ...OBJECTIVES.flatMap(({ rates }) => rates)]),
];

/**
 * The settings of the published recipes.
 * @throws Error when the data lack one
 */
export function ratesFrom(data: FigureData): Rates {
  const rate = (name: keyof typeof RATES) => quantityIn(data, RATES[name]).value;
  return {
    chosen: rate('chosen'),
    masked: rate('masked'),
    random: rate('random'),
    cut: rate('cut'),
    span: rate('span'),
    lastPart: rate('predicted') / rate('length'),
    filled: rate('filled'),
    strangers: rate('strangers'),
  };
}

/** The works that an objective rests on: the paper of its row, and where the settings stand. */
export function sourcesOf(
  data: FigureData,
  { row: id, rates, code }: Objective,
): Reading['sources'] {
  const [paper, ...settings] = [
    objectiveSource(data, id),
    ...rates.map((rate) => quantitySource(data, rate)),
  ];
  return [paper!, ...settings, ...(code ? [{ id: paper!.id, locator: code }] : [])];
}
