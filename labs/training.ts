/** How a reader's own model came about: what its file says of itself, and that in words. No engine here. */
import { formatNumber } from '@/lib/format';
import { CORPORA, type CorpusId } from './corpora';
import type { TransformerConfig } from './engine/transformer';

export interface Training {
  objective: 'causal' | 'masked';
  start: 'scratch' | 'shipped';
  corpus: CorpusId | 'own';
  steps: number;
  seed: number;
}

export interface Trained {
  config: TransformerConfig;
  /** Of a reader's own model. */
  training?: Training;
}

/** As a checkpoint's metadata. */
export const metadataOf = ({ config, training }: Trained): Record<string, string> => ({
  model: JSON.stringify(config),
  tokenizer: 'tokenizer.json',
  ...(training && { training: JSON.stringify(training) }),
});

/** @throws Error when there is no model in it */
export function trainedBy({ model, training }: Readonly<Record<string, string>>): Trained {
  if (!model) throw new Error('this checkpoint does not say what model it is of');
  return {
    config: JSON.parse(model) as TransformerConfig,
    ...(training && { training: JSON.parse(training) as Training }),
  };
}

const AIMS = {
  causal: 'guessing what comes next',
  masked: 'guessing what is hidden',
} as const;

/** “2 layers of width 64, 400 steps of guessing what comes next, from random weights; text: …”. */
export function describeTrained({ config, training }: Trained): string {
  const shape = `${config.layers} ${config.layers === 1 ? 'layer' : 'layers'} of width ${config.width}`;
  if (!training) return shape;
  const { objective, start, corpus, steps } = training;
  const from = start === 'scratch' ? 'random weights' : 'the shipped checkpoint';
  const text = corpus === 'own' ? 'a text of your own' : CORPORA[corpus].label;
  return `${shape}, ${formatNumber(steps)} steps of ${AIMS[objective]}, from ${from}; text: ${text}`;
}
