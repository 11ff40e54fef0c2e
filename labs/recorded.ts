/** Runs that were recorded with Node, to be shown before a reader runs anything. */
import type { LabId } from './lab';
import type { Receipt } from './receipt';

export interface RecordedRun {
  receipt: Receipt;
  records: readonly unknown[];
  /** What it ran on. */
  processor: string;
  /** YYYY-MM-DD. */
  date: string;
}

/** Where the recorded run of a lab's default settings is, under `public/`. */
export const recordedFile = (id: LabId) => `/labs/recorded/${id}.json`;
