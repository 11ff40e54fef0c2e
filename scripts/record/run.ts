/** A lab's run in Node, with the files that readers get. */
import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { runLab } from '@/labs/host';
import { ENGINE } from '@/labs/engine/version';
import type { LabSpec, Settings } from '@/labs/lab';
import type { RecordedRun } from '@/labs/recorded';
import { labVersion } from '../labs-version.mjs';

const FOLDER = join('public', 'labs');
/** The part of the date before the time. */
const today = () => new Date().toISOString().slice(0, 10);

/** "Intel(R) Xeon(R) Processor @ 2.20GHz" → "Intel Xeon Processor @ 2.20GHz". */
export const processor = (): string =>
  (cpus()[0]?.model ?? 'unknown processor').replace(/\((R|TM)\)/g, '').trim();

/** @throws Error when the run fails */
export async function record(spec: LabSpec, settings: Settings): Promise<RecordedRun> {
  const records: unknown[] = [];
  let receipt: RecordedRun['receipt'] | undefined;
  let why = 'it did not come to its end';
  await runLab({ lab: spec.id, settings }, 'wasm', {
    read: (name) => readFile(join(FOLDER, name)),
    tell(news) {
      if (news.type === 'record') records.push(news.record);
      else if (news.type === 'failed') why = news.why;
      else if (news.type === 'done')
        receipt = {
          lab: spec.id,
          v: spec.v,
          config: settings,
          seed: Number(settings.seed),
          engine: ENGINE,
          device: 'wasm',
          dataHash: news.dataHash,
          codeVersion: labVersion(spec.id),
          metrics: news.metrics,
          wallMs: news.wallMs,
        };
    },
    gate: () => Promise.resolve(),
  });
  if (!receipt) throw new Error(`${spec.id}: ${why}`);
  return { receipt, records, processor: processor(), date: today() };
}
