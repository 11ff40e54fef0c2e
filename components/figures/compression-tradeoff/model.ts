/**
 * What a row of the compression data says on two common scales: how many bits are
 * left for each weight of the original, and how much of the score is lost.
 */
import { isKnown } from '@/data/cell';
import type { compression } from '@/data/compression/definition';
import type { RowOf } from '@/data/schema';

export type Row = RowOf<typeof compression>;

export interface Cited {
  source: string;
  locator: string;
}

interface Left {
  bits: number;
  /** The cells it is computed from. */
  cells: readonly Cited[];
  /** Said by the authors, or computed here. */
  named: boolean;
}

/** A weight that nobody rounded. Two bytes are what large models are kept in. */
const UNROUNDED_BITS = 16;
/** Files of more bits a weight than this do not belong to the model that the row names. */
const MOST_BITS = 34;

/**
 * Bits left for each weight of the original, from the best that the row has:
 * 1. the bits that the authors name (scales and unrounded tables not counted);
 * 2. the bytes of the file after: 8 × bytes / parameters of the original;
 * 3. the parameters after: 16 × parameters after / parameters before;
 * 4. the share of weights kept: 16 × (1 − removed), places of the kept ones not counted.
 * In 3 and 4 a weight that is kept counts as 16 bits.
 * @param parameters of the uncompressed model, where our table has them
 */
export function bitsLeft(row: Row, parameters: number | undefined): Left | undefined {
  const { bits, size_before: before, size_after: after, sparsity } = row;
  if (isKnown(bits)) return { bits: bits.value, cells: [bits], named: true };
  if (isKnown(before) && isKnown(after)) {
    if (after.unit === 'parameters') {
      const value = (UNROUNDED_BITS * after.value) / before.value;
      return { bits: value, cells: [after, before], named: false };
    }
    if (parameters === undefined || (8 * before.value) / parameters > MOST_BITS) return undefined;
    return { bits: (8 * after.value) / parameters, cells: [after], named: false };
  }
  if (isKnown(sparsity)) {
    const value = UNROUNDED_BITS * (1 - sparsity.value / 100);
    return { bits: value, cells: [sparsity], named: false };
  }
  return undefined;
}

export type Score = 'perplexity' | 'language' | 'perception';

const PERCEPTION = /ImageNet|MNIST|Word error|Frame accuracy/;
/** Raw WikiText-2. Wanda’s authors leave the number out and use longer pieces; both ends of a row do. */
const WIKITEXT = /^WikiText(-2)? perplexity/;

/**
 * The scale on which a row’s loss can stand beside others; none for perplexities on
 * other texts and for plain counts of errors.
 */
export function scoreOf(row: Row): Score | undefined {
  if (!isKnown(row.before) || !isKnown(row.after)) return undefined;
  if (row.before.unit === 'perplexity') return WIKITEXT.test(row.metric) ? 'perplexity' : undefined;
  if (row.before.unit !== 'percent' && row.before.unit !== 'points') return undefined;
  return PERCEPTION.test(row.metric) ? 'perception' : 'language';
}

/**
 * What is lost, positive where the score got worse. Perplexity: its increase in percent,
 * 100 × (after / before − 1). Scores out of 100 and error rates: the difference in points.
 */
export function lossOf(row: Row): number | undefined {
  if (!isKnown(row.before) || !isKnown(row.after)) return undefined;
  const [before, after] = [row.before.value, row.after.value];
  if (row.before.unit === 'perplexity') return 100 * (after / before - 1);
  // 63.25 − 59.23 is 4.02, whatever binary fractions make of it.
  return Number(
    (row.metric.includes('lower is better') ? after - before : before - after).toFixed(6),
  );
}

const FAMILIES: readonly (readonly [id: string, names: RegExp])[] = [
  ['llama', /LLaMA|Llama/],
  ['opt', /OPT-|BLOOM/],
  ['bert', /BERT/],
];

/** Family of the model by its name; "other" where it belongs to none of the large ones. */
export const familyOf = ({ model }: Row): string =>
  FAMILIES.find(([, names]) => names.test(model))?.[0] ?? 'other';
