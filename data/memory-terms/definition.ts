import type { DatasetDefinition } from '../schema';

export const memoryTerms = {
  id: 'memory-terms',
  title: 'What training keeps in memory',
  description:
    'Every term that the calculator of memory adds up: weights, gradients, optimiser state and activations, with what each takes and where the number is from.',
  inclusion:
    'Terms that grow with a model’s weights or with the tokens of a step. Scores over the vocabulary, buffers, fragments and the memory of the software itself are left out: they depend on the code.',
  changes: [{ date: '2026-11-24', what: 'First published.' }],
  licence: 'CC BY 4.0',
  columns: [
    { key: 'name', label: 'Kept in memory', type: 'text' },
    {
      key: 'part',
      label: 'Part',
      type: 'category',
      options: {
        weights: 'Weights',
        gradients: 'Gradients',
        optimiser: 'Optimiser state',
        activations: 'Activations (estimate)',
      },
    },
    {
      key: 'when',
      label: 'Counted when',
      type: 'category',
      options: {
        always: 'Always',
        trained: 'The weight is trained',
        mixed: 'Trained in mixed precision',
        'adam-32': 'Adam in 32 bits',
        'adam-16': 'Adam in 16 bits',
        'adam-8': 'Adam in 8 bits',
        nf4: 'QLoRA',
        'trains-query-key-value': 'One of these matrices is trained or adapted',
        'trains-attention-output': 'This matrix is trained or adapted',
        'trains-feed-forward-in': 'This matrix is trained or adapted (first)',
        'trains-feed-forward-out': 'This matrix is trained or adapted (last)',
        adapters: 'Adapters',
        checkpointing: 'Checkpointing, in place of all other activations',
      },
    },
    {
      key: 'amount',
      label: 'Takes',
      type: 'number',
      unit: '*',
      bounds: [1, 1000],
      sourced: true,
    },
    { key: 'per', label: 'For each', type: 'text' },
  ],
} as const satisfies DatasetDefinition;
