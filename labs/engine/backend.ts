/**
 * The only module that knows the library that computes. It is young (before 1.0), so nothing
 * outside labs/engine sees its types or its rules.
 *
 * Its rule: a function consumes the tensors that it is given; `tensor.ref` keeps one for another
 * use. Using a consumed tensor throws; a `ref` too many leaks without a word. `borrow` keeps that
 * rule for weights, the tensors that are used in many places.
 */
import {
  blockUntilReady,
  defaultDevice,
  init,
  jit,
  lax,
  nn,
  numpy as np,
  tree,
  valueAndGrad,
} from '@jax-js/jax';

export { blockUntilReady, jit, lax, nn, np, tree, valueAndGrad };

export type Tensor = np.Array;
/** Tensors by name. A type, not an interface: the library asks for that. */
export type Tensors = { [name: string]: Tensor };

/** What the labs compute on. */
export type Device = 'wasm' | 'webgpu';

/** Makes a device ready for tensors that are put on it by name. @throws Error when it is not there */
export async function prepare(device: Device): Promise<void> {
  const ready = await init(device);
  if (!ready.includes(device)) throw new Error(`this browser cannot compute with ${device}`);
}

/** Makes a device ready, and the one that all computes on. @throws Error when it is not there */
export async function start(device: Device): Promise<void> {
  await prepare(device);
  defaultDevice(device);
}

/** Tensors on loan: `get` throws for a name that is not there. */
export interface Lent {
  get: (name: string) => Tensor;
  has: (name: string) => boolean;
}

/**
 * Lends tensors by name to a function, as often as it asks, and consumes them all at its end.
 */
export function borrow<Result>(tensors: Tensors, act: (lent: Lent) => Result): Result {
  const result = act({
    get: (name) => {
      const tensor = tensors[name];
      if (!tensor) throw new Error(`the model has no weights called "${name}"`);
      return tensor.ref;
    },
    has: (name) => name in tensors,
  });
  Object.values(tensors).forEach((tensor) => tensor.dispose());
  return result;
}
