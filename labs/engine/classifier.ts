/**
 * A transformer that sorts texts into classes: the mean of what it says of a text's tokens, and a
 * linear head on that.
 */
import { seeded } from '@/lib/seeded';
import { borrow, jit, np, type Tensor, type Tensors } from './backend';
import { crossEntropy, type Objective } from './objectives';
import { normal } from './random';
import { hiddenOf, type TransformerConfig } from './transformer';
import type { Weights } from './weights';

/** Texts with their classes; texts as flat arrays of batch × length numbers. */
export interface LabelledBatch {
  batch: number;
  length: number;
  tokens: Int32Array;
  /** 1 for a token of the text, 0 for filler after it. */
  counts: Float32Array;
  /** The class of each text. */
  labels: Int32Array;
}

/** Standard deviation of a fresh head, as of other fresh weights. */
const SPREAD = 0.02;

/** A head to put beside the weights of a model. */
export function freshHead({ width }: TransformerConfig, classes: number, seed: number): Weights {
  const random = seeded(seed);
  return {
    'head.weight': {
      shape: [width, classes],
      data: Float32Array.from({ length: width * classes }, () => SPREAD * normal(random)),
    },
    'head.bias': { shape: [classes], data: new Float32Array(classes) },
  };
}

/**
 * Scores of every class, before the softmax. Consumes its arguments.
 * @param tokens [batch, length]
 * @param counts [batch, length]
 * @returns [batch, classes]
 */
export const classScores = (
  config: TransformerConfig,
  weights: Tensors,
  tokens: Tensor,
  counts: Tensor,
): Tensor =>
  borrow(weights, (lent) => {
    const hidden = hiddenOf(config, lent, tokens, counts.ref);
    const total = np.maximum(counts.ref.sum(-1, { keepdims: true }), 1);
    const [batch, length] = counts.shape as [number, number];
    const mean = hidden
      .mul(counts.reshape([batch, length, 1]))
      .sum(1)
      .div(total);
    return np.matmul(mean, lent.get('head.weight')).add(lent.get('head.bias'));
  });

const textsOf = ({ batch, length, tokens, counts }: Omit<LabelledBatch, 'labels'>) =>
  [
    np.array(tokens, { shape: [batch, length], dtype: np.int32 }),
    np.array(counts, { shape: [batch, length] }),
  ] as const;

/** To name the class of every text: mean cross-entropy over texts, in nats. */
export const classifying = (config: TransformerConfig): Objective<LabelledBatch> => ({
  tensorsOf: (batch) => [
    ...textsOf(batch),
    np.array(batch.labels, { shape: [batch.batch], dtype: np.int32 }),
  ],
  loss: (weights, tokens, counts, labels) => {
    const each = np.ones(labels!.shape);
    return crossEntropy(classScores(config, weights, tokens!, counts!), labels!, each);
  },
});

export interface Classifier {
  /** Batch × classes: the score of every class, before the softmax. Consumes the weights. */
  scoresOf: (weights: Tensors, texts: Omit<LabelledBatch, 'labels'>) => Promise<Float32Array>;
  /** Gives the memory back. */
  dispose: () => void;
}

/** A classifier, compiled at its first use for the weights that it is given then. */
export function makeClassifier(config: TransformerConfig): Classifier {
  const compiled = jit((all: Tensors, tokens: Tensor, counts: Tensor) =>
    classScores(config, all, tokens, counts),
  );
  return {
    scoresOf: async (weights, texts) =>
      (await compiled(weights, ...textsOf(texts)).data()) as Float32Array,
    dispose: () => compiled.dispose(),
  };
}

/**
 * The share of texts whose class has the highest score; of equal scores the first.
 * @param scores batch × classes
 */
export function accuracyOf(scores: ArrayLike<number>, labels: ArrayLike<number>): number {
  const classes = scores.length / labels.length;
  const right = Array.from(labels).filter((label, text) => {
    const own = Array.from({ length: classes }, (_, i) => scores[text * classes + i]!);
    return own.indexOf(Math.max(...own)) === label;
  });
  return right.length / labels.length;
}
