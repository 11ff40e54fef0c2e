/** What a run of the lab finds. */
import type { KindId } from './ways';

/** A model made smaller in one way and to one degree, or the original. */
export interface MarkRecord {
  kind: 'mark';
  /** “int4-block”; the original is “original”. */
  id: string;
  way: KindId;
  /** To what degree: “blocks of 64”, “half of the weights”. Empty for the original. */
  how: string;
  /** What its weights take in a file, without the file’s header. */
  diskBytes: number;
  /** What its weights take while it runs here: 32-bit floats, zeros included. */
  memoryBytes: number;
  /** Numbers that are kept; a zero of a pruned matrix is not. */
  weights: number;
  /** Bits per character on text that the model has not read. */
  bits: number;
  /** Time of a forward pass as a share of the original’s in the same run, where less is computed. */
  time?: number;
}

/** What the model writes on; all models draw from the same seed. */
export interface TextRecord {
  kind: 'text';
  id: string;
  prompt: string;
  text: string;
}

export type CompressRecord = MarkRecord | TextRecord;
