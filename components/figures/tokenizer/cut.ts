/** A text as every wanted tokenizer cuts it. */
import type { Report } from '@/lib/figure';
import type { Encoding, EncodingId } from './encodings';
import { loadTokenizers } from './load';
import { piecesOf, type Piece } from './pieces';

export type Cuts = ReadonlyMap<EncodingId, readonly Piece[]>;

/**
 * @param report told the share of the vocabularies that has come in
 * @throws Error when a vocabulary cannot be had; the next call asks for it again
 */
export async function cutText(
  text: string,
  wanted: readonly Encoding[],
  report: Report,
): Promise<Cuts> {
  const tokenizers = await loadTokenizers(wanted, report);
  return new Map([...tokenizers].map(([id, tokenizer]) => [id, piecesOf(text, tokenizer)]));
}
