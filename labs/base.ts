/** The models that labs start from, with their tokenizer: the shipped one, or the reader's own. */
import { CORPORA, type CorpusId } from './corpora';
import { makeTokenizer, type Merges, type Tokenizer } from './engine/bpe';
import { readCheckpoint, writeCheckpoint } from './engine/checkpoint';
import type { TransformerConfig } from './engine/transformer';
import type { Weights } from './engine/weights';
import type { RunContext } from './lab';
import { OWN_MODEL } from './own';

/** How a reader trained a model. */
export interface Training {
  objective: 'causal' | 'masked';
  start: 'scratch' | 'shipped';
  corpus: CorpusId | 'own';
  steps: number;
  seed: number;
}

export interface Base {
  config: TransformerConfig;
  weights: Weights;
  tokenizer: Tokenizer;
  /** Of a reader's own model. */
  training?: Training;
}

/** Which model a lab starts from: values of addresses. */
export type BaseName = 'shipped' | 'own';

const FILES: Readonly<Record<BaseName, string>> = {
  shipped: 'checkpoints/definitions.safetensors',
  own: OWN_MODEL,
};

type Files = Pick<RunContext, 'file'>;

export const textFile = async (context: Files, name: string): Promise<string> =>
  new TextDecoder().decode(await context.file(name));

/** The tokenizer of every model here. One token more than its own stands for what is hidden. */
export const loadTokenizer = async (context: Files): Promise<Tokenizer> =>
  makeTokenizer(JSON.parse(await textFile(context, 'checkpoints/tokenizer.json')) as Merges);

/** @throws Error in words for a reader when the file is no model */
export function readBase(file: Uint8Array): Omit<Base, 'tokenizer'> {
  const { weights, metadata } = readCheckpoint(file);
  return {
    config: JSON.parse(metadata.model ?? 'null') as TransformerConfig,
    weights,
    ...(metadata.training && { training: JSON.parse(metadata.training) as Training }),
  };
}

/** @throws Error when a file cannot be had */
export async function loadBase(context: Files, name: BaseName = 'shipped'): Promise<Base> {
  const [tokenizer, file] = await Promise.all([loadTokenizer(context), context.file(FILES[name])]);
  return { ...readBase(file), tokenizer };
}

/** Keeps a model as the reader's own, in place of the one before. */
export const keepBase = (
  context: Pick<RunContext, 'keep'>,
  { config, weights, training }: Omit<Required<Base>, 'tokenizer'>,
): Promise<void> => {
  const metadata = {
    model: JSON.stringify(config),
    tokenizer: 'tokenizer.json',
    training: JSON.stringify(training),
  };
  return context.keep(FILES.own, writeCheckpoint({ weights, metadata }, 'float32'));
};

const AIMS = { causal: 'guessing the next token', masked: 'guessing hidden tokens' } as const;

/** “4 layers of width 128, 400 steps of guessing the next token from scratch, on Herman Melville, …”. */
export function describeBase({ config, training }: Pick<Base, 'config' | 'training'>): string {
  const shape = `${config.layers} ${config.layers === 1 ? 'layer' : 'layers'} of width ${config.width}`;
  if (!training) return shape;
  const { objective, start, corpus, steps } = training;
  const from = start === 'scratch' ? 'from scratch' : 'from the shipped checkpoint';
  const on = corpus === 'own' ? 'a text of your own' : CORPORA[corpus].label;
  return `${shape}, ${steps} steps of ${AIMS[objective]} ${from}, on: ${on}`;
}
