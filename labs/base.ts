/** The model that labs start from, with its tokenizer. */
import { makeTokenizer, type Merges, type Tokenizer } from './engine/bpe';
import { readCheckpoint } from './engine/checkpoint';
import type { TransformerConfig } from './engine/transformer';
import type { Weights } from './engine/weights';
import type { RunContext } from './lab';

export interface Base {
  config: TransformerConfig;
  weights: Weights;
  tokenizer: Tokenizer;
}

export const textFile = async (context: Pick<RunContext, 'file'>, name: string): Promise<string> =>
  new TextDecoder().decode(await context.file(name));

/** @throws Error when a file cannot be had */
export async function loadBase(context: Pick<RunContext, 'file'>): Promise<Base> {
  const [merges, file] = await Promise.all([
    textFile(context, 'checkpoints/tokenizer.json'),
    context.file('checkpoints/definitions.safetensors'),
  ]);
  const { weights, metadata } = readCheckpoint(file);
  return {
    config: JSON.parse(metadata.model ?? 'null') as TransformerConfig,
    weights,
    tokenizer: makeTokenizer(JSON.parse(merges) as Merges),
  };
}
