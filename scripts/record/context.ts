/**
 * What the shipped model makes of one word in sentences of two senses: `npm run record -- context`
 * writes data/context-similarities/similarities.json. A test computes it again.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sentences from '@/data/context-sentences/sentences.json';
import { loadBase } from '@/labs/base';
import { start } from '@/labs/engine/backend';
import { lastVectors } from '@/labs/engine/layers';
import { compareSenses, meanCosine, type SensePair } from '@/lib/senses';

const FILE = join('data', 'context-similarities', 'similarities.json');
/** The form in which the model met examples; no word of it stands in a sentence. */
const LEAD =
  'instance: one case or thing that is picked out from many others like it; "here is one of those things that people often say"; "';
/**
 * Tokens up to the end of the word. Each sentence stands behind as much of the lead as makes it this
 * long, so that the word is always at the same place: its position tells the model nothing.
 */
const PLACE = 24;
const DIGITS = 4;

const rounded = (value: number) => Number(value.toFixed(DIGITS));

export interface Similarities {
  id: string;
  /** Mean cosine of every two whole vectors, from layer 0 (embedding and position). */
  whole: number[];
  /** From layer 1: cosines less the mean vector, and the share of right neighbours. */
  layers: { same: number; other: number; twin: number; nearest: number }[];
}

/** @throws Error when a sentence is too long, or does not end with its word */
export async function measureContext(): Promise<Similarities[]> {
  await start('wasm');
  const { config, weights, tokenizer } = await loadBase({
    file: (name) => readFile(join('public', 'labs', name)),
  });
  const lead = tokenizer.encode(LEAD);
  const asTokens = (word: string, sentence: string) => {
    const tokens = tokenizer.encode(sentence);
    const missing = PLACE - tokens.length;
    if (missing < 1 || !sentence.endsWith(` ${word}`))
      throw new Error(`“${sentence}” does not fit`);
    return [...lead.slice(-missing), ...tokens];
  };
  const found: Similarities[] = [];
  for (const { id, pairs } of sentences) {
    const texts = pairs.flat().map((sentence) => asTokens(id, sentence));
    const byLayer = await lastVectors(config, weights, texts);
    const layers = byLayer.slice(1).map((vectors) => {
      const inPairs = pairs.map((_, i) => [vectors[2 * i]!, vectors[2 * i + 1]!] as const);
      const { same, other, twin, nearest } = compareSenses(inPairs satisfies SensePair<unknown>[]);
      return { same: rounded(same), other: rounded(other), twin: rounded(twin), nearest };
    });
    found.push({ id, whole: byLayer.map((vectors) => rounded(meanCosine(vectors))), layers });
  }
  return found;
}

export async function recordContext(): Promise<void> {
  const lines = (await measureContext()).map((one) => ` ${JSON.stringify(one)}`);
  await writeFile(FILE, `[\n${lines.join(',\n')}\n]\n`);
}
