import type { DatasetDefinition } from '../schema';

const BY = { makers: 'Its makers', others: 'Others' } as const;

export const trainingRuns = {
  id: 'training-runs',
  title: 'What training runs took',
  description:
    'Single training runs with what was published about their electricity, emissions and price, and the chip they ran on. No two figures share a boundary: the notes say what is counted.',
  inclusion:
    'Models of the dataset of models with known training compute and chip, for which a figure of at least one kind was read.',
  changes: [{ date: '2026-11-24', what: 'First published.' }],
  licence: 'CC BY 4.0',
  columns: [
    { key: 'name', label: 'Run', type: 'text' },
    { key: 'model', label: 'Model', type: 'reference', of: 'models' },
    {
      key: 'chip',
      label: 'Chip',
      type: 'category',
      options: {
        v100: 'NVIDIA V100',
        a100: 'NVIDIA A100',
        h100: 'NVIDIA H100',
        h800: 'NVIDIA H800',
        'tpu-v3': 'Google TPU v3',
        'tpu-v4': 'Google TPU v4',
      },
      sourced: true,
    },
    {
      key: 'energy',
      label: 'Electricity',
      type: 'number',
      unit: 'MWh',
      bounds: [1e-3, 1e7],
      sourced: true,
      description: 'For the final run. With or without servers and building: see each note.',
    },
    {
      key: 'energy_by',
      label: 'Electricity given by',
      type: 'category',
      options: BY,
      optional: true,
    },
    {
      key: 'emissions',
      label: 'Emissions',
      type: 'number',
      unit: 'tonnes CO₂e',
      bounds: [0, 1e7],
      sourced: true,
      description: 'Of the electricity, without the making of the machines; location-based.',
    },
    {
      key: 'emissions_by',
      label: 'Emissions given by',
      type: 'category',
      options: BY,
      optional: true,
    },
    {
      key: 'price',
      label: 'Price',
      type: 'number',
      unit: 'US dollars',
      bounds: [1, 1e10],
      sourced: true,
      description: 'Of computing time at a rental price; the lower end where there are two.',
    },
    {
      key: 'price_high',
      label: 'Price, upper end',
      type: 'number',
      unit: 'US dollars',
      bounds: [1, 1e10],
      sourced: true,
      optional: true,
    },
    { key: 'price_by', label: 'Price given by', type: 'category', options: BY, optional: true },
  ],
} as const satisfies DatasetDefinition;
