/** New text is learned in several ways, and the old is asked again and again: what was kept? */
import { seeded } from '@/lib/seeded';
import { adapt, trainableCount, type Adapted } from '../engine/adaptation';
import { withSprings, type Held } from '../engine/ewc';
import { diagonalFisher, makeAnswerer } from '../engine/fisher';
import { causalBatch, type Batch, type Objective } from '../engine/objectives';
import { mixedBatch, oldRows } from '../engine/rehearsal';
import { makeTrainer } from '../engine/trainer';
import { logitsOf } from '../engine/transformer';
import { countOf, toTensors, type Weights } from '../engine/weights';
import type { Lab, Metrics, Progress, RunContext, Settings } from '../lab';
import { mean, median } from '../statistics';
import { batchSeed, isLook } from '../steps';
import { SHAPE, layGround, type Ground } from './ground';
import { summarise } from './importance';
import { methodOf, type MethodId } from './methods';
import { adaptationFor, optimiserFor, planOf, trainsIn, type Plan } from './plan';
import type { EndRecord, ForgetRecord } from './records';

/** Looks at both tests on the way, besides the one before the first step. */
const LOOKS = 8;
/** Texts of the old kind that Fisher information is estimated from. */
const TEXTS = 64;
/** Seeds of the old text's rows lie apart from those of the new. */
const OLD_APART = 500_000;
/** Steps at the end whose losses are averaged. */
const LAST = 10;
/** What comes before the first method, as a share of what a method takes. */
const PREPARATION = 0.4;
const BYTES = 4;

interface Setting {
  ground: Ground;
  plan: Plan;
  /** Of the old text; empty unless a method asks for it. */
  fisher: Weights;
  now: () => number;
  /** Says how it stands within the method. */
  tell: (progress: Progress) => Promise<void>;
}

/** Old text with answers of the model's own, and how much each weight matters for them. */
async function fisherOf(
  { base, objective, texts }: Ground,
  seed: number,
  pulse: (done: number) => Promise<void>,
): Promise<Weights> {
  const { config, weights } = base;
  const answerer = makeAnswerer((all, tokens) => logitsOf(config, all, tokens), weights);
  const random = seeded(seed);
  const answered: Batch[] = [];
  for (let i = 0; i < TEXTS; i += 1) {
    await pulse(i / TEXTS / 2);
    const text = causalBatch(texts.old, { batch: 1, length: SHAPE.length }, random);
    answered.push(await answerer.answer(text, random));
  }
  answerer.dispose();
  let done = 0;
  return diagonalFisher(objective, weights, answered, () => pulse(0.5 + (done += 1) / TEXTS / 2));
}

/** What a method keeps besides the model and the optimizer, in bytes. */
function keptBytes(
  method: MethodId,
  { ground }: Setting,
): Pick<EndRecord, 'anchorBytes' | 'fisherBytes' | 'textBytes'> {
  const each = method === 'ewc' ? BYTES * countOf(ground.base.weights) : 0;
  return {
    anchorBytes: each,
    fisherBytes: each,
    textBytes: method === 'rehearsal' ? ground.oldBytes : 0,
  };
}

function batchAt(method: MethodId, { ground, plan }: Setting, step: number): Batch {
  const rows = method === 'rehearsal' ? oldRows(plan.rehearsal, SHAPE.batch, step) : 0;
  const seed = batchSeed(plan.seed, step);
  return mixedBatch(ground.texts, SHAPE, rows, {
    old: seeded(seed + OLD_APART),
    new: seeded(seed),
  });
}

async function* train(
  method: MethodId,
  setting: Setting,
): AsyncGenerator<ForgetRecord, void, undefined> {
  const { ground, plan, fisher, now, tell } = setting;
  const { base, objective } = ground;
  const { label } = methodOf(method);
  const { steps, seed, strength } = plan;
  const whole = adapt(base.config, base.weights, adaptationFor(method, plan), seed);
  const moves = trainsIn(method, base.config);
  const adapted: Adapted = { ...whole, trains: (name) => whole.trains(name) && moves(name) };
  const held: Held<Batch> | undefined =
    method === 'ewc'
      ? withSprings(objective, { anchor: base.weights, fisher, strength })
      : undefined;
  const trainer = makeTrainer<Batch>(
    (held as Objective<Batch> | undefined) ?? objective,
    adapted.weights,
    optimiserFor(method, plan),
    adapted,
  );
  const measure = (part: 'some' | 'all', share: number) =>
    ground.measure(trainer.tensors, part, () =>
      tell({ phase: 'measuring', doing: `${label}, asked for both texts`, share }),
    );
  try {
    await tell({ phase: 'compiling', doing: label, share: 0 });
    yield { kind: 'score', method, step: 0, ...(await measure('some', 0)) };
    await tell({ phase: 'compiling', doing: `${label}, the first step`, share: 0 });
    const losses: number[] = [];
    const times: number[] = [];
    for (let step = 1; step <= steps; step += 1) {
      const since = now();
      const { loss } = await trainer.step(batchAt(method, setting, step));
      losses.push(loss);
      times.push(now() - since);
      const share = step / (steps + 1);
      await tell({
        phase: 'training',
        doing: `${label}, step ${step} of ${steps}`,
        share,
        loss,
        // The first step is mostly compiling.
        tokensPerSecond: step > 1 ? (1000 * SHAPE.batch * SHAPE.length) / times.at(-1)! : undefined,
      });
      if (isLook(step, steps, LOOKS))
        yield { kind: 'score', method, step, ...(await measure('some', share)) };
    }
    yield {
      kind: 'end',
      method,
      ...(await measure('all', steps / (steps + 1))),
      loss: mean(losses.slice(-LAST)),
      trained: trainableCount(adapted),
      ...keptBytes(method, setting),
      stepMs: median(times.slice(1)),
    };
    for (const text of await ground.write(await trainer.weights())) yield { ...text, method };
  } finally {
    trainer.dispose();
    held?.dispose();
  }
}

/** How the model stands before it learns anything new. */
async function* before({
  ground,
  plan,
  tell,
}: Omit<Setting, 'fisher' | 'now'>): AsyncGenerator<ForgetRecord, Weights, undefined> {
  const { base } = ground;
  const start = await ground.measure(
    () => toTensors(base.weights),
    'all',
    () => tell({ phase: 'measuring', doing: 'the model before', share: 0.1 }),
  );
  yield { kind: 'start', ...start };
  for (const text of await ground.write(base.weights)) yield text;
  if (!plan.methods.includes('ewc')) return {};
  const fisher = await fisherOf(ground, plan.seed, (done) =>
    tell({
      phase: 'measuring',
      doing: 'how much each weight matters for the old text',
      share: 0.3 + 0.7 * done,
    }),
  );
  const summary = summarise(fisher, (row) => base.tokenizer.decode([row]));
  yield { kind: 'fisher', texts: TEXTS, length: SHAPE.length, ...summary };
  return fisher;
}

async function* run(
  settings: Settings,
  context: RunContext,
): AsyncGenerator<ForgetRecord, void, undefined> {
  const plan = planOf(settings);
  if (plan.methods.length === 0) throw new Error('no way to learn is chosen; choose at least one');
  await context.tick({ phase: 'loading', share: 0, doing: 'model, tokenizer and texts' });
  const ground = await layGround(plan, context);
  const all = PREPARATION + plan.methods.length;
  const tellFrom = (from: number, span: number) => (progress: Progress) =>
    context.tick({ ...progress, share: (from + span * progress.share) / all });
  try {
    const fisher = yield* before({ ground, plan, tell: tellFrom(0, PREPARATION) });
    for (const [i, method] of plan.methods.entries()) {
      const tell = tellFrom(PREPARATION + i, 1);
      yield* train(method, { ground, plan, fisher, now: context.now, tell });
    }
  } finally {
    ground.dispose();
  }
}

/** Both texts before and after, and for each training its last loss. */
const metrics = (records: readonly ForgetRecord[]): Metrics =>
  Object.fromEntries(
    records.flatMap((record): [string, number][] => {
      if (record.kind === 'start')
        return [
          ['start.old', record.old],
          ['start.new', record.new],
        ];
      if (record.kind !== 'end') return [];
      const { method } = record;
      return [
        [`${method}.old`, record.old],
        [`${method}.new`, record.new],
        [`${method}.loss`, record.loss],
      ];
    }),
  );

export const lab: Lab<ForgetRecord> = { run, metrics };
