import type { DatasetDefinition } from '../schema';

export const adaptationMethods = {
  id: 'adaptation-methods',
  title: 'Adaptation methods',
  description:
    'Ways to bend a pre-trained model to a task: what is trained, where it sits, what it costs to train, to store and to run.',
  inclusion:
    'Methods that start from a finished checkpoint and that a paper describes and measures. Alignment by preferences (RLHF, DPO) changes the goal rather than the way of adapting and is left to the text.',
  changes: [
    {
      date: '2026-11-24',
      what: 'DoRA: one length for each output, as in the authors’ code, where the paper’s word “column” had been taken over.',
    },
    { date: '2026-11-23', what: 'First published.' },
  ],
  licence: 'CC BY 4.0',
  columns: [
    { key: 'name', label: 'Method', type: 'text' },
    {
      key: 'family',
      label: 'Family',
      type: 'category',
      options: {
        frozen: 'Frozen features',
        full: 'All weights',
        schedule: 'Schedules',
        selective: 'Some of the weights',
        additive: 'Added modules',
        reparameterised: 'Re-parameterised updates',
        'soft-prompt': 'Learned prompts',
        'in-context': 'In-context',
      },
    },
    { key: 'introduced', label: 'First paper', type: 'year-month', sourced: true },
    { key: 'trains', label: 'What is trained', type: 'text' },
    { key: 'placed', label: 'Where it sits', type: 'text' },
    { key: 'formula', label: 'Formula', type: 'math', optional: true },
    {
      key: 'trainable_share',
      label: 'Trainable share',
      type: 'number',
      unit: 'percent',
      bounds: [0, 100],
      sourced: true,
      description: 'Trained parameters as a share of the model’s, in one published setting.',
    },
    { key: 'share_setting', label: 'Setting of that share', type: 'text', optional: true },
    { key: 'at_inference', label: 'Cost when running', type: 'text' },
    { key: 'storage', label: 'Stored for each task', type: 'text' },
    { key: 'good_for', label: 'Reach for it when', type: 'text' },
    { key: 'limits', label: 'Limits', type: 'text' },
    {
      key: 'library',
      label: 'In a library',
      type: 'text',
      optional: true,
      description: 'The name to look for in a maintained library.',
    },
  ],
} as const satisfies DatasetDefinition;
