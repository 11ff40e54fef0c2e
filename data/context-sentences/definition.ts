import type { DatasetDefinition } from '../schema';

export const contextSentences = {
  id: 'context-sentences',
  title: 'Six words in sentences of two senses each',
  description:
    'Sentences that end with a word of several senses, in pairs: the last words before it are the same in both, what tells the sense stands further ahead.',
  inclusion:
    'Words with two senses that have little to do with each other, both common among WordNet’s definitions, on which the small model of this site was trained. The sentences were written for this site; none is from WordNet. What tells the sense stands before the word, because that model reads from left to right only. Within one sense no telling word comes twice.',
  changes: [{ date: '2026-11-24', what: 'First published.' }],
  licence: 'CC BY 4.0',
  columns: [
    { key: 'word', label: 'Word', type: 'text' },
    { key: 'sense_1', label: 'One sense', type: 'text' },
    { key: 'sentence_1', label: 'Sentence', type: 'text' },
    { key: 'sense_2', label: 'Other sense', type: 'text' },
    { key: 'sentence_2', label: 'Sentence with the same last words', type: 'text' },
  ],
} as const satisfies DatasetDefinition;
