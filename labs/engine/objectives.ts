/** What a model is asked: pairs of what goes in and what should come out, and the loss between. */
import { drawWhole, type Random } from '@/lib/seeded';
import { nn, np, type Tensor, type Tensors } from './backend';

/** What a training minimises. */
export interface Objective<Batch> {
  tensorsOf: (batch: Batch) => Tensor[];
  /** From weights and the batch's tensors to one number; consumes both. */
  loss: (weights: Tensors, ...batch: Tensor[]) => Tensor;
}

/** A batch of texts as flat arrays of batch × length numbers. */
export interface Batch {
  batch: number;
  length: number;
  /** What goes in. */
  tokens: Int32Array;
  /** What should come out at each place. */
  targets: Int32Array;
  /** How much each place counts in the loss; zero where nothing is asked. */
  counts: Float32Array;
}

export interface BatchShape {
  batch: number;
  length: number;
}

/** Pieces of a text from random places; each target is the token after. */
export function causalBatch(text: ArrayLike<number>, shape: BatchShape, random: Random): Batch {
  const { batch, length } = shape;
  if (text.length <= length)
    throw new Error(`a text of ${text.length} tokens is too short to draw ${length + 1} in a row`);
  const tokens = new Int32Array(batch * length);
  const targets = new Int32Array(batch * length);
  for (let row = 0; row < batch; row += 1) {
    const from = drawWhole(random, 0, text.length - length - 1);
    for (let i = 0; i < length; i += 1) {
      tokens[row * length + i] = text[from + i]!;
      targets[row * length + i] = text[from + i + 1]!;
    }
  }
  return { batch, length, tokens, targets, counts: new Float32Array(batch * length).fill(1) };
}

/** How BERT hides tokens (Devlin et al. 2018, Section 3.1, Task #1). */
export interface Masking {
  /** Share of the places that are asked. */
  asked: number;
  /** Of those, the share that is replaced by the mask, and by a random token; the rest stays. */
  masked: number;
  random: number;
  /** Number of the token that stands for “hidden”. */
  mask: number;
  vocabulary: number;
}

/** Pieces of a text with some tokens hidden; the targets are the tokens that were there. */
export function maskedBatch(
  text: ArrayLike<number>,
  shape: BatchShape,
  { asked, masked, random: replaced, mask, vocabulary }: Masking,
  random: Random,
): Batch {
  const batch = causalBatch(text, shape, random);
  const targets = batch.tokens.slice();
  const tokens = batch.tokens;
  const counts = batch.counts.fill(0);
  for (let i = 0; i < tokens.length; i += 1) {
    if (random() >= asked) continue;
    counts[i] = 1;
    const kind = random();
    if (kind < masked) tokens[i] = mask;
    else if (kind < masked + replaced) tokens[i] = drawWhole(random, 0, vocabulary - 1);
  }
  return { ...batch, tokens, targets, counts };
}

/**
 * Mean cross-entropy in nats over the places that count. Consumes its arguments.
 * @param logits [batch, length, vocabulary], or [batch, classes] where a text is one place
 * @param targets [batch, length] or [batch], whole numbers
 * @param counts as targets
 */
export function crossEntropy(logits: Tensor, targets: Tensor, counts: Tensor): Tensor {
  const vocabulary = logits.shape.at(-1)!;
  const wanted = nn.oneHot(targets, vocabulary).mul(nn.logSoftmax(logits, -1)).sum(-1);
  const total = np.maximum(counts.ref.sum(), 1);
  return wanted.mul(counts).sum().div(total).mul(-1);
}

/** Logits [batch, length, vocabulary] from weights and tokens; consumes both. */
export type Model = (weights: Tensors, tokens: Tensor) => Tensor;

/** To name the target at every place that counts: the next token, or one that was hidden. */
export const predicting = (model: Model): Objective<Batch> => ({
  tensorsOf: ({ batch, length, tokens, targets, counts }) => {
    const shape = [batch, length];
    return [
      np.array(tokens, { shape, dtype: np.int32 }),
      np.array(targets, { shape, dtype: np.int32 }),
      np.array(counts, { shape }),
    ];
  },
  loss: (weights, tokens, targets, counts) =>
    crossEntropy(model(weights, tokens!), targets!, counts!),
});

/**
 * The share of the places that count at which the likeliest token is the target. Nothing can be
 * learned from it: it moves in jumps. Shaped as an objective, so that it is measured like a loss.
 */
export const rightly = (model: Model): Objective<Batch> => ({
  tensorsOf: predicting(model).tensorsOf,
  loss: (weights, tokens, targets, counts) => {
    const isRight = np.equal(np.argmax(model(weights, tokens!), -1), targets!);
    const total = np.maximum(counts!.ref.sum(), 1);
    return np.where(isRight, counts!, 0).sum().div(total);
  },
});
