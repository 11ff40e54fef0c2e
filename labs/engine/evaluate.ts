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

/**
 * Bits per character: the surprise at every token of the text, shared among its characters, so that
 * models with other tokens can be compared. Each piece begins without memory of the one before.
 * @param lossOf cross-entropy in nats a token
 * @param most how many batches are asked, from the start
 * @throws Error when the text is too short for one batch
 */
export async function bitsPerCharacter(
  lossOf: (batch: Batch) => Promise<number>,
  tokenizer: Pick<Tokenizer, 'decode'>,
  tokens: ArrayLike<number>,
  shape: BatchShape,
  most = Infinity,
): Promise<number> {
  let nats = 0;
  let characters = 0;
  let asked = 0;
  for (const batch of pieces(tokens, shape)) {
    if (asked >= most) break;
    asked += 1;
    nats += (await lossOf(batch)) * batch.targets.length;
    characters += tokenizer.decode(batch.targets).length;
  }
  if (asked === 0) throw new Error(`a text of ${tokens.length} tokens is too short to measure on`);
  return nats / Math.LN2 / characters;
}
