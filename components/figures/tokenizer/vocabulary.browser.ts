/**
 * In the browser a vocabulary is a file beside the pages, written by scripts/prepare.tsx: data,
 * not script, so that its arrival can be watched and reading it is quick.
 */
import { href } from '@/lib/site';
import type { EncodingId, Vocabulary } from './encodings';

const LINE_END = 10;

/** @param report called with the number of pieces that have come in; each has a line of its own */
export async function fetchVocabulary(
  id: EncodingId,
  report: (pieces: number) => void,
): Promise<Vocabulary> {
  const response = await fetch(href(`/vocabularies/${id}.json`));
  if (!response.ok || !response.body) throw new Error(`${response.status} for ${id}`);
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  let text = '';
  let lines = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value, { stream: true });
    for (const byte of part.value) if (byte === LINE_END) lines += 1;
    report(lines);
  }
  return (JSON.parse(text) as { pieces: Vocabulary }).pieces;
}
