/** How well a language model predicts a text that it did not learn from. */
import type { Tokenizer } from './bpe';
import type { Batch, BatchShape } from './objectives';

/** A text cut into pieces that follow each other; what is left at the end is not asked. */
export function* pieces(
  tokens: ArrayLike<number>,
  { batch, length }: BatchShape,
): Generator<Batch> {
  const size = batch * length;
  for (let from = 0; from + size < tokens.length; from += size) {
    const piece = (offset: number) =>
      Int32Array.from({ length: size }, (_, i) => tokens[from + offset + i]!);
    yield {
      batch,
      length,
      tokens: piece(0),
      targets: piece(1),
      counts: new Float32Array(size).fill(1),
    };
  }
}

/** The mean of what is measured on each batch, over all places that count. */
export async function meanOver(
  batches: Iterable<Batch>,
  measure: (batch: Batch) => Promise<number>,
): Promise<number> {
  let sum = 0;
  let places = 0;
  for (const batch of batches) {
    const counts = batch.counts.reduce((total, count) => total + count, 0);
    sum += (await measure(batch)) * counts;
    places += counts;
  }
  return sum / Math.max(places, 1);
}

/** How surprised a model is by a text. */
export interface Surprise {
  /** At each token, in nats. */
  nats: number;
  /** Shared among the characters, so that models with other tokens can be compared. */
  bitsPerCharacter: number;
}

/**
 * The mean surprise over a text. Each piece begins without memory of the one before.
 * @param lossOf cross-entropy in nats a token
 * @param most how many batches are asked, from the start
 * @throws Error when the text is too short for one batch
 */
export async function surpriseOf(
  lossOf: (batch: Batch) => Promise<number>,
  tokenizer: Pick<Tokenizer, 'charactersIn'>,
  tokens: ArrayLike<number>,
  shape: BatchShape,
  most = Infinity,
): Promise<Surprise> {
  let nats = 0;
  let characters = 0;
  let asked = 0;
  for (const batch of pieces(tokens, shape)) {
    if (asked >= most) break;
    asked += 1;
    nats += (await lossOf(batch)) * batch.targets.length;
    characters += tokenizer.charactersIn(batch.targets);
  }
  if (asked === 0) throw new Error(`a text of ${tokens.length} tokens is too short to measure on`);
  return {
    nats: nats / (asked * shape.batch * shape.length),
    bitsPerCharacter: nats / Math.LN2 / characters,
  };
}

/** The surprise of a text in bits per character; see `surpriseOf`. */
export const bitsPerCharacter = async (...asked: Parameters<typeof surpriseOf>): Promise<number> =>
  (await surpriseOf(...asked)).bitsPerCharacter;
