/**
 * Structured pruning: whole heads, and whole hidden numbers (“units”) of the feed-forward network,
 * leave the model, and what is left is an ordinary model with smaller matrices. Which ones go is
 * decided by how much the loss would feel it.
 */
import { jit, tree, valueAndGrad, type Tensors } from './backend';
import type { Objective } from './objectives';
import type { TransformerConfig } from './transformer';
import { fromTensors, toTensors, type Weight, type Weights } from './weights';

/** Something for each layer, from the bottom: a number for each head and unit, or which of them. */
export type PerLayer = readonly { heads: readonly number[]; units: readonly number[] }[];

/** The matrices through which heads and units write: a row for each number that comes in. */
const writersOf = ({ layers }: TransformerConfig) =>
  Array.from({ length: layers }, (_, i) => ({
    heads: `layer.${i}.attention.output.weight`,
    units: `layer.${i}.feed.down.weight`,
  }));

/** Sums of so many neighbours. */
const sums = (values: ArrayLike<number>, size: number): number[] =>
  Array.from({ length: values.length / size }, (_, group) =>
    Array.from({ length: size }, (_, i) => values[group * size + i]!).reduce(
      (sum, v) => sum + v,
      0,
    ),
  );

/**
 * How much each head and unit matters: the size of the loss's slope along a switch on what it passes
 * on, as a mean over batches (Michel et al. 2019, Section 4.1, for heads; the mean there is over
 * texts, and is scaled by layer). The switch multiplies the rows of a matrix, so its slope is the
 * sum of weight times gradient over those rows.
 * @param pulse awaited between batches
 */
export async function importanceOf<Batch>(
  config: TransformerConfig,
  weights: Weights,
  { loss, tensorsOf }: Objective<Batch>,
  batches: readonly Batch[],
  pulse: () => Promise<void> = async () => {},
): Promise<PerLayer> {
  const writers = writersOf(config);
  const names = new Set(writers.flatMap(({ heads, units }) => [heads, units]));
  const all = Object.entries(toTensors(weights));
  const learned = Object.fromEntries(all.filter(([name]) => names.has(name)));
  const fixed = Object.fromEntries(all.filter(([name]) => !names.has(name)));
  const slopes = jit((moving: Tensors, rest: Tensors, batch: ReturnType<typeof tensorsOf>) => {
    const lossOf = (some: Tensors, others: Tensors, ...tensors: typeof batch) =>
      loss({ ...some, ...others }, ...tensors);
    const [value, gradients] = valueAndGrad(lossOf)(tree.ref(moving), rest, ...batch);
    value.dispose();
    return Object.fromEntries(
      Object.entries(gradients as Tensors).map(([name, gradient]) => [
        name,
        moving[name]!.mul(gradient).sum(1),
      ]),
    );
  });
  const totals = writers.map(() => ({ heads: [] as number[], units: [] as number[] }));
  for (const batch of batches) {
    const rows = slopes(tree.ref(learned), tree.ref(fixed), tensorsOf(batch)) as Tensors;
    const found = await fromTensors(rows);
    tree.dispose(rows);
    writers.forEach((writer, layer) => {
      const perHead = config.width / config.heads;
      const add = (part: 'heads' | 'units', size: number) =>
        sums(found[writer[part]]!.data, size).forEach((slope, i) => {
          const so = totals[layer]![part];
          so[i] = (so[i] ?? 0) + Math.abs(slope) / batches.length;
        });
      add('heads', perHead);
      add('units', 1);
    });
    await pulse();
  }
  tree.dispose([learned, fixed]);
  slopes.dispose();
  return totals;
}

/** The places of the largest values, in order; of equal ones the first. */
function largest(values: readonly number[], count: number): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[b]! - values[a]! || a - b);
  return order.slice(0, count).sort((a, b) => a - b);
}

/** What stays when a share of the heads and of the units of every layer goes; one at least stays. */
export const keptOf = (importance: PerLayer, share: number): PerLayer =>
  importance.map(({ heads, units }) => {
    const most = (values: readonly number[]) =>
      largest(values, Math.max(1, values.length - Math.round(share * values.length)));
    return { heads: most(heads), units: most(units) };
  });

/** Some rows, or some columns, of a matrix; of a vector, some numbers. */
function some({ shape, data }: Weight, axis: 'rows' | 'columns', kept: readonly number[]): Weight {
  const width = shape.at(-1)!;
  const height = data.length / width;
  const rows = axis === 'rows' ? kept : Array.from({ length: height }, (_, i) => i);
  const columns = axis === 'columns' ? kept : Array.from({ length: width }, (_, i) => i);
  const picked = rows.flatMap((row) => columns.map((column) => data[row * width + column]!));
  const newShape = shape.length === 1 ? [columns.length] : [rows.length, columns.length];
  return { shape: newShape, data: Float32Array.from(picked) };
}

/** The model without the heads and units that are not kept. */
export function slimmed(config: TransformerConfig, weights: Weights, kept: PerLayer): Weights {
  const perHead = config.width / config.heads;
  const changed = kept.flatMap(({ heads, units }, i) => {
    const places = heads.flatMap((head) =>
      Array.from({ length: perHead }, (_, k) => head * perHead + k),
    );
    const cut = (name: string, axis: 'rows' | 'columns', which: readonly number[]) =>
      [`layer.${i}.${name}`, some(weights[`layer.${i}.${name}`]!, axis, which)] as const;
    return [
      ...['query', 'key', 'value'].flatMap((part) => [
        cut(`attention.${part}.weight`, 'columns', places),
        cut(`attention.${part}.bias`, 'columns', places),
      ]),
      cut('attention.output.weight', 'rows', places),
      cut('feed.up.weight', 'columns', units),
      cut('feed.up.bias', 'columns', units),
      cut('feed.down.weight', 'rows', units),
    ];
  });
  return { ...weights, ...Object.fromEntries(changed) };
}
