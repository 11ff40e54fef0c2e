/** What a run of the lab finds. Texts are measured in bits per character: lower is better. */
import type { MethodId } from './methods';

/** Of text that was held out: of the old domain, and of the new one. */
export interface Bits {
  old: number;
  new: number;
}

/** The model before it learns anything new, which all methods begin with: on the whole of both tests. */
export interface StartRecord extends Bits {
  kind: 'start';
}

/** On the way, on a part of both tests. */
export interface ScoreRecord extends Bits {
  kind: 'score';
  method: MethodId;
  /** Steps taken. */
  step: number;
}

/** How much the weights of a part matter for the old text. */
export interface FisherPart {
  /** “embedding”, “positions”, “final”, or a layer and a part of it: “0.attention”. */
  part: string;
  weights: number;
  /** Mean Fisher information of its weights, in nats² a text over the weight’s unit squared. */
  mean: number;
  /** Its sum as a share of the sum over all weights. */
  share: number;
}

export interface FisherRecord {
  kind: 'fisher';
  /** Texts that it was estimated from, and tokens in each. */
  texts: number;
  length: number;
  parts: readonly FisherPart[];
  /** The weights that matter most, the first first. */
  most: readonly {
    name: string;
    /** Index along each axis. */
    at: readonly number[];
    value: number;
    /** What the row of an embedding stands for. */
    token?: string;
  }[];
  /** The share of all Fisher information that the most important weights have, by their share of the weights. */
  held: readonly { top: number; share: number }[];
}

/** What a method came to, on the whole of both tests, and what it took. */
export interface EndRecord extends Bits {
  kind: 'end';
  method: MethodId;
  /** Mean over the last steps, in nats, with the springs where there are any. */
  loss: number;
  /** Weights that were trained. */
  trained: number;
  /** Bytes to be kept while training, besides model and optimizer: old weights, Fisher, old text. */
  anchorBytes: number;
  fisherBytes: number;
  textBytes: number;
  /** Milliseconds a step, without the first. */
  stepMs: number;
}

/** A text that the model wrote; without a method, before it learned anything new. */
export interface TextRecord {
  kind: 'text';
  method?: MethodId;
  of: 'old' | 'new';
  prompt: string;
  text: string;
}

export type ForgetRecord = StartRecord | ScoreRecord | FisherRecord | EndRecord | TextRecord;
