/** The tokenizers that a state needs, each loaded once for all states and figures of a page. */
import { fetchVocabulary } from '#vocabulary';
import type { Report } from '@/lib/figure';
import type { Encoding, EncodingId } from './encodings';
import { makeTokenizer, type Tokenizer } from './tokenizer';

export type Tokenizers = ReadonlyMap<EncodingId, Tokenizer>;

interface Download {
  done: Promise<Tokenizer>;
  pieces: number;
  /** Told whenever pieces come in. */
  watchers: Set<() => void>;
}

const downloads = new Map<EncodingId, Download>();

function download({ id }: Encoding): Download {
  const started = downloads.get(id);
  if (started) return started;
  const watchers = new Set<() => void>();
  const vocabulary = fetchVocabulary(id, (pieces) => {
    one.pieces = pieces;
    watchers.forEach((tell) => tell());
  });
  const done = vocabulary.then((pieces) => makeTokenizer(id, pieces));
  const one: Download = { done, pieces: 0, watchers };
  // What failed is not kept: the next call tries again.
  done.catch(() => downloads.delete(id));
  downloads.set(id, one);
  return one;
}

/** @throws Error when a vocabulary cannot be had; the next call asks for it again */
export async function loadTokenizers(
  wanted: readonly Encoding[],
  report: Report,
): Promise<Tokenizers> {
  const all = wanted.map(download);
  const total = wanted.reduce((sum, { pieces }) => sum + pieces, 0);
  const tell = () => report(all.reduce((sum, { pieces }) => sum + pieces, 0) / total);
  all.forEach(({ watchers }) => watchers.add(tell));
  try {
    const tokenizers = await Promise.all(all.map(({ done }) => done));
    return new Map(wanted.map(({ id }, i) => [id, tokenizers[i]!]));
  } finally {
    all.forEach(({ watchers }) => watchers.delete(tell));
  }
}
