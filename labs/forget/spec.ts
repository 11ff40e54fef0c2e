import { formatNumber } from '@/lib/format';
import { DEVICE, SEED } from '../controls';
import type { LabSpec } from '../lab';
import { NEW } from './domains';
import { METHODS } from './methods';

export const spec: LabSpec = {
  id: 'forget',
  v: 1,
  title: 'What does new text cost the old?',
  question:
    'A model that has read a dictionary learns to read something else: how much of the dictionary does it lose, and which remedy keeps more of it?',
  controls: [
    {
      kind: 'choice',
      key: 'domain',
      label: 'New text',
      default: 'moby-dick',
      options: Object.entries(NEW).map(([value, { label }]) => ({ value, label })),
    },
    {
      kind: 'set',
      key: 'methods',
      label: 'Ways to learn it',
      default: ['plain', 'rehearsal', 'ewc'],
      options: METHODS.map(({ id, label }) => ({ value: id, label })),
    },
    {
      kind: 'number',
      key: 'rehearsal',
      label: 'Old text in rehearsal',
      default: 25,
      min: 1,
      max: 90,
      step: 1,
      input: 'slider',
      format: (value) => `${value}%`,
    },
    {
      kind: 'number',
      key: 'strength',
      label: 'Strength λ of EWC',
      default: 1,
      min: 0.001,
      max: 1000,
      input: 'log-slider',
      format: (value) => formatNumber(value, 3),
    },
    {
      kind: 'number',
      key: 'rank',
      label: 'Rank of LoRA',
      default: 8,
      min: 1,
      max: 32,
      step: 1,
      input: 'slider',
      format: String,
      more: true,
    },
    {
      kind: 'number',
      key: 'steps',
      label: 'Steps of training',
      default: 60,
      min: 10,
      max: 400,
      step: 10,
      input: 'slider',
      format: String,
      more: true,
    },
    {
      kind: 'number',
      key: 'rate',
      label: 'Learning rate, times',
      default: 1,
      min: 0.01,
      max: 10,
      input: 'log-slider',
      format: (value) => `× ${formatNumber(value, 3)}`,
      more: true,
    },
    SEED,
    DEVICE,
  ],
};
