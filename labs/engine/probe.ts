/** Which device a run computes on. */
import { blockUntilReady, jit, np, prepare, start, type Device, type Tensor } from './backend';

/** How much faster WebGPU must be to be worth its slower start. */
const WORTH = 1.3;
const SIDE = 256;
const ROUNDS = 8;
const PATIENCE = 4_000;

/**
 * Milliseconds for a chain of matrix products as small as those of the labs, after one to warm up.
 * Its tensors are put on the device by name: which one all else computes on is not touched, for this
 * may still be under way when the other device has won.
 * @param signal ends it early, with Infinity
 */
async function timed(device: Device, signal?: AbortSignal): Promise<number> {
  await prepare(device);
  if (signal?.aborted) return Infinity;
  const product = jit((a: Tensor, b: Tensor) => np.tanh(np.matmul(np.matmul(a, b.ref), b)));
  const make = () => np.full([SIDE, SIDE], 0.01, { device });
  const b = make();
  let a = product(make(), b.ref);
  await blockUntilReady(a);
  const since = performance.now();
  for (let i = 0; i < ROUNDS && !signal?.aborted; i += 1) {
    a = product(a, b.ref);
    // As in training: each step is waited for.
    await blockUntilReady(a);
  }
  const took = signal?.aborted ? Infinity : performance.now() - since;
  a.dispose();
  b.dispose();
  product.dispose();
  return took;
}

/** As `timed`, but no longer than we have patience: a device may never answer. */
function timedInTime(device: Device): Promise<number> {
  const control = new AbortController();
  const tooLate = new Promise<number>((resolve) =>
    setTimeout(() => {
      control.abort();
      resolve(Infinity);
    }, PATIENCE),
  );
  return Promise.race([timed(device, control.signal).catch(() => Infinity), tooLate]);
}

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
  const webgpu = await timedInTime('webgpu');
  const device = webgpu * WORTH < wasm ? 'webgpu' : 'wasm';
  await start(device);
  return { device };
}
