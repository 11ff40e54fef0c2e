/**
 * What a lab is: settings, and a run that yields what it finds. A run is the same in a worker of
 * the browser and in Node; what it found is kept as records, which pages draw and receipts sum up.
 */
import type { Control, FigureState } from '@/lib/url-state';

export const LAB_IDS = ['pretrain', 'adapt', 'forget', 'compress'] as const;
export type LabId = (typeof LAB_IDS)[number];
export const isLabId = (id: string): id is LabId => (LAB_IDS as readonly string[]).includes(id);

export type Settings = FigureState;

export interface LabSpec {
  id: LabId;
  /** Counts up when the same settings would give another run. */
  v: number;
  title: string;
  /** The question that a run answers. */
  question: string;
  /** Their keys and values are addresses. */
  controls: readonly Control[];
}

export const PHASES = {
  loading: 'Loading',
  compiling: 'Compiling the first step',
  training: 'Training',
  measuring: 'Measuring',
} as const;
export type Phase = keyof typeof PHASES;

/** How a run stands. */
export interface Progress {
  phase: Phase;
  /** Of the whole run, from 0 to 1. */
  share: number;
  /** What it is busy with: “LoRA, step 12 of 60”. */
  doing: string;
  /** Of the last batch, in nats. */
  loss?: number;
  tokensPerSecond?: number;
}

/** Named numbers that a run ends with: equal for equal settings. */
export type Metrics = Readonly<Record<string, number>>;

export interface RunContext {
  /** A file of `public/labs/`, or one of the reader's own (`own/…`). @throws Error when it cannot be had */
  file: (name: string) => Promise<Uint8Array>;
  /** Keeps a file of the reader's own (`own/…`) on this machine, for later runs. */
  keep: (name: string, bytes: Uint8Array) => Promise<void>;
  /** To be awaited between steps: says how it stands, and waits while the run is paused. */
  tick: (progress: Progress) => Promise<void>;
  /** Milliseconds since some moment. */
  now: () => number;
}

export interface Lab<Record> {
  run: (settings: Settings, context: RunContext) => AsyncGenerator<Record, void, undefined>;
  metrics: (records: readonly Record[]) => Metrics;
}
