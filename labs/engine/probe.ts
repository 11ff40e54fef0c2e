/** Which device a run computes on. */
import { blockUntilReady, jit, np, start, type Device, type Tensor } from './backend';

/** How much faster WebGPU must be to be worth its slower start. */
const WORTH = 1.3;
const SIDE = 256;
const ROUNDS = 8;
const PATIENCE = 4_000;

/** Milliseconds for a chain of matrix products as small as those of the labs, after one to warm up. */
async function timed(device: Device): Promise<number> {
  await start(device);
  const product = jit((a: Tensor, b: Tensor) => np.tanh(np.matmul(np.matmul(a, b.ref), b)));
  const make = () => np.full([SIDE, SIDE], 0.01);
  const b = make();
  let a = product(make(), b.ref);
  await blockUntilReady(a);
  const since = performance.now();
  for (let i = 0; i < ROUNDS; i += 1) {
    a = product(a, b.ref);
    // As in training: each step is waited for.
    await blockUntilReady(a);
  }
  const took = performance.now() - since;
  a.dispose();
  b.dispose();
  product.dispose();
  return took;
}

const orTooSlow = (time: Promise<number>) =>
  Promise.race([time, new Promise<number>((resolve) => setTimeout(resolve, PATIENCE, Infinity))]);

/**
 * @param wanted `auto` tries both where both are there
 * @returns the device, started, and a remark where it is not the one that was asked for
 */
export async function chooseDevice(
  wanted: Device | 'auto',
): Promise<{ device: Device; remark?: string }> {
  const isThere = 'gpu' in navigator && navigator.gpu !== undefined;
  if (wanted === 'webgpu' && !isThere)
    return { device: 'wasm', remark: 'This browser has no WebGPU, so it runs on WASM.' };
  if (wanted !== 'auto' || !isThere) return { device: wanted === 'auto' ? 'wasm' : wanted };
  const wasm = await timed('wasm');
  const webgpu = await orTooSlow(timed('webgpu')).catch(() => Infinity);
  const device = webgpu * WORTH < wasm ? 'webgpu' : 'wasm';
  await start(device);
  return { device };
}
