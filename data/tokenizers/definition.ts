import type { DatasetDefinition } from '../schema';

const tokens = <Key extends string>(key: Key, model: string, encoding: string) =>
  ({
    key,
    label: `Tokens, ${model}`,
    type: 'number',
    unit: 'tokens',
    bounds: [1, 1000],
    sourced: true,
    description: `Tokens of the sentence in the encoding ${encoding}, counted by scripts/count-tokens.ts.`,
  }) as const;

export const tokenizers = {
  id: 'tokenizers',
  title: 'One sentence in three tokenizers',
  description:
    'The first sentence of the Universal Declaration of Human Rights in thirteen languages, and how many tokens each translation is cut into by the tokenizers of GPT-2, GPT-4 and GPT-4o.',
  inclusion:
    'Languages are chosen to differ: in script, in how words are built, in how much of them is on the web. Each is in with the first sentence of Article 1 as it was published, punctuation and all. An encoding is in when its vocabulary may be passed on under this site’s terms: Llama 3’s may be passed on only with its licence, its notice, its banner and its rules of use, so it is not here. One sentence shows the order of magnitude; it does not measure a language.',
  changes: [{ date: '2026-11-24', what: 'First published.' }],
  licence: 'CC BY 4.0; the sentences are quoted from the Declaration',
  columns: [
    { key: 'name', label: 'Language', type: 'text' },
    { key: 'script', label: 'Script', type: 'text' },
    {
      key: 'tag',
      label: 'Language tag',
      type: 'text',
      description: 'As in BCP 47.',
    },
    { key: 'sentence', label: 'Sentence', type: 'text', sourced: true },
    tokens('r50k_tokens', 'GPT-2', 'r50k_base'),
    tokens('cl100k_tokens', 'GPT-4', 'cl100k_base'),
    tokens('o200k_tokens', 'GPT-4o', 'o200k_base'),
  ],
} as const satisfies DatasetDefinition;
