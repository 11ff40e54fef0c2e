/** What the model made of each word (`similarities.json`, by `npm run record -- context`): a row for each layer. */
import { z } from 'zod';
import { parseGroups } from '../check';
import { idSchema } from '../schema';

/** What the model was trained on. */
const DICTIONARY = 'princeton-2011';
const NOTHING = 'In layer 0 the vector is the same in every sentence.';

const wordSchema = z.strictObject({
  id: idSchema,
  whole: z.array(z.number()).min(2),
  layers: z.array(
    z.strictObject({ same: z.number(), other: z.number(), twin: z.number(), nearest: z.number() }),
  ),
});

/** @throws DataError naming the file and the word */
export function contextSimilarityRows(words: readonly unknown[]) {
  return parseGroups('data/context-similarities/similarities.json', wordSchema, words).flatMap(
    ({ id, whole, layers }) =>
      whole.map((all, layer) => {
        const found = layers[layer - 1];
        const measured = (value: number | undefined, unit: string) =>
          value === undefined
            ? { value: null, note: NOTHING }
            : {
                value,
                unit,
                source: DICTIONARY,
                locator: `the model “definitions” of this site, layer ${layer}, “${id}” in the dataset of sentences`,
                status: 'measured',
                seen: 'primary',
                evidence: 'the vectors, computed by scripts/record/context.ts',
              };
        return {
          id: `${id}-${layer}`,
          source: DICTIONARY,
          word: id,
          layer: String(layer),
          whole: measured(all, 'cosine'),
          same: measured(found?.same, 'cosine'),
          other: measured(found?.other, 'cosine'),
          twin: measured(found?.twin, 'cosine'),
          nearest: measured(found && 100 * found.nearest, 'percent'),
        };
      }),
  );
}
