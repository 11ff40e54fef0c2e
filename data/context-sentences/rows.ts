/** The sentences are written down by word (`sentences.json`); a row is a pair of them. */
import { z } from 'zod';
import { parseGroups } from '../check';
import { idSchema } from '../schema';

/** Where the senses are told apart. */
const DICTIONARY = 'princeton-2011';

const two = z.tuple([z.string(), z.string()]);
const wordSchema = z.strictObject({ id: idSchema, senses: two, pairs: z.array(two).min(2) });

/** @throws DataError naming the file and the word */
export function contextSentenceRows(words: readonly unknown[]) {
  return parseGroups('data/context-sentences/sentences.json', wordSchema, words).flatMap(
    ({ id, senses, pairs }) =>
      pairs.map(([one, other], i) => ({
        id: `${id}-${i + 1}`,
        source: DICTIONARY,
        word: id,
        sense_1: senses[0],
        sentence_1: one,
        sense_2: senses[1],
        sentence_2: other,
      })),
  );
}
