import type { DatasetDefinition } from '../schema';

export const modalities = {
  id: 'modalities',
  title: 'Modalities',
  description:
    'What pre-trained models take in besides text: how each kind of data becomes numbers, what is predicted, and how much of it has been used.',
  inclusion:
    'Kinds of data, and pairs of them, for which a reusable pre-trained model has been published.',
  changes: [
    {
      date: '2026-11-24',
      what: 'One early model each for six kinds that the table of models lacks; DNABERT dated by its preprint.',
    },
    { date: '2026-11-23', what: 'First published.' },
  ],
  licence: 'CC BY 4.0',
  columns: [
    { key: 'name', label: 'Modality', type: 'text' },
    { key: 'unit_of_data', label: 'How it becomes numbers', type: 'text' },
    { key: 'predicted', label: 'What is predicted', type: 'text' },
    {
      key: 'objectives',
      label: 'Objectives',
      type: 'references',
      of: 'objectives',
      optional: true,
    },
    { key: 'models', label: 'Models', type: 'references', of: 'models', optional: true },
    { key: 'other_models', label: 'Other models', type: 'text', optional: true },
    {
      key: 'early_model',
      label: 'An early model',
      type: 'text',
      optional: true,
      description: 'Where the table of models has none, or only later ones.',
    },
    {
      key: 'early_released',
      label: 'Released',
      type: 'year-month',
      sourced: true,
      optional: true,
    },
    {
      key: 'early_parameters',
      label: 'Parameters',
      type: 'number',
      unit: 'parameters',
      bounds: [1e3, 1e13],
      sourced: true,
      optional: true,
    },
    { key: 'data', label: 'A training set', type: 'text' },
    {
      key: 'data_size',
      label: 'Size of that set',
      type: 'number',
      unit: '*',
      bounds: [1, 1e16],
      sourced: true,
    },
    { key: 'adapted_to', label: 'Adapted to', type: 'text' },
    { key: 'caution', label: 'Mind', type: 'text' },
  ],
} as const satisfies DatasetDefinition;
