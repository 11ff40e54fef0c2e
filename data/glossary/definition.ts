import type { DatasetDefinition } from '../schema';

export const glossary = {
  id: 'glossary',
  title: 'Glossary',
  description: 'The field’s terms, each in a sentence or two.',
  inclusion: 'Terms that a chapter uses in a technical sense.',
  changes: [
    { date: '2026-11-24', what: 'DoRA: one length for each output, as in the authors’ code.' },
    { date: '2026-11-23', what: 'First published.' },
  ],
  licence: 'CC BY 4.0',
  columns: [
    { key: 'term', label: 'Term', type: 'text' },
    { key: 'definition', label: 'Definition', type: 'text' },
    { key: 'also', label: 'Also called', type: 'text', optional: true },
    { key: 'see', label: 'See also', type: 'references', of: 'glossary', optional: true },
  ],
} as const satisfies DatasetDefinition;
