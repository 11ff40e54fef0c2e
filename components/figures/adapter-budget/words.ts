/** What the figure says in words: names, numbers, summary and note. */
import { formatNumber, formatScaled } from '@/lib/format';
import { CHOICES, adapted, parameterCount, type Shape } from './formula';
import type { Method, Part, Piece, Setting } from './memory';

export const NAMES: Readonly<Record<Method, string>> = {
  full: 'Full fine-tuning',
  adapters: 'Adapters',
  prefix: 'Prefix tuning',
  lora: 'LoRA',
  dora: 'DoRA',
  qlora: 'QLoRA',
};
export const PART_NAMES: Readonly<Record<Part, string>> = {
  weights: 'Weights',
  gradients: 'Gradients',
  optimiser: 'Optimiser state',
  activations: 'Activations (estimate)',
};
const CHOICE_NAMES: Readonly<Record<string, string>> = {
  'query-value': 'query and value',
  attention: 'all attention matrices',
  linear: 'all linear layers',
};

export const GIGA = 1e9;
/** Gigabytes as a reader wants them: three digits, and no more than a tenth where they are many. */
export const inGigabytes = (bytes: number): string =>
  `${formatNumber(bytes / GIGA, bytes >= 1e12 ? 4 : bytes >= 1e8 ? 3 : 2)} GB`;
export const inPercent = (share: number): string => `${formatNumber(100 * share, 3)}%`;

/** A method with what it trains and keeps. */
export interface Budget {
  method: Method;
  trained: number;
  pieces: readonly Piece[];
  bytes: number;
}

const bytesOf = ({ pieces }: Budget, ...parts: Part[]): number =>
  pieces.filter(({ part }) => parts.includes(part)).reduce((sum, { bytes }) => sum + bytes, 0);

/** What a screen reader hears. */
export function summarise(shape: Shape, setting: Setting, budgets: readonly Budget[]): string {
  const of = (method: Method) => budgets.find((budget) => budget.method === method)!;
  const [full, lora, qlora] = [of('full'), of('lora'), of('qlora')];
  const all = parameterCount(shape);
  const changing = bytesOf(full, 'gradients', 'optimiser') / full.bytes;
  return (
    `${shape.name}, ${formatScaled(all)} weights, ${formatNumber(setting.tokens)} tokens a step. ` +
    `Full fine-tuning needs about ${inGigabytes(full.bytes)}, ${inPercent(changing)} of it gradients and optimiser state. ` +
    `LoRA of rank ${setting.size} on ${CHOICE_NAMES[setting.matrices]} trains ${inPercent(lora.trained / all)} of the weights and needs about ${inGigabytes(lora.bytes)}; ` +
    `its gradients and optimiser state take ${inGigabytes(bytesOf(lora, 'gradients', 'optimiser'))}. QLoRA needs about ${inGigabytes(qlora.bytes)}.`
  );
}

/** What is left out, and what to mind. */
export function noteOf(shape: Shape, setting: Setting, isOwn: boolean): string {
  const tooThick = adapted(shape, CHOICES[setting.matrices] ?? []).some(
    ({ inputs, outputs }) => setting.size * (inputs + outputs) >= inputs * outputs,
  );
  return [
    isOwn
      ? 'Your own shape is counted as a Llama: no biases, a gated feed-forward part, every head with keys of its own, an output matrix apart.'
      : '',
    tooThick ? 'At this rank, thin matrices hold as many numbers as one that they adapt.' : '',
    'Left out: scores over the vocabulary, buffers, fragments and what the software itself takes.',
    setting.isCheckpointed
      ? 'The one layer that is being recomputed comes on top.'
      : 'The estimate of activations assumes that attention maps are not kept; it was made for a feed-forward part four times the width, with dropout, and gated ones differ.',
    'Heads that a task adds are not counted, nor norms trained beside adapters.',
  ]
    .filter(Boolean)
    .join(' ');
}
