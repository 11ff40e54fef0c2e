/** Where vocabularies come from while pages are built and tests run: the package itself. */
import type { EncodingId, Vocabulary } from './encodings';

const VOCABULARIES = {
  r50k_base: () => import('gpt-tokenizer/bpeRanks/r50k_base'),
  cl100k_base: () => import('gpt-tokenizer/bpeRanks/cl100k_base'),
  o200k_base: () => import('gpt-tokenizer/bpeRanks/o200k_base'),
} satisfies Record<EncodingId, unknown>;

export const fetchVocabulary = async (
  id: EncodingId,
  _report: (pieces: number) => void,
): Promise<Vocabulary> => (await VOCABULARIES[id]()).default;
