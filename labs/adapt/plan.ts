/** Settings as the lab's run reads them. */
import type { Adaptation } from '../engine/adaptation';
import type { OptimiserConfig } from '../engine/optimiser';
import type { TransformerConfig } from '../engine/transformer';
import type { BaseName } from '../base';
import type { Settings } from '../lab';
import { METHODS, methodOf, type MethodId, type TaskId } from './methods';

export interface Plan {
  task: TaskId;
  /** Which model the warm ones start from. */
  start: BaseName;
  methods: readonly MethodId[];
  /** Labelled examples to learn from. */
  examples: number;
  /** Rank of LoRA, width of adapters, length of prefix and prompt. */
  size: number;
  steps: number;
  seed: number;
}

export function planOf(settings: Settings): Plan {
  const task = settings.task === 'write' ? 'write' : 'kinds';
  const wanted = Array.isArray(settings.methods) ? (settings.methods as readonly string[]) : [];
  return {
    task,
    start: settings.start === 'own' ? 'own' : 'shipped',
    methods: METHODS.filter(
      (method) => wanted.includes(method.id) && (!('only' in method) || method.only === task),
    ).map(({ id }) => id),
    examples: Math.round(Number(settings.examples)),
    size: Math.round(Number(settings.size)),
    steps: Math.round(Number(settings.steps)),
    seed: Math.round(Number(settings.seed)),
  };
}

/** Why a plan asks what a model that reads both ways cannot do; nothing where it can. */
export function refusal(
  { task, methods }: Pick<Plan, 'task' | 'methods'>,
  { attention }: Pick<TransformerConfig, 'attention'>,
): string | undefined {
  const needs = 'Train one that guesses what comes next, or choose';
  if (attention === 'causal') return undefined;
  if (task === 'write')
    return `your own model guesses hidden tokens, so it cannot write on. ${needs} the other task`;
  if (methods.includes('in-context'))
    return `your own model guesses hidden tokens, so it cannot say how likely a text is, as “In-context” asks. ${needs} other ways`;
  return undefined;
}

/** LoRA's alpha: the change counts alpha / rank times. */
const ALPHA = 16;
/** Weights that share a scale in NF4. */
const BLOCK = 64;

/** What the engine is asked to do for a method; in-context learning asks nothing of it. */
export function adaptationFor(
  method: Exclude<MethodId, 'in-context'>,
  { size }: Pick<Plan, 'size'>,
): Adaptation {
  const low = { rank: size, alpha: ALPHA, matrices: 'query-value' } as const;
  switch (method) {
    case 'adapters':
      return { method, width: size };
    case 'prefix':
    case 'prompt':
      return { method, length: size };
    case 'lora':
    case 'dora':
      return { method, ...low };
    case 'qlora':
      return { method, block: BLOCK, ...low };
    case 'gradual':
      // The factor is Howard and Ruder's; all layers move from half of the training on.
      return { method, factor: 2.6, until: 0.5 };
    default:
      return { method };
  }
}

export const optimiserFor = (method: MethodId, steps: number): OptimiserConfig => ({
  rate: methodOf(method).rate,
  warmUp: Math.max(1, Math.round(steps / 10)),
  final: 0.1,
  steps,
  beta1: 0.9,
  beta2: 0.99,
  decay: 0.01,
  clip: 1,
});
