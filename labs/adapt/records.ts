/** What a run of the lab finds. */
import type { MethodId } from './methods';

/** How well a method does on the way, on a part of the test. */
export interface ScoreRecord {
  kind: 'score';
  method: MethodId;
  /** Steps taken. */
  step: number;
  /** Accuracy in percent, or bits per character. */
  score: number;
}

/** What a method came to, asked at length, and what it took. */
export interface EndRecord {
  kind: 'end';
  method: MethodId;
  score: number;
  /** Mean over the last steps, in nats. */
  loss: number;
  /** Weights that were trained, those of a new last layer included. */
  trained: number;
  /** Bytes of the optimizer's two averages. */
  optimiserBytes: number;
  /** Bytes to keep for this task besides the base. */
  storedBytes: number;
  /** Bytes of the weights that stay as they are, while the others are trained. */
  frozenBytes: number;
  /** Milliseconds a step, without the first. */
  stepMs: number;
}

/** A text that the adapted model wrote. */
export interface TextRecord {
  kind: 'text';
  method: MethodId;
  prompt: string;
  text: string;
}

/** What model the warm ones started from, where it is the reader's own. */
export interface BaseRecord {
  kind: 'base';
  about: string;
}

export type AdaptRecord = BaseRecord | ScoreRecord | EndRecord | TextRecord;
