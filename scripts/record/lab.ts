/** The recorded run of a lab's default settings, and a short one that tests replay. */
import { writeFileSync } from 'node:fs';
import type { LabSpec, Settings } from '@/labs/lab';
import { recordedFile } from '@/labs/recorded';
import { defaultState } from '@/lib/url-state';
import { record } from './run';

/** @param short what the short run has other than the default settings */
export async function recordLab(spec: LabSpec, short: Settings): Promise<void> {
  const settings = defaultState(spec.controls);
  const write = async (file: string, wanted: Settings) =>
    writeFileSync(file, `${JSON.stringify(await record(spec, wanted), null, 1)}\n`);
  await write(`tests/fixtures/${spec.id}-short.json`, { ...settings, ...short });
  await write(`public${recordedFile(spec.id)}`, settings);
}
