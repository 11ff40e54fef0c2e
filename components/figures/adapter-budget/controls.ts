/** What the reader can set: first what makes the point, the rest folded away. */
import { formatNumber } from '@/lib/format';
import type { Control, NumberControl } from '@/lib/url-state';

/** The choice that takes its shape from the fields. */
export const OWN = 'own';

const field = (
  key: string,
  label: string,
  [atRest, min, max]: readonly [number, number, number],
): NumberControl & { more: true } => ({
  kind: 'number',
  key,
  label,
  default: atRest,
  min,
  max,
  step: 1,
  input: 'field',
  format: (value) => formatNumber(value, 7),
  more: true,
});

export const controls: readonly Control[] = [
  {
    kind: 'choice',
    key: 'model',
    label: 'Model',
    default: 'llama-2-7b',
    options: [
      { value: 'bert-large', label: 'BERT-Large' },
      { value: 'gpt-2-medium', label: 'GPT-2 medium' },
      { value: 'gpt-2-xl', label: 'GPT-2 XL' },
      { value: 'llama-3-2-3b', label: 'Llama 3.2 3B' },
      { value: 'llama-2-7b', label: 'Llama 2 7B' },
      { value: 'llama-3-8b', label: 'Llama 3 8B' },
      { value: 'llama-65b', label: 'LLaMA 65B' },
      { value: 'llama-2-70b', label: 'Llama 2 70B' },
      { value: 'llama-3-70b', label: 'Llama 3 70B' },
      { value: 'gpt-3', label: 'GPT-3 (175B)' },
      { value: 'llama-3-1-405b', label: 'Llama 3.1 405B' },
      { value: OWN, label: 'Your own shape (More settings)' },
    ],
  },
  {
    kind: 'choice',
    key: 'matrices',
    label: 'LoRA on',
    default: 'query-value',
    options: [
      { value: 'query-value', label: 'Query, value' },
      { value: 'attention', label: 'Attention' },
      { value: 'linear', label: 'All linear' },
    ],
  },
  {
    kind: 'number',
    key: 'size',
    label: 'Rank, adapter width, prefix length',
    default: 16,
    min: 1,
    max: 256,
    step: 1,
    input: 'slider',
    format: (value) => String(Math.round(value)),
  },
  {
    kind: 'number',
    key: 'tokens',
    label: 'Tokens a step',
    default: 4096,
    min: 128,
    max: 1_000_000,
    input: 'log-slider',
    format: (value) => formatNumber(Math.round(value)),
  },
  {
    kind: 'choice',
    key: 'precision',
    label: 'Trained weights',
    default: 'mixed',
    options: [
      { value: 'mixed', label: '16 bits and a 32-bit copy' },
      { value: 'pure', label: '16 bits only' },
    ],
    more: true,
  },
  {
    kind: 'choice',
    key: 'adam',
    label: 'Adam’s averages',
    default: 'adam-32',
    options: [
      { value: 'adam-32', label: '32 bits' },
      { value: 'adam-16', label: '16 bits' },
      { value: 'adam-8', label: '8 bits' },
    ],
    more: true,
  },
  {
    kind: 'toggle',
    key: 'checkpointing',
    label: 'Keep each layer’s input only, recompute the rest',
    default: false,
    more: true,
  },
  field('layers', 'Own shape: layers', [24, 1, 1000]),
  field('width', 'Own shape: width', [2048, 16, 65_536]),
  field('inner', 'Own shape: feed-forward width', [5632, 16, 262_144]),
  field('vocabulary', 'Own shape: vocabulary', [32_000, 100, 1_000_000]),
];
