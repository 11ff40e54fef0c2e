import type { DatasetDefinition } from '../schema';

const cosine = <Key extends string>(key: Key, label: string, description: string) =>
  ({
    key,
    label,
    type: 'number',
    unit: 'cosine',
    bounds: [-1, 1],
    sourced: true,
    description,
  }) as const;

export const contextSimilarities = {
  id: 'context-similarities',
  title: 'One word in many sentences, layer by layer',
  description:
    'How alike the vectors are that the small model of this site computes for one word in sentences of two senses, after each of its layers: within a sense, across senses, and across senses with the same words just before.',
  inclusion:
    'Every word of the dataset of sentences, after every layer; layer 0 is the sum of embedding and position. The vector is that of the word’s last token. All sentences stand behind the same text, cut so that the word is always at the same place: position cannot tell the senses apart, and layer 0 is the same in all sentences. Cosines within and across senses are between vectors less the mean of the word’s vectors in that layer, so unrelated vectors come out slightly below zero. One small model shows nothing about large ones.',
  changes: [{ date: '2026-11-24', what: 'First published.' }],
  licence: 'CC BY 4.0',
  columns: [
    { key: 'word', label: 'Word', type: 'text' },
    {
      key: 'layer',
      label: 'Layer',
      type: 'category',
      options: { 0: '0', 1: '1', 2: '2', 3: '3', 4: '4' },
    },
    cosine('whole', 'Any two sentences', 'Mean cosine of every two vectors as they are.'),
    cosine(
      'same',
      'Same sense',
      'Mean cosine, less the mean vector, of two sentences of one sense.',
    ),
    cosine(
      'other',
      'Other sense',
      'The same of two sentences of different senses, with other words just before the word.',
    ),
    cosine(
      'twin',
      'Other sense, same last words',
      'The same of two sentences of different senses, with the same words just before the word.',
    ),
    {
      key: 'nearest',
      label: 'Nearest neighbour of the same sense',
      type: 'number',
      unit: 'percent',
      bounds: [0, 100],
      sourced: true,
      description:
        'Share of the sentences whose nearest neighbour, less the mean vector, is of the same sense. A sentence with the same last words is left out, so chance is one half.',
    },
  ],
} as const satisfies DatasetDefinition;
