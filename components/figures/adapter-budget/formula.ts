/**
 * Weights of a transformer and of what is added to it, counted from its shape.
 * All functions are pure; a result is a number of weights.
 */
import type { architectures } from '@/data/architectures/definition';
import { isKnown } from '@/data/cell';
import type { Cell, RowOf } from '@/data/schema';

export type ArchitectureRow = RowOf<typeof architectures>;

export interface Shape {
  name: string;
  layers: number;
  width: number;
  /** Width of the keys, and of the values: narrower where several heads of queries share them. */
  keyWidth: number;
  /** Width inside the feed-forward part. */
  inner: number;
  vocabulary: number;
  /** Learned vectors for positions; none where positions turn queries and keys. */
  positions: number;
  design: ArchitectureRow['design'];
  /** Whether the matrix of token vectors serves for the output as well. */
  tied: boolean;
}

export type MatrixName = 'query' | 'key' | 'value' | 'output' | 'gate' | 'up' | 'down';
export interface Matrix {
  name: MatrixName;
  inputs: number;
  outputs: number;
}

/** Which matrices LoRA, DoRA and QLoRA adapt. */
export const CHOICES: Readonly<Record<string, readonly MatrixName[]>> = {
  'query-value': ['query', 'value'],
  attention: ['query', 'key', 'value', 'output'],
  linear: ['query', 'key', 'value', 'output', 'gate', 'up', 'down'],
};

const known = (cell: Cell<number>, what: string): number => {
  if (!isKnown(cell)) throw new Error(`the shape lacks ${what}`);
  return cell.value;
};

/** @throws Error when the row does not know one of its numbers */
export function shapeOf(row: ArchitectureRow): Shape {
  const width = known(row.width, 'its width');
  return {
    name: row.name,
    layers: known(row.layers, 'its layers'),
    width,
    keyWidth: (width / known(row.heads, 'its heads')) * known(row.kv_heads, 'its key heads'),
    inner: known(row.feed_forward, 'its feed-forward width'),
    vocabulary: known(row.vocabulary, 'its vocabulary'),
    positions: known(row.positions, 'its positions'),
    design: row.design,
    tied: row.tied,
  };
}

/** The matrices of one layer. */
export function matricesOf({ width, keyWidth, inner, design }: Shape): Matrix[] {
  return [
    { name: 'query', inputs: width, outputs: width },
    { name: 'key', inputs: width, outputs: keyWidth },
    { name: 'value', inputs: width, outputs: keyWidth },
    { name: 'output', inputs: width, outputs: width },
    ...(design === 'llama' ? [{ name: 'gate' as const, inputs: width, outputs: inner }] : []),
    { name: 'up', inputs: width, outputs: inner },
    { name: 'down', inputs: inner, outputs: width },
  ];
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);

/** Weights in the matrices of all layers: what QLoRA keeps in 4 bits. */
export const matrixWeights = (shape: Shape): number =>
  shape.layers * total(matricesOf(shape).map(({ inputs, outputs }) => inputs * outputs));

/**
 * All weights: the layers' matrices, biases and norms, token vectors, positions, output. A norm has a
 * gain for each coordinate, and a shift where matrices have biases. BERT adds two token types and a
 * square pooler with bias; its head for masked words is not counted, as it is taken off.
 */
export function parameterCount(shape: Shape): number {
  const { layers, width, vocabulary, positions, design, tied } = shape;
  const isLlama = design === 'llama';
  const norm = isLlama ? width : 2 * width;
  const biases = isLlama ? 0 : total(matricesOf(shape).map(({ outputs }) => outputs));
  const embeddings = (tied ? 1 : 2) * vocabulary * width + positions * width;
  const bert = design === 'bert' ? 2 * width + width * (width + 1) : 0;
  return matrixWeights(shape) + layers * (biases + 2 * norm) + embeddings + norm + bert;
}

/** r(d + k) for each adapted matrix of each layer (Hu et al. 2021, Section 4.1). */
export const loraWeights = (shape: Shape, names: readonly MatrixName[], rank: number): number =>
  shape.layers * rank * total(adapted(shape, names).map(({ inputs, outputs }) => inputs + outputs));

/** LoRA’s, and one length for each output (Liu et al. 2024, Section 4.1; outputs, as PEFT counts). */
export const doraWeights = (shape: Shape, names: readonly MatrixName[], rank: number): number =>
  loraWeights(shape, names, rank) +
  shape.layers * total(adapted(shape, names).map(({ outputs }) => outputs));

/** Two adapters a layer with 2md + m + d weights each (Houlsby et al. 2019, Section 2.1). */
export const adapterWeights = ({ layers, width }: Shape, bottleneck: number): number =>
  2 * layers * (2 * bottleneck * width + bottleneck + width);

/** A key and a value for each position and layer (Li and Liang 2021, Section 4.2 and footnote 1). */
export const prefixWeights = ({ layers, keyWidth }: Shape, length: number): number =>
  2 * length * layers * keyWidth;

/** Those of a layer's matrices that are named. */
export const adapted = (shape: Shape, names: readonly MatrixName[]): Matrix[] =>
  matricesOf(shape).filter(({ name }) => names.includes(name));
