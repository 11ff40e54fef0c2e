import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chooseDevice } from '@/labs/engine/probe';

/** What of the library is stood in for. */
interface Library {
  init: (device: string) => Promise<string[]>;
  defaultDevice: (device: string) => string;
}

/** What the library was told to compute on, in turn. */
const defaults: string[] = [];
/** Stands for a WebGPU that is slow to answer: it never computes here. */
let webgpu: Promise<void>;
vi.mock('@jax-js/jax', async (original) => {
  const real = await original<Library>();
  return {
    ...real,
    async init(device: string) {
      if (device === 'wasm') return real.init('wasm');
      await webgpu;
      return ['wasm', 'webgpu'];
    },
    defaultDevice(device: string) {
      defaults.push(device);
      return device === 'wasm' ? real.defaultDevice('wasm') : device;
    },
  };
});

beforeEach(() => {
  defaults.length = 0;
  vi.stubGlobal('navigator', { gpu: {} });
  vi.useFakeTimers({ toFake: ['setTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Promises settle, also long chains of them. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

test('a WebGPU that comes after the race was given up changes nothing for the run on WASM', async () => {
  let answer = () => {};
  webgpu = new Promise<void>((resolve) => (answer = resolve));
  const chosen = chooseDevice('auto');
  while (vi.getTimerCount() === 0) await settle();
  vi.runAllTimers();
  expect(await chosen).toEqual({ device: 'wasm' });
  expect(defaults.at(-1)).toBe('wasm');
  answer();
  await settle();
  expect(defaults).not.toContain('webgpu');
});

test('a WebGPU that cannot compute loses, and is never what is computed on', async () => {
  webgpu = Promise.resolve();
  expect(await chooseDevice('auto')).toEqual({ device: 'wasm' });
  expect(defaults).toEqual(['wasm']);
});

test('without WebGPU nothing is tried, and who asked for it is told', async () => {
  vi.stubGlobal('navigator', {});
  expect(await chooseDevice('auto')).toEqual({ device: 'wasm' });
  expect((await chooseDevice('webgpu')).remark).toContain('no WebGPU');
});
