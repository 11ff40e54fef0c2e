/**
 * Ways to adapt a pre-trained model: what each adds, what it trains, how fast, and what it costs.
 * How the additions take part in the model is in additions.ts.
 */
import { drawWhole, seeded, type Random } from '@/lib/seeded';
import { ALPHA } from './additions';
import { dequantize, quantize } from './quantize';
import { normal } from './random';
import { freshWeights, type TransformerConfig } from './transformer';
import { countOf, sizeOf, type Weight, type Weights } from './weights';

const ATTENTION = [
  'attention.query',
  'attention.key',
  'attention.value',
  'attention.output',
] as const;

/** Which matrices of every layer LoRA adapts. */
const TARGETS = {
  'query-value': ['attention.query', 'attention.value'],
  attention: ATTENTION,
  linear: [...ATTENTION, 'feed.up', 'feed.down'],
} as const;

export interface LowRank {
  rank: number;
  /** The change is multiplied by alpha / rank. */
  alpha: number;
  matrices: keyof typeof TARGETS;
}

export type Adaptation =
  /** All weights, from a fresh start: what pre-training is held against. */
  | { method: 'scratch' }
  /** Feature extraction: the head alone. */
  | { method: 'features' }
  /** All weights. */
  | { method: 'full' }
  /**
   * All weights, with a rate that is divided by `factor` for each layer on the way down, thawed one
   * layer after another from the top; at the share `until` of the steps all move (Howard and Ruder
   * 2018, Sections 3.2 and 3.3, with a factor of 2.6 and an epoch for each layer).
   */
  | { method: 'gradual'; factor: number; until: number }
  /** Biases, those of norms among them (Ben Zaken et al. 2021, Section 3). */
  | { method: 'bitfit' }
  /**
   * Two bottlenecks a layer (Houlsby et al. 2019, Section 2.1). The paper trains the norms as well;
   * here they stay.
   */
  | { method: 'adapters'; width: number }
  /**
   * Keys and values for places before the text, in every layer (Li and Liang 2021, Section 4.2),
   * trained as they are; the paper makes them by a network that is dropped afterwards (Section 4.3).
   */
  | { method: 'prefix'; length: number }
  /** Vectors before the embedded text (Lester et al. 2021, Section 2). */
  | { method: 'prompt'; length: number }
  /** A low-rank change (Hu et al. 2021, Section 4.1). */
  | ({ method: 'lora' } & LowRank)
  /** LoRA, and a length for each column (Liu et al. 2024, Section 4.1). */
  | ({ method: 'dora' } & LowRank)
  /**
   * LoRA beside matrices in NF4, in blocks of so many weights with doubled scales (Dettmers et al.
   * 2023, Section 3). What is computed with is their value, unpacked once.
   */
  | ({ method: 'qlora'; block: number } & LowRank);

/** A model that is ready to be adapted: all that a trainer needs. */
export interface Adapted {
  /** Those of the base as the method needs them, and those added. */
  weights: Weights;
  trains: (name: string) => boolean;
  /** What the rate of a weight is multiplied by at a share (0 to 1) of the training. */
  rateOf: (name: string, share: number) => number;
  /** What the weights that do not move take, in bytes. */
  frozenBytes: number;
}

const BYTES = 4;
/** Adam's two averages. */
const MOMENTS = 2;
/** Standard deviation of fresh adapters, as in the authors' code (google-research/adapter-bert). */
const ADAPTER_SPREAD = 1e-3;
/** Standard deviation of a fresh prefix: that of fresh weights. */
const PREFIX_SPREAD = 0.02;

const isHead = (name: string) => name.startsWith('head.');
const isLayerMatrix = (name: string) => /^layer\.\d+\..+\.weight$/.test(name);
const layersOf = ({ layers }: TransformerConfig): string[] =>
  Array.from({ length: layers }, (_, i) => `layer.${i}`);

const filled = (shape: readonly number[], value: (index: number) => number): Weight => ({
  shape,
  data: Float32Array.from({ length: sizeOf(shape) }, (_, i) => value(i)),
});
const zeros = (shape: readonly number[]): Weight => filled(shape, () => 0);
const gaussian = (shape: readonly number[], spread: number, random: Random): Weight =>
  filled(shape, () => spread * normal(random));

/** The length of every column of a matrix [in, out]. */
function columnLengths({ shape, data }: Weight): Weight {
  const width = shape[1]!;
  const squares = new Float64Array(width);
  data.forEach((value, i) => (squares[i % width]! += value * value));
  return filled([width], (column) => Math.sqrt(squares[column]!));
}

/** A is random and B zero, so that the model starts unchanged (Hu et al. 2021, Section 4.1). */
function lowRank(
  config: TransformerConfig,
  base: Weights,
  { rank, alpha, matrices }: LowRank,
  random: Random,
): Weights {
  const added = layersOf(config).flatMap((layer) =>
    TARGETS[matrices].flatMap((matrix) => {
      const name = `${layer}.${matrix}`;
      const [from, to] = base[`${name}.weight`]!.shape as [number, number];
      return [
        [`${name}.lora.down`, gaussian([from, rank], 1 / Math.sqrt(from), random)] as const,
        [`${name}.lora.up`, zeros([rank, to])] as const,
      ];
    }),
  );
  return { [ALPHA]: filled([], () => alpha), ...Object.fromEntries(added) };
}

/** Weights from such a small spread that the detour hardly shows; biases from zero. */
function bottlenecks(config: TransformerConfig, narrow: number, random: Random): Weights {
  const wide = config.width;
  const parts = layersOf(config).flatMap((layer) => [`${layer}.attention`, `${layer}.feed`]);
  return Object.fromEntries(
    parts.flatMap((part) => [
      [`${part}.adapter.down.weight`, gaussian([wide, narrow], ADAPTER_SPREAD, random)],
      [`${part}.adapter.down.bias`, zeros([narrow])],
      [`${part}.adapter.up.weight`, gaussian([narrow, wide], ADAPTER_SPREAD, random)],
      [`${part}.adapter.up.bias`, zeros([wide])],
    ]),
  );
}

/** What a method adds to the base; nothing for those that train what is there. */
function additionsOf(
  config: TransformerConfig,
  base: Weights,
  adaptation: Adaptation,
  random: Random,
): Weights {
  switch (adaptation.method) {
    case 'adapters':
      return bottlenecks(config, adaptation.width, random);
    case 'prefix':
      return Object.fromEntries(
        layersOf(config).flatMap((layer) =>
          ['key', 'value'].map((part) => [
            `${layer}.attention.prefix.${part}`,
            gaussian([adaptation.length, config.width], PREFIX_SPREAD, random),
          ]),
        ),
      );
    case 'prompt': {
      // From the vectors of random tokens, one of the starts that the paper compares.
      const { vocabulary, width } = config;
      const tokens = Array.from({ length: adaptation.length }, () =>
        drawWhole(random, 0, vocabulary - 1),
      );
      const from = base.embedding!.data;
      const at = (i: number) => from[tokens[Math.floor(i / width)]! * width + (i % width)]!;
      return { prompt: filled([adaptation.length, width], at) };
    }
    case 'lora':
    case 'qlora':
      return lowRank(config, base, adaptation, random);
    case 'dora': {
      const low = lowRank(config, base, adaptation, random);
      const lengths = layersOf(config).flatMap((layer) =>
        TARGETS[adaptation.matrices].map((matrix) => {
          const name = `${layer}.${matrix}`;
          return [`${name}.dora.magnitude`, columnLengths(base[`${name}.weight`]!)] as const;
        }),
      );
      return { ...low, ...Object.fromEntries(lengths) };
    }
    default:
      return {};
  }
}

/** The base's matrices as NF4 keeps them, and the bytes that they then take. */
function packed(base: Weights, block: number): { weights: Weights; bytes: number } {
  const how = { format: 'nf4', groups: block, doubled: true } as const;
  const matrices = Object.entries(base)
    .filter(([name]) => isLayerMatrix(name))
    .map(([name, weight]) => [name, quantize(weight, how)] as const);
  return {
    weights: Object.fromEntries(matrices.map(([name, matrix]) => [name, dequantize(matrix)])),
    bytes: matrices.reduce((sum, [, { bytes }]) => sum + bytes, 0),
  };
}

/** Layers from the top down: 0 the head, 1 the last layer with the final norm, … the embeddings. */
function depthOf({ layers }: TransformerConfig, name: string): number {
  if (isHead(name)) return 0;
  if (name.startsWith('final.')) return 1;
  const layer = /^layer\.(\d+)\./.exec(name)?.[1];
  return layer === undefined ? layers + 1 : layers - Number(layer);
}

function gradualRate(
  config: TransformerConfig,
  base: Weights,
  { factor, until }: { factor: number; until: number },
): Adapted['rateOf'] {
  const top = Object.keys(base).some(isHead) ? 0 : 1;
  const steps = config.layers + 1 - top;
  return (name, share) => {
    const down = depthOf(config, name) - top;
    return share >= (until * down) / steps ? factor ** -down : 0;
  };
}

/** Which weights of the base a method trains. */
function trainedBy({ method }: Adaptation): (name: string) => boolean {
  switch (method) {
    case 'scratch':
    case 'full':
    case 'gradual':
      return () => true;
    case 'bitfit':
      return (name) => name.endsWith('.bias');
    default:
      return () => false;
  }
}

/**
 * Makes a model ready for a method. A head (`head.…`, see classifier.ts) always trains.
 * @param base weights of the pre-trained model, with the head of the task where it has one
 * @param seed of what is added, and of all weights from scratch
 */
export function adapt(
  config: TransformerConfig,
  base: Weights,
  adaptation: Adaptation,
  seed: number,
): Adapted {
  const added = additionsOf(config, base, adaptation, seeded(seed));
  const { weights: changed, bytes } =
    adaptation.method === 'qlora' ? packed(base, adaptation.block) : { weights: {}, bytes: 0 };
  const fresh = adaptation.method === 'scratch' ? freshWeights(config, seed) : {};
  const ofMethod = trainedBy(adaptation);
  const trains = (name: string) =>
    isHead(name) || (name in added ? name !== ALPHA : ofMethod(name));
  return {
    weights: { ...base, ...fresh, ...changed, ...added },
    trains,
    rateOf:
      adaptation.method === 'gradual'
        ? gradualRate(config, base, adaptation)
        : (name) => (trains(name) ? 1 : 0),
    frozenBytes: bytes + BYTES * countOf(base, (name) => !trains(name) && !(name in changed)),
  };
}

/** Numbers that train. */
export const trainableCount = ({ weights, trains }: Adapted): number => countOf(weights, trains);

/** What AdamW's averages take, in bytes. */
export const optimiserBytes = (adapted: Adapted): number =>
  MOMENTS * BYTES * trainableCount(adapted);

/** What has to be stored for each task besides the base that all tasks share, in bytes. */
export const storedBytes = (adapted: Adapted): number => BYTES * trainableCount(adapted);
