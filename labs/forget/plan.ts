/** Settings as the lab's run reads them. */
import type { Adaptation } from '../engine/adaptation';
import type { OptimiserConfig } from '../engine/optimiser';
import type { TransformerConfig } from '../engine/transformer';
import type { Settings } from '../lab';
import { NEW, type NewId } from './domains';
import { METHODS, methodOf, type MethodId } from './methods';

export interface Plan {
  domain: NewId;
  methods: readonly MethodId[];
  /** Share of the old text in a batch of rehearsal, from 0 to 1. */
  rehearsal: number;
  /** λ of EWC. */
  strength: number;
  /** Rank of LoRA. */
  rank: number;
  steps: number;
  /** What the highest rate of every method is multiplied by. */
  rate: number;
  seed: number;
}

export function planOf(settings: Settings): Plan {
  const wanted = Array.isArray(settings.methods) ? (settings.methods as readonly string[]) : [];
  const domain = String(settings.domain);
  return {
    domain: domain in NEW ? (domain as NewId) : 'moby-dick',
    methods: METHODS.map(({ id }) => id).filter((id) => wanted.includes(id)),
    rehearsal: Number(settings.rehearsal) / 100,
    strength: Number(settings.strength),
    rank: Math.round(Number(settings.rank)),
    steps: Math.round(Number(settings.steps)),
    rate: Number(settings.rate),
    seed: Math.round(Number(settings.seed)),
  };
}

/** LoRA's alpha: the change counts alpha / rank times. */
const ALPHA = 16;

/** What the engine is asked to do; the last layer trains as part of the whole, see `trainsIn`. */
export const adaptationFor = (method: MethodId, { rank }: Pick<Plan, 'rank'>): Adaptation =>
  method === 'lora'
    ? { method: 'lora', rank, alpha: ALPHA, matrices: 'linear' }
    : { method: 'full' };

/** Of the weights that an adaptation trains, those that move. */
export const trainsIn =
  (method: MethodId, { layers }: Pick<TransformerConfig, 'layers'>) =>
  (name: string): boolean =>
    method !== 'top' || name.startsWith(`layer.${layers - 1}.`) || name.startsWith('final.');

export const optimiserFor = (
  method: MethodId,
  { steps, rate }: Pick<Plan, 'steps' | 'rate'>,
): OptimiserConfig => ({
  rate: rate * methodOf(method).rate,
  warmUp: Math.max(1, Math.round(steps / 10)),
  final: 0.1,
  steps,
  beta1: 0.9,
  beta2: 0.99,
  // No pull towards zero: what pulls back to the old weights should be the method alone.
  decay: 0,
  clip: 1,
});
