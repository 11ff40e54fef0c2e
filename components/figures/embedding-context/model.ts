/** What the model made of a word, layer by layer: of one word, or the mean of all. No React. */
import { isKnown } from '@/data/cell';
import type { contextSentences } from '@/data/context-sentences/definition';
import type { contextSimilarities } from '@/data/context-similarities/definition';
import type { RowOf } from '@/data/schema';
import type { Reading } from '@/lib/figure';

export type Row = RowOf<typeof contextSimilarities>;
export type SentenceRow = RowOf<typeof contextSentences>;

export type Kind = 'same' | 'other' | 'twin' | 'whole' | 'nearest';

/** In the order of their colours; `say` follows a value. */
export const GROUPS: readonly { id: Kind; label: string; say: string }[] = [
  { id: 'same', label: 'Same sense', say: 'for two sentences of the same sense' },
  { id: 'other', label: 'Other sense', say: 'for two sentences of different senses' },
  {
    id: 'twin',
    label: 'Other sense but same last words',
    say: 'for two sentences of different senses that end alike',
  },
  { id: 'whole', label: 'Any two as they are', say: 'for any two sentences, nothing taken off' },
  {
    id: 'nearest',
    label: 'Nearest neighbour of the same sense',
    say: 'of the sentences',
  },
];

/** A value after a layer; of several words, their mean with the lowest and the highest. */
export interface Point {
  layer: number;
  value: number;
  low?: number;
  high?: number;
  /** Which words are lowest and highest. */
  ends?: readonly [low: string, high: string];
  sources: Reading['sources'];
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Points of one kind from layer to layer; a layer without a value has none. */
export function pointsOf(rows: readonly Row[], kind: Kind): Point[] {
  const layers = [...new Set(rows.map((row) => row.layer))];
  return layers.flatMap((layer): Point[] => {
    const found = rows.flatMap((row) => {
      const cell = row[kind];
      return row.layer === layer && isKnown(cell) ? [{ word: row.word, cell }] : [];
    });
    if (found.length === 0) return [];
    const sorted = found.toSorted((a, b) => a.cell.value - b.cell.value);
    const [lowest, highest] = [sorted[0]!, sorted.at(-1)!];
    const sources = found.map(({ cell }) => ({ id: cell.source, locator: cell.locator }));
    const one = { layer: Number(layer), value: mean(found.map(({ cell }) => cell.value)), sources };
    if (found.length === 1) return [one];
    return [
      {
        ...one,
        low: lowest.cell.value,
        high: highest.cell.value,
        ends: [lowest.word, highest.word],
      },
    ];
  });
}
