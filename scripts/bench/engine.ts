/** The engine of the labs, in Node: what its bookkeeping adds to a step, and whether memory grows. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadBase } from '@/labs/base';
import { blockUntilReady, jit, np, start, tree, valueAndGrad } from '@/labs/engine/backend';
import type { Tensor, Tensors } from '@/labs/engine/backend';
import { causalBatch, predicting, type Batch, type Objective } from '@/labs/engine/objectives';
import { adamW, freshMoments, type Moments, type OptimiserConfig } from '@/labs/engine/optimiser';
import { makeTrainer } from '@/labs/engine/trainer';
import { freshWeights, logitsOf, type TransformerConfig } from '@/labs/engine/transformer';
import { toTensors, type Weights } from '@/labs/engine/weights';
import { seeded } from '@/lib/seeded';

const OPTIMISER: OptimiserConfig = {
  rate: 1e-4,
  warmUp: 1,
  final: 1,
  steps: 10_000,
  beta1: 0.9,
  beta2: 0.99,
  decay: 0.01,
  clip: 1,
};
const SMALL: TransformerConfig = {
  vocabulary: 64,
  context: 16,
  width: 32,
  layers: 2,
  heads: 2,
  attention: 'causal',
  norm: 'layer',
};
/** Steps before anything is measured: the first is compiled. */
const WARM_UP = 3;
/** Of the model that is shipped and of the small one, whose steps are short and so uneven. */
const PAIRS = { shipped: 15, small: 200 };
const LONG_WARM_UP = 250;
const LONG = 1_000;
/** Of WebAssembly's memory, in bytes. */
const PAGE = 65_536;

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

const objectiveOf = (config: TransformerConfig) =>
  predicting((weights, tokens) => logitsOf(config, weights, tokens));

function batches(config: TransformerConfig, batch: number, length: number): () => Batch {
  const random = seeded(1);
  const text = Array.from({ length: 4_000 }, () => Math.floor(random() * config.vocabulary));
  return () => causalBatch(text, { batch, length }, random);
}

/** Gradient and AdamW in one compiled function, and nothing else. */
function bareStep({ loss, tensorsOf }: Objective<Batch>, weights: Weights) {
  let learned = toTensors(weights);
  let moments = freshMoments(learned);
  const count = Object.keys(learned).length;
  const [rates, counts] = [np.full([count], OPTIMISER.rate), np.full([count], 10)];
  const compiled = jit(
    (now: Tensors, before: Moments, rate: Tensor, taken: Tensor, batch: Tensor[]) => {
      const [value, gradients] = valueAndGrad(loss)(tree.ref(now), ...batch);
      return { value, ...adamW(OPTIMISER, now, gradients as Tensors, before, rate, taken) };
    },
  );
  return {
    async step(batch: Batch) {
      const next = compiled(learned, moments, rates.ref, counts.ref, tensorsOf(batch));
      [learned, moments] = [next.weights, next.moments];
      next.length.dispose();
      await next.value.data();
      await blockUntilReady(learned);
    },
    dispose() {
      tree.dispose([learned, moments, rates, counts]);
      compiled.dispose();
    },
  };
}

/** As a run has it between steps: what is told is copied, and the gate is open. */
async function tick(step: number, loss: number): Promise<void> {
  structuredClone({ phase: 'training', doing: `step ${step}`, share: step / LONG, loss });
  await Promise.resolve();
}

const timed = async (act: () => Promise<void>) => {
  const since = performance.now();
  await act();
  return performance.now() - since;
};

/**
 * Our step against the bare one, by turns, so that a machine that grows slower does so for both.
 * @param batch texts in a batch
 */
async function overhead(config: TransformerConfig, weights: Weights, batch: number, pairs: number) {
  const objective = objectiveOf(config);
  const draw = batches(config, batch, config.context);
  const bare = bareStep(objective, weights);
  const trainer = makeTrainer(objective, weights, OPTIMISER);
  const ours = async (step: number) => tick(step, (await trainer.step(draw())).loss);
  const ratios: number[] = [];
  const bareMs: number[] = [];
  for (let i = -WARM_UP; i < pairs; i += 1) {
    const isFirst = i % 2 === 0;
    const first = await timed(() => (isFirst ? ours(i) : bare.step(draw())));
    const second = await timed(() => (isFirst ? bare.step(draw()) : ours(i)));
    if (i < 0) continue;
    bareMs.push(isFirst ? second : first);
    ratios.push(isFirst ? first / second : second / first);
  }
  trainer.dispose();
  bare.dispose();
  return { ratio: median(ratios), bareMs: median(bareMs) };
}

/** What memory does over many steps of a small model, after a warm-up. */
async function growth() {
  let pages = 0;
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function (more) {
    pages += more;
    return grow.call(this, more);
  };
  const trainer = makeTrainer(objectiveOf(SMALL), freshWeights(SMALL, 1), OPTIMISER);
  const draw = batches(SMALL, 4, SMALL.context);
  const steps = async (count: number) => {
    for (let i = 0; i < count; i += 1) await tick(i, (await trainer.step(draw())).loss);
    globalThis.gc?.();
    return { pages, heap: process.memoryUsage().heapUsed };
  };
  const before = await steps(LONG_WARM_UP);
  const after = await steps(LONG);
  trainer.dispose();
  WebAssembly.Memory.prototype.grow = grow;
  return { wasm: (after.pages - before.pages) * PAGE, heap: after.heap - before.heap };
}

const two = (value: number) => Number(value.toFixed(2));

export async function engine(): Promise<Record<string, Record<string, unknown>>> {
  await start('wasm');
  const { config, weights } = await loadBase({
    file: (name) => readFile(join('public', 'labs', name)),
  });
  const shipped = await overhead(config, weights, 2, PAIRS.shipped);
  const small = await overhead(SMALL, freshWeights(SMALL, 1), 4, PAIRS.small);
  const { wasm, heap } = await growth();
  const ratio = ({ ratio: value, bareMs }: typeof shipped) => ({
    measured: two(value),
    goal: '≤ 1.1',
    remark: `the bare step: ${two(bareMs)} ms`,
  });
  return {
    'our step / bare step, shipped model': ratio(shipped),
    'our step / bare step, small model': ratio(small),
    [`WASM memory grown in ${LONG} steps, bytes`]: { measured: wasm, goal: '0' },
    [`heap grown in ${LONG} steps, kB`]: { measured: Math.round(heap / 1000), goal: 'flat' },
  };
}
