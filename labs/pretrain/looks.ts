/** Looks inside the model: its attention over one sentence, and where frequent words lie. */
import type { Tokenizer } from '../engine/bpe';
import { attentionOf } from '../engine/attention';
import { centred, nearest, project } from '../engine/embedding';
import type { TransformerConfig } from '../engine/transformer';
import { toTensors, type Weights } from '../engine/weights';
import type { AttentionRecord, EmbeddingRecord } from './records';
import type { Texts } from './texts';
import { frequentWords } from './words';

/** Short, with words in several pieces and a word that depends on one far before it. */
const SENTENCE = 'a small animal that lives in the water';
/** Frequent words that are drawn, those whose neighbours are named, and how few make no picture. */
const DRAWN = 60;
const NAMED = 8;
const FEWEST = 5;
const NEIGHBOURS = 3;

const rounded = (value: number, digits: number) => Number(value.toPrecision(digits));

export async function attentionRecord(
  config: TransformerConfig,
  tokenizer: Tokenizer,
  weights: Weights,
  step: number,
): Promise<AttentionRecord> {
  const tokens = tokenizer.encode(SENTENCE);
  const maps = await attentionOf(config, toTensors(weights), tokens);
  return {
    kind: 'attention',
    step,
    tokens: tokens.map(tokenizer.textOf),
    shares: maps.map((heads) =>
      heads.map((rows) => rows.map((row) => row.map((share) => Math.round(100 * share)))),
    ),
  };
}

/** The first of the frequent words are of grammar; neighbours are named for every seventh, so for others as well. */
function namedAmong(count: number): number[] {
  const named = Math.min(NAMED, count);
  return Array.from({ length: named }, (_, i) => Math.floor((i * count) / named));
}

/** @returns none for a text with hardly a word that is one token, as in another script than the tokenizer's */
export function embeddingRecords(
  { width }: TransformerConfig,
  tokenizer: Tokenizer,
  { learn }: Pick<Texts, 'learn'>,
  { embedding }: Weights,
  step: number,
): EmbeddingRecord[] {
  const tokens = frequentWords(tokenizer, learn, DRAWN);
  if (tokens.length < FEWEST) return [];
  const words = tokens.map((token) => tokenizer.textOf(token).trim());
  const rows = tokens.map((token) =>
    Array.from(embedding!.data.subarray(token * width, (token + 1) * width)),
  );
  const { points, shares } = project(rows);
  // What all words share says nothing about who is near whom.
  const directions = centred(rows);
  const record: EmbeddingRecord = {
    kind: 'embedding',
    step,
    shares: [rounded(100 * shares[0], 3), rounded(100 * shares[1], 3)],
    words: words.map((word, i) => ({
      word,
      x: rounded(points[i]![0], 3),
      y: rounded(points[i]![1], 3),
    })),
    near: namedAmong(words.length).map((i) => ({
      word: words[i]!,
      near: nearest(directions, i, NEIGHBOURS).map((other) => words[other]!),
    })),
  };
  return [record];
}
