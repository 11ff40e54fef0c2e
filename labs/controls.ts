/** Settings that every lab has. */
import type { Control } from '@/lib/url-state';
import type { WantedDevice } from './protocol';

export const SEED: Control = {
  kind: 'number',
  key: 'seed',
  label: 'Seed',
  default: 1,
  min: 1,
  max: 999,
  step: 1,
  input: 'field',
  format: String,
  more: true,
};

const DEVICES: Readonly<Record<WantedDevice, string>> = {
  auto: 'What is faster',
  wasm: 'WASM',
  webgpu: 'WebGPU',
};

export const DEVICE: Control = {
  kind: 'choice',
  key: 'device',
  label: 'Compute on',
  default: 'auto',
  options: Object.entries(DEVICES).map(([value, label]) => ({ value, label })),
  more: true,
};
