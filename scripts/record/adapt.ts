/** The recorded run of the lab's default settings, and a short one that tests replay. */
import { writeFileSync } from 'node:fs';
import { spec } from '@/labs/adapt/spec';
import type { Settings } from '@/labs/lab';
import { recordedFile } from '@/labs/recorded';
import { defaultState } from '@/lib/url-state';
import { record } from './run';

const SHORT: Settings = { methods: ['full', 'lora'], examples: 10, steps: 10, device: 'wasm' };

export async function recordAdapt(): Promise<void> {
  const settings = defaultState(spec.controls);
  const write = async (file: string, wanted: Settings) =>
    writeFileSync(file, `${JSON.stringify(await record(spec, wanted), null, 1)}\n`);
  await write('tests/fixtures/adapt-short.json', { ...settings, ...SHORT });
  await write(`public${recordedFile(spec.id)}`, settings);
}
