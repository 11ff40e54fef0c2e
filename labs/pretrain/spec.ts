import { formatNumber } from '@/lib/format';
import { DEVICE, SEED } from '../controls';
import type { LabSpec } from '../lab';

export const spec: LabSpec = {
  id: 'pretrain',
  v: 1,
  title: 'What does a model learn from text alone?',
  question:
    'Nobody tells it anything; it only guesses the next piece of a text, or a hidden one. What does it know after a minute of that?',
  controls: [
    {
      kind: 'choice',
      key: 'objective',
      label: 'It guesses',
      default: 'causal',
      options: [
        { value: 'causal', label: 'What comes next' },
        { value: 'masked', label: 'What is hidden' },
      ],
    },
    {
      kind: 'choice',
      key: 'start',
      label: 'It starts from',
      default: 'scratch',
      options: [
        { value: 'scratch', label: 'Random weights' },
        { value: 'shipped', label: 'The shipped checkpoint' },
      ],
    },
    {
      kind: 'choice',
      key: 'corpus',
      label: 'It reads',
      default: 'definitions',
      options: [
        { value: 'definitions', label: 'Definitions' },
        { value: 'addresses', label: 'Addresses' },
        { value: 'moby-dick', label: 'Moby-Dick' },
        { value: 'own', label: 'Your own text' },
      ],
    },
    {
      kind: 'number',
      key: 'steps',
      label: 'Steps of training',
      default: 400,
      min: 10,
      max: 10_000,
      input: 'log-slider',
      format: (value) => formatNumber(Math.round(value)),
    },
    {
      kind: 'choice',
      key: 'width',
      label: 'Width, from random weights',
      default: '64',
      options: ['32', '64', '128'].map((value) => ({ value, label: value })),
      more: true,
    },
    {
      kind: 'number',
      key: 'layers',
      label: 'Layers, from random weights',
      default: 2,
      min: 1,
      max: 4,
      step: 1,
      input: 'slider',
      format: String,
      more: true,
    },
    SEED,
    DEVICE,
  ],
};
