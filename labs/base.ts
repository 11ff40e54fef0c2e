/** The models that labs start from, with their tokenizer: the shipped one, or the reader's own. */
import { makeTokenizer, type Merges, type Tokenizer } from './engine/bpe';
import { readCheckpoint, writeCheckpoint } from './engine/checkpoint';
import type { Weights } from './engine/weights';
import type { RunContext } from './lab';
import { OWN_MODEL } from './own';
import { metadataOf, trainedBy, type Trained } from './training';

export interface Base extends Trained {
  weights: Weights;
  tokenizer: Tokenizer;
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

/** @throws Error when a file cannot be had */
export async function loadBase(context: Files, name: BaseName = 'shipped'): Promise<Base> {
  const [tokenizer, file] = await Promise.all([loadTokenizer(context), context.file(FILES[name])]);
  const { weights, metadata } = readCheckpoint(file);
  return { ...trainedBy(metadata), weights, tokenizer };
}

/** Keeps a model as the reader's own, in place of the one before. */
export const keepBase = (
  context: Pick<RunContext, 'keep'>,
  { weights, ...trained }: Omit<Base, 'tokenizer'>,
): Promise<void> =>
  context.keep(FILES.own, writeCheckpoint({ weights, metadata: metadataOf(trained) }, 'float32'));
