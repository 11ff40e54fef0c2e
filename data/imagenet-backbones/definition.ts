import type { DatasetDefinition } from '../schema';

export const imagenetBackbones = {
  id: 'imagenet-backbones',
  title: 'ImageNet backbones: results by protocol',
  description:
    'Published ImageNet error rates of the networks that others started from. A row is one result, not one network: it says how many networks voted, how many crops of each image they saw, and on which images they were scored.',
  inclusion:
    'Convolutional networks that became standard starting points between 2012 and 2017, and a few later reference points. A result is in only with its protocol. Numbers of different protocols do not belong in one ranking.',
  updated: '2026-11-23',
  licence: 'CC BY 4.0',
  columns: [
    { key: 'model', label: 'Model', type: 'reference', of: 'models', optional: true, description: 'The network’s row in the models dataset, where it has one.' },
    { key: 'name', label: 'Network', type: 'text' },
    { key: 'key_idea', label: 'Key idea', type: 'text' },
    {
      key: 'protocol',
      label: 'Protocol',
      type: 'category',
      options: {
        'single-crop': 'One network, one crop',
        'multi-crop': 'One network, many crops',
        ensemble: 'Several networks',
      },
    },
    { key: 'split', label: 'Scored on', type: 'category', options: { validation: 'Validation', test: 'Test' } },
    {
      key: 'trained_by',
      label: 'Trained by',
      type: 'category',
      options: { authors: 'The paper’s authors', others: 'Others, re-trained' },
    },
    { key: 'pretraining_data', label: 'Training data', type: 'text' },
    { key: 'ilsvrc_entry', label: 'Contest entry', type: 'boolean', description: 'This very number was entered in the ILSVRC contest.' },
    { key: 'released', label: 'Released', type: 'year-month', sourced: true },
    { key: 'networks', label: 'Networks', type: 'number', unit: 'networks', bounds: [1, 20], sourced: true },
    { key: 'crops', label: 'Crops', type: 'number', unit: 'crops', bounds: [1, 1000], sourced: true },
    { key: 'layers', label: 'Weight layers', type: 'number', unit: 'layers', bounds: [1, 2000], sourced: true },
    { key: 'parameters', label: 'Parameters', type: 'number', unit: 'parameters', bounds: [1e5, 1e10], sourced: true, description: 'Of one network; empty where the members of an ensemble differ.' },
    { key: 'top1_error', label: 'Top-1 error', type: 'number', unit: 'percent', bounds: [5, 60], sourced: true },
    { key: 'top5_error', label: 'Top-5 error', type: 'number', unit: 'percent', bounds: [1, 40], sourced: true },
  ],
} as const satisfies DatasetDefinition;
