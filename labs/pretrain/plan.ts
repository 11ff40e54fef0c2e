/** Settings as the lab's run reads them. */
import { CORPORA, type CorpusId } from '../corpora';
import type { OptimiserConfig } from '../engine/optimiser';
import type { TransformerConfig } from '../engine/transformer';
import type { Settings } from '../lab';
import type { Training } from '../training';

export interface Plan extends Training {
  /** Of a model from scratch. */
  width: number;
  layers: number;
}

/** Tokens in a row that are read at once, and rows in a batch. */
export const SHAPE = { batch: 8, length: 64 };
/** Heads of a model from scratch. */
const HEADS = 4;
/** The highest rate from scratch for width 1; it falls with the root of the width. */
const FRESH_RATE = 0.08;
/** The highest rate from the checkpoint: lower, since there is something to lose. */
const WARM_RATE = 1e-3;

const isCorpus = (id: unknown): id is CorpusId => typeof id === 'string' && id in CORPORA;

export const planOf = (settings: Settings): Plan => ({
  objective: settings.objective === 'masked' ? 'masked' : 'causal',
  start: settings.start === 'shipped' ? 'shipped' : 'scratch',
  corpus: isCorpus(settings.corpus) ? settings.corpus : 'own',
  width: Number(settings.width),
  layers: Math.round(Number(settings.layers)),
  steps: Math.round(Number(settings.steps)),
  seed: Math.round(Number(settings.seed)),
});

/** Guessing the next token, a place must not see what follows; guessing what is hidden, it may. */
export const attentionFor = ({ objective }: Pick<Plan, 'objective'>) =>
  objective === 'masked' ? 'both' : 'causal';

/** @param vocabulary tokens of the tokenizer, and the one that hides */
export const modelFor = (plan: Plan, vocabulary: number): TransformerConfig => ({
  vocabulary,
  context: SHAPE.length,
  width: plan.width,
  layers: plan.layers,
  heads: HEADS,
  attention: attentionFor(plan),
  norm: 'layer',
});

/**
 * Standard deviation of fresh weights: a sum over the width then keeps its size (LeCun et al. 1998,
 * Section 4.6). With GPT-2's 0.02 a narrow model stays long at guessing what is frequent.
 */
export const spreadFor = ({ width }: Pick<Plan, 'width'>): number => 1 / Math.sqrt(width);

export const optimiserFor = ({
  start,
  width,
  steps,
}: Pick<Plan, 'start' | 'width' | 'steps'>): OptimiserConfig => ({
  rate: start === 'scratch' ? FRESH_RATE / Math.sqrt(width) : WARM_RATE,
  warmUp: Math.max(1, Math.min(100, Math.round(steps / 10))),
  final: 0.1,
  steps,
  beta1: 0.9,
  beta2: 0.99,
  decay: 0.1,
  clip: 1,
});
