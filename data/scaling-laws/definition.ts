import type { DatasetDefinition } from '../schema';

export const scalingLaws = {
  id: 'scaling-laws',
  title: 'Scaling laws: fitted constants',
  description:
    'Every published constant of the scaling laws that the field quotes: one row a constant, with the form it belongs to, its unit, its interval, how it was fitted and where it holds.',
  inclusion:
    'Fits of loss or of the best allocation against parameters, tokens and compute for language models, as printed. Losses and floors of different papers are not comparable: tokenizers and data differ.',
  changes: [
    {
      date: '2026-11-24',
      what: 'One row each of the tables of best sizes by approaches 1 and 2 of Hoffmann et al. 2022.',
    },
    { date: '2026-11-23', what: 'First published.' },
  ],
  licence: 'CC BY 4.0',
  columns: [
    { key: 'constant', label: 'Constant', type: 'text' },
    { key: 'symbol', label: 'Symbol', type: 'math' },
    { key: 'value', label: 'Value', type: 'number', unit: '*', sourced: true },
    { key: 'low', label: 'Low', type: 'number', unit: '*', sourced: true, optional: true },
    { key: 'high', label: 'High', type: 'number', unit: '*', sourced: true, optional: true },
    {
      key: 'interval',
      label: 'Interval',
      type: 'text',
      optional: true,
      description: 'What low and high are.',
    },
    { key: 'fit', label: 'Fit', type: 'text' },
    { key: 'form', label: 'Form', type: 'math' },
    {
      key: 'counts',
      label: 'Parameters counted',
      type: 'category',
      options: {
        'non-embedding': 'Without embeddings',
        total: 'All',
        'flops-per-token': 'FLOPs per token instead',
        unstated: 'Not stated',
      },
    },
    { key: 'data', label: 'Data', type: 'text' },
    { key: 'holds', label: 'Range of the runs', type: 'text' },
    { key: 'fitted', label: 'How fitted', type: 'text' },
    { key: 'caveat', label: 'Caveat', type: 'text', optional: true },
    {
      key: 'fit_id',
      label: 'Fit id',
      type: 'text',
      description: 'The same for all constants of one fit.',
    },
  ],
} as const satisfies DatasetDefinition;
