/** What a task of the lab must offer to be learned by every method. */
import type { Tensors } from '../engine/backend';
import type { Objective } from '../engine/objectives';
import type { Weights } from '../engine/weights';
import type { Random } from '@/lib/seeded';

export interface Task<Batch = unknown> {
  /** Weights beside those of the base: a new last layer, if the task needs one. */
  head: Weights;
  objective: Objective<Batch>;
  /** A batch of the examples to learn from. */
  batch: (random: Random) => Batch;
  /** Tokens that the model reads in a batch. */
  tokensInBatch: number;
  /** To be called once for each method: what it compiles fits one set of weights. */
  makeJudge: () => Judge;
  /** The score without training: examples stand in the prompt. */
  inContext: (pulse: Pulse) => Promise<number>;
  /** A few words of the adapted model, where the task is to write. */
  write?: (weights: Weights) => Promise<{ prompt: string; text: string }>;
}

/** To be awaited between pieces of work: lets the run be paused. */
export type Pulse = () => Promise<void>;

export interface Judge {
  /**
   * @param weights makes tensors of all weights, which are consumed
   * @param part a part on the way, all at the end
   */
  score: (weights: () => Tensors, part: 'some' | 'all', pulse: Pulse) => Promise<number>;
  dispose: () => void;
}
