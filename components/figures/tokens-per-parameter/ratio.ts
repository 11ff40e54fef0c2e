/** Tokens per parameter of the models whose counts can be compared, and why others are left out. */
import { isKnown } from '@/data/cell';
import type { models } from '@/data/models/definition';
import type { RowOf } from '@/data/schema';
import { shortName } from '@/lib/figure';

export type Row = RowOf<typeof models>;

/** What the text’s rule of thumb asks for; its source is Hoffmann et al. 2022, Table 3. */
export const RULE = 20;

/** Architectures in which every token meets the weights that are counted, or a known share of them. */
const ARCHITECTURES = ['decoder', 'mixture-of-experts', 'state-space'];

/** Why a row’s tokens are no count of what its weights have read. */
const REASONS = {
  second: 'only a later stage counted',
  unsaid: 'unclear how much of the text was read, or how often',
  repeat: 'the weights of another row, trained further',
  pruned: 'cut out of a larger model',
} as const;

/** Judged by the note of each row’s tokens in the dataset. */
export const APART: Readonly<Record<string, keyof typeof REASONS>> = {
  'codex-12b': 'second',
  'minerva-540b': 'second',
  'code-llama-34b': 'second',
  'qwen2-5-coder-32b': 'second',
  'flan-137b': 'unsaid',
  'lamda-137b': 'unsaid',
  'codegen-16b': 'unsaid',
  'transformer-xl': 'unsaid',
  'deepseek-r1': 'repeat',
  'llama-3-2-1b': 'pruned',
};

/** Models of language or code that were trained to write the next token. */
export const isNextToken = (row: Row): boolean =>
  (row.modality === 'language' || row.modality === 'code') &&
  row.objective === 'causal-lm' &&
  ARCHITECTURES.includes(row.architecture);

export interface Ratio {
  row: Row;
  /** Tokens seen in training for each parameter: D/N, without a unit. */
  value: number;
  /** Whether only the weights that one token passes through were counted. */
  isActive: boolean;
  cells: readonly { source: string; locator: string; note?: string }[];
}

/**
 * D/N of a row, or undefined where its counts are unknown or not comparable.
 * @param active count a mixture of experts by the weights that one token passes through
 */
export function ratioOf(row: Row, active: boolean): Ratio | undefined {
  const isActive = active && row.architecture === 'mixture-of-experts';
  const parameters = isActive ? row.active_parameters : row.parameters;
  const tokens = row.training_tokens;
  if (APART[row.id] || !isKnown(parameters) || !isKnown(tokens)) return undefined;
  return { row, value: tokens.value / parameters.value, isActive, cells: [tokens, parameters] };
}

/** The models that are set apart, by reason: "Codex (only a later stage counted)". */
export function setApart(rows: readonly Row[]): string[] {
  return Object.entries(REASONS).flatMap(([reason, words]) => {
    const names = rows.filter((row) => APART[row.id] === reason).map((row) => shortName(row.name));
    return names.length > 0 ? [`${names.join(', ')} (${words})`] : [];
  });
}
