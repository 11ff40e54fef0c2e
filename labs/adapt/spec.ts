import { formatNumber } from '@/lib/format';
import { DEVICE, SEED } from '../controls';
import type { LabSpec } from '../lab';
import { METHODS, TASKS } from './methods';

export const spec: LabSpec = {
  id: 'adapt',
  v: 1,
  title: 'What did pre-training buy?',
  question:
    'Given a hundred labelled examples, how far does a model come from scratch, and how far from a checkpoint?',
  controls: [
    {
      kind: 'choice',
      key: 'task',
      label: 'Task',
      default: 'kinds',
      options: Object.entries(TASKS).map(([value, { label }]) => ({ value, label })),
    },
    {
      kind: 'set',
      key: 'methods',
      label: 'Ways to adapt',
      default: ['scratch', 'full', 'lora'],
      options: METHODS.map(({ id, label }) => ({ value: id, label })),
    },
    {
      kind: 'choice',
      key: 'start',
      label: 'Pre-trained model',
      default: 'shipped',
      options: [
        { value: 'shipped', label: 'The shipped one' },
        { value: 'own', label: 'Your own' },
      ],
    },
    {
      kind: 'number',
      key: 'examples',
      label: 'Labelled examples',
      default: 100,
      min: 10,
      max: 1000,
      input: 'log-slider',
      format: (value) => formatNumber(Math.round(value)),
    },
    {
      kind: 'number',
      key: 'size',
      label: 'Rank, adapter width, prompt length',
      default: 8,
      min: 1,
      max: 32,
      step: 1,
      input: 'slider',
      format: String,
    },
    {
      kind: 'number',
      key: 'steps',
      label: 'Steps of training',
      default: 80,
      min: 10,
      max: 400,
      step: 10,
      input: 'slider',
      format: String,
      more: true,
    },
    SEED,
    DEVICE,
  ],
};
