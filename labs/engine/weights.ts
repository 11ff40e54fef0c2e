/** Weights as plain numbers: what checkpoints hold, receipts hash and pages draw. */
import { np, type Tensors } from './backend';

export interface Weight {
  shape: readonly number[];
  /** Row by row, the last axis first. */
  data: Float32Array | Float64Array;
}

export type Weights = Readonly<Record<string, Weight>>;

export const sizeOf = (shape: readonly number[]): number => shape.reduce((n, side) => n * side, 1);

/** How many numbers there are, of those that the filter lets through. */
export const countOf = (weights: Weights, filter: (name: string) => boolean = () => true): number =>
  Object.entries(weights).reduce(
    (n, [name, { shape }]) => n + (filter(name) ? sizeOf(shape) : 0),
    0,
  );

/** Copies weights to the device. */
export const toTensors = (weights: Weights): Tensors =>
  Object.fromEntries(
    Object.entries(weights).map(([name, { shape, data }]) => [
      name,
      np.array(data.slice(), { shape: [...shape] }),
    ]),
  );

/** Copies weights back; the tensors stay. */
export async function fromTensors(tensors: Tensors): Promise<Weights> {
  const entries = Object.entries(tensors).map(
    async ([name, tensor]) =>
      [name, { shape: tensor.shape, data: (await tensor.ref.data()) as Float32Array }] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}
