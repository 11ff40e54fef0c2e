/** Smaller models out of one, without training. */
import { factored, spectrumOf, type Spectrum } from '../engine/factor';
import { pruned, nonzero, toSparse } from '../engine/prune';
import { dequantize, quantize, type Quantization } from '../engine/quantize';
import { keptOf, slimmed, type PerLayer } from '../engine/slim';
import type { TransformerConfig } from '../engine/transformer';
import { countOf, sizeOf, type Weight, type Weights } from '../engine/weights';

/** A model as it runs here, and what a file of it takes. */
export interface Smaller {
  config: TransformerConfig;
  /** As the device multiplies with them. */
  weights: Weights;
  /** In bytes, without a header. */
  disk: number;
  /** Numbers that are kept. */
  kept: number;
}

const BYTES = 4;
const isMatrix = ({ shape }: Weight) => shape.length > 1;

/** All in 32-bit floats: what runs is what is kept. */
export const whole = (config: TransformerConfig, weights: Weights): Smaller => ({
  config,
  weights,
  disk: BYTES * countOf(weights),
  kept: countOf(weights),
});

/** Every matrix in a form of its own, the embedding among them; what is small stays as it is. */
function matrixByMatrix(
  { config, weights }: Smaller,
  act: (matrix: Weight) => { weight: Weight; bytes: number; kept: number },
): Smaller {
  const parts = Object.entries(weights).map(([name, weight]) => {
    const plain = { weight, bytes: BYTES * sizeOf(weight.shape), kept: sizeOf(weight.shape) };
    return [name, isMatrix(weight) ? act(weight) : plain] as const;
  });
  const sum = (of: 'bytes' | 'kept') => parts.reduce((total, [, part]) => total + part[of], 0);
  return {
    config,
    weights: Object.fromEntries(parts.map(([name, { weight }]) => [name, weight])),
    disk: sum('bytes'),
    kept: sum('kept'),
  };
}

export const rounded = (base: Smaller, how: Quantization): Smaller =>
  matrixByMatrix(base, (matrix) => {
    const quantized = quantize(matrix, how);
    return {
      weight: dequantize(quantized),
      bytes: quantized.bytes,
      kept: sizeOf(matrix.shape),
    };
  });

/** The same share of every matrix; a file holds them as in prune.ts. */
export const thinned = (base: Smaller, share: number): Smaller =>
  matrixByMatrix(base, (matrix) => {
    const weight = pruned(matrix, share);
    return { weight, bytes: toSparse(weight).bytes, kept: nonzero(weight) };
  });

/** The same share of heads, and of units, of every layer. */
export const cut = ({ config, weights }: Smaller, importance: PerLayer, share: number): Smaller =>
  whole(config, slimmed(config, weights, keptOf(importance, share)));

/** The matrices of layers; the embedding stays whole. */
export const layerMatrices = (weights: Weights): string[] =>
  Object.keys(weights).flatMap((name) => /^(layer\..+)\.weight$/.exec(name)?.[1] ?? []);

export const spectrumNamed = (weights: Weights, name: string): Spectrum =>
  spectrumOf(weights[`${name}.weight`]!);

export const flattened = (
  { config, weights }: Smaller,
  spectra: ReadonlyMap<string, Spectrum>,
  share: number,
): Smaller => whole(config, factored(weights, spectra, share));
