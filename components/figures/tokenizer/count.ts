/** How many tokens the sentences of the dataset have: run once and recorded, run again by a test. */
import { ENCODINGS, type EncodingId } from './encodings';
import { loadTokenizers } from './load';

type Count = { id: string } & Record<EncodingId, number>;

export async function countTokens(
  sentences: readonly { id: string; sentence: string }[],
): Promise<Count[]> {
  const tokenizers = await loadTokenizers(ENCODINGS, () => {});
  return sentences.map(({ id, sentence }) => ({
    id,
    ...(Object.fromEntries(
      [...tokenizers].map(([encoding, { encode }]) => [encoding, encode(sentence).length]),
    ) as Record<EncodingId, number>),
  }));
}
