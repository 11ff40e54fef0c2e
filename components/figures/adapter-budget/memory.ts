/**
 * What training keeps in memory: weights, gradients, optimiser state and an estimate of the
 * activations. What each term takes is in the dataset memory-terms; here they are added up.
 */
import { isKnown } from '@/data/cell';
import type { memoryTerms } from '@/data/memory-terms/definition';
import type { RowOf } from '@/data/schema';
import {
  CHOICES,
  adapterWeights,
  doraWeights,
  loraWeights,
  matrixWeights,
  parameterCount,
  prefixWeights,
  type MatrixName,
  type Shape,
} from './formula';

type TermRow = RowOf<typeof memoryTerms>;
type When = TermRow['when'];

/** A term with what it takes, in bytes or bits, and where that is from. */
export interface Term {
  name: string;
  part: string;
  when: When;
  amount: number;
  source: { id: string; locator: string };
}
export type Terms = ReadonlyMap<string, Term>;

export const METHODS = ['full', 'adapters', 'prefix', 'lora', 'dora', 'qlora'] as const;
export type Method = (typeof METHODS)[number];
export const PARTS = ['weights', 'gradients', 'optimiser', 'activations'] as const;
export type Part = (typeof PARTS)[number];

export interface Setting {
  /** A key of CHOICES. */
  matrices: string;
  /** Rank of LoRA, width of the adapters, length of the prefix. */
  size: number;
  /** Tokens that pass through the model before a step. */
  tokens: number;
  isMixed: boolean;
  adam: 'adam-32' | 'adam-16' | 'adam-8';
  isCheckpointed: boolean;
}

/** Bytes of one part, with the words and the terms that explain them. */
export interface Piece {
  part: Part;
  bytes: number;
  how: string;
  terms: readonly Term[];
}

export const termsOf = (rows: readonly TermRow[]): Terms =>
  new Map(
    rows.flatMap(({ id, name, part, when, amount }) =>
      isKnown(amount)
        ? [
            [
              id,
              {
                name,
                part,
                when,
                amount: amount.value,
                source: { id: amount.source, locator: amount.locator },
              },
            ] as const,
          ]
        : [],
    ),
  );

const term = (terms: Terms, id: string): Term => {
  const found = terms.get(id);
  if (!found) throw new Error(`memory-terms lacks "${id}"`);
  return found;
};

/** Weights that a method trains. */
export function trainedWeights(method: Method, shape: Shape, { matrices, size }: Setting): number {
  const names = CHOICES[matrices] ?? [];
  switch (method) {
    case 'full':
      return parameterCount(shape);
    case 'adapters':
      return adapterWeights(shape, size);
    case 'prefix':
      return prefixWeights(shape, size);
    case 'dora':
      return doraWeights(shape, names, size);
    case 'lora':
    case 'qlora':
      return loraWeights(shape, names, size);
  }
}

/** 4 + 8/64 + 32/(64 × 256) = 4.127 bits (Dettmers et al. 2023, Section 3). */
export function bitsOfNf4(terms: Terms): number {
  const amount = (id: string) => term(terms, id).amount;
  const block = amount('nf4-block');
  return (
    amount('nf4') +
    amount('nf4-divisor') / block +
    amount('nf4-second-divisor') / (block * amount('nf4-second-block'))
  );
}

function weights(method: Method, shape: Shape, trained: number, terms: Terms): Piece {
  const half = term(terms, 'weight');
  const all = parameterCount(shape);
  const own = method === 'full' ? 0 : half.amount * trained;
  const added = method === 'full' ? '' : ', and for those added';
  if (method !== 'qlora')
    return {
      part: 'weights',
      bytes: half.amount * all + own,
      how: `${half.amount} bytes for each weight of the model${added}`,
      terms: [half],
    };
  const packed = matrixWeights(shape);
  const bits = bitsOfNf4(terms);
  return {
    part: 'weights',
    bytes: (bits / 8) * packed + half.amount * (all - packed) + own,
    how: `${bits.toFixed(2)} bits for each weight in the layers’ matrices, ${half.amount} bytes for the rest of the model${added}`,
    terms: ['nf4', 'nf4-divisor', 'weight'].map((id) => term(terms, id)),
  };
}

/** Trained weights times what the optimiser keeps for each. */
function optimiser(trained: number, { isMixed, adam }: Setting, terms: Terms): Piece {
  const kept = [...(isMixed ? ['master-copy'] : []), adam].map((id) => term(terms, id));
  const bytes = kept.reduce((sum, { amount }) => sum + amount, 0);
  const words = kept.map(
    ({ name, amount }) => `${name.toLowerCase().replace('adam', 'Adam')}: ${amount}`,
  );
  return {
    part: 'optimiser',
    bytes: bytes * trained,
    how: `${bytes} bytes for each trained weight (${words.join('; ')})`,
    terms: kept,
  };
}

const MATRICES_OF: Partial<Record<When, readonly MatrixName[]>> = {
  'trains-query-key-value': ['query', 'key', 'value'],
  'trains-attention-output': ['output'],
  'trains-feed-forward-in': ['gate', 'up'],
  'trains-feed-forward-out': ['down'],
};

/**
 * Whether an intermediate result is kept. The gradient must pass through every layer, so most are; the
 * input of a matrix is needed only for the gradient of that matrix, or of an A beside it.
 */
function isKept({ when }: Term, method: Method, matrices: string): boolean {
  if (when === 'always') return true;
  if (when === 'adapters') return method === 'adapters';
  const names = MATRICES_OF[when];
  if (!names || method === 'adapters' || method === 'prefix') return false;
  return method === 'full' || names.some((name) => CHOICES[matrices]?.includes(name));
}

/**
 * Bytes a token, layer and unit of width: 34 when all is trained (Korthikanti et al. 2022, Section 4.1,
 * without the attention maps), or 2 when only each layer's input is kept and the rest recomputed.
 */
function activations(method: Method, shape: Shape, setting: Setting, terms: Terms): Piece {
  const kept = setting.isCheckpointed
    ? [term(terms, 'checkpoint')]
    : [...terms.values()].filter(
        (one) => one.part === 'activations' && isKept(one, method, setting.matrices),
      );
  const each = kept.reduce((sum, { amount }) => sum + amount, 0);
  return {
    part: 'activations',
    bytes: each * setting.tokens * shape.layers * shape.width,
    how: `an estimate of ${each} bytes for each token, layer and unit of width`,
    terms: kept,
  };
}

/** What a method keeps in memory, from the part that it cannot do without to the estimate. */
export function memoryOf(method: Method, shape: Shape, setting: Setting, terms: Terms): Piece[] {
  const trained = trainedWeights(method, shape, setting);
  const gradient = term(terms, 'gradient');
  return [
    weights(method, shape, trained, terms),
    {
      part: 'gradients',
      bytes: gradient.amount * trained,
      how: `${gradient.amount} bytes for each trained weight`,
      terms: [gradient],
    },
    optimiser(trained, setting, terms),
    activations(method, shape, setting, terms),
  ];
}
