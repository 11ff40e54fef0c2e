/** Carries out a run: the same in a worker and in Node. What differs is how files are read and news told. */
import { start, type Device } from './engine/backend';
import type { Lab, LabId, Progress, RunContext, Settings } from './lab';
import type { News } from './protocol';

export const LABS: { readonly [Id in LabId]: () => Promise<Lab<unknown>> } = {
  pretrain: async () => (await import('./pretrain/lab')).lab as Lab<unknown>,
  adapt: async () => (await import('./adapt/lab')).lab as Lab<unknown>,
  forget: async () => (await import('./forget/lab')).lab as Lab<unknown>,
  compress: async () => (await import('./compress/lab')).lab as Lab<unknown>,
};

interface Host {
  read: (name: string) => Promise<Uint8Array>;
  /** Without it nothing is kept. */
  keep?: (name: string, bytes: Uint8Array) => Promise<void>;
  tell: (news: News) => void;
  /** Settles when the run may go on: at once, or when a pause is over. */
  gate: () => Promise<void>;
}

/** Progress is told at most so often; a step of a small model is shorter. */
const TELL_EVERY = 100;

const hex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** What an error says for a reader. */
export const wordsOf = (error: unknown): string =>
  String(error instanceof Error ? error.message : error);

/** One hash for several files, whatever the order in which they came. */
async function hashOf(files: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const lines = await Promise.all(
    [...files].map(async ([name, bytes]) => {
      const hash = await crypto.subtle.digest('SHA-256', bytes.slice());
      return `${name} ${hex(hash)}`;
    }),
  );
  const all = new TextEncoder().encode(lines.sort().join('\n'));
  return hex(await crypto.subtle.digest('SHA-256', all));
}

const keepNothing = async () => {};

/**
 * Runs a lab to its end and tells all that happens; a failure is told, not thrown.
 * A replay may be of anybody's receipt, so it keeps nothing as the reader's own.
 * @returns whether it came to its end
 */
export async function runLab(
  { lab: id, settings, isReplay = false }: { lab: LabId; settings: Settings; isReplay?: boolean },
  device: Device,
  { read, keep = keepNothing, tell, gate }: Host,
): Promise<boolean> {
  const files = new Map<string, Uint8Array>();
  const since = performance.now();
  let paused = 0;
  let told = -Infinity;
  let phase: Progress['phase'] | undefined;
  const elapsed = () => performance.now() - since - paused;
  const tick = async (progress: Progress) => {
    const isDue = elapsed() - told >= TELL_EVERY || progress.share >= 1;
    if (isDue || progress.phase !== phase) {
      told = elapsed();
      phase = progress.phase;
      tell({ type: 'progress', progress, elapsed: told });
    }
    const before = performance.now();
    await gate();
    paused += performance.now() - before;
  };
  const context: RunContext = {
    async file(name) {
      const bytes = files.get(name) ?? (await read(name));
      files.set(name, bytes);
      return bytes;
    },
    keep: isReplay ? keepNothing : keep,
    tick,
    now: elapsed,
  };
  try {
    const [{ run, metrics }] = await Promise.all([LABS[id](), start(device)]);
    const records: unknown[] = [];
    for await (const record of run(settings, context)) {
      records.push(record);
      tell({ type: 'record', record });
    }
    tell({
      type: 'done',
      metrics: metrics(records),
      dataHash: await hashOf(files),
      wallMs: Math.round(elapsed()),
    });
    return true;
  } catch (error) {
    tell({ type: 'failed', why: wordsOf(error) });
    return false;
  }
}
