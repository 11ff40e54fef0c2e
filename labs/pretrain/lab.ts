/** A model reads a text and guesses: what comes next, or what is hidden. What has it learned by that? */
import { seeded } from '@/lib/seeded';
import { keepBase, loadBase, loadTokenizer } from '../base';
import type { Tokenizer } from '../engine/bpe';
import { predicting, rightly, type Batch, type Model } from '../engine/objectives';
import { makeLoss, makeTrainer, type Trainer } from '../engine/trainer';
import { freshWeights, logitsOf, type TransformerConfig } from '../engine/transformer';
import { countOf, type Weights } from '../engine/weights';
import type { Lab, Metrics, Progress, RunContext, Settings } from '../lab';
import { mean, median } from '../statistics';
import { batchSeed, isLook, looksBy } from '../steps';
import { attentionRecord, embeddingRecords } from './looks';
import { attentionFor, modelFor, optimiserFor, planOf, SHAPE, spreadFor, type Plan } from './plan';
import { readingFor, type Reading } from './reading';
import type { PretrainRecord, Score } from './records';
import { loadTexts, type Texts } from './texts';

/** Scores on the way, besides the one before the first step. */
const LOOKS = 20;
/** The looks at which the model shows what it writes or puts; at the first it is as it was. */
const SHOWN_AT = [1, 5];
/** Batches of held-out text on the way, and at the end. */
const ASKED = { some: 12, all: 80 };
/** Steps at the end whose losses are averaged. */
const LAST = 20;

interface Start {
  config: TransformerConfig;
  weights: Weights;
  tokenizer: Tokenizer;
}

/** A model from scratch, or the shipped one, whose attention is opened where it shall see both ways. */
async function begin(plan: Plan, context: RunContext): Promise<Start> {
  if (plan.start === 'shipped') {
    const base = await loadBase(context);
    return { ...base, config: { ...base.config, attention: attentionFor(plan) } };
  }
  const tokenizer = await loadTokenizer(context);
  const config = modelFor(plan, tokenizer.size + 1);
  return { config, weights: freshWeights(config, plan.seed, spreadFor(plan)), tokenizer };
}

/** Asks the model on held-out text. */
function makeJudge(
  model: Model,
  reading: Reading,
  trainer: Trainer<Batch>,
  pulse: () => Promise<void>,
) {
  const right = makeLoss(rightly(model));
  return {
    score: (part: keyof typeof ASKED): Promise<Score> =>
      reading.score(
        {
          async lossOf(batch) {
            await pulse();
            return trainer.lossOf(batch);
          },
          accuracyOf: (batch) => right.of(trainer.tensors(), batch),
        },
        ASKED[part],
      ),
    dispose: () => right.dispose(),
  };
}

interface Setting extends Start {
  plan: Plan;
  texts: Texts;
  reading: Reading;
  context: RunContext;
}

/** All that can be looked at in a model, besides its scores. */
async function looks(
  { config, tokenizer, texts, reading }: Setting,
  weights: Weights,
  step: number,
): Promise<PretrainRecord[]> {
  return [
    ...(await reading.show(weights, step)),
    await attentionRecord(config, tokenizer, weights, step),
    ...embeddingRecords(config, tokenizer, texts, weights, step),
  ];
}

async function* train(setting: Setting): AsyncGenerator<PretrainRecord, void, undefined> {
  const { plan, config, texts, reading, context } = setting;
  const { steps, seed } = plan;
  const model: Model = (weights, tokens) => logitsOf(config, weights, tokens);
  const trainer = makeTrainer(predicting(model), setting.weights, optimiserFor(plan));
  let progress: Progress = { phase: 'compiling', share: 0, doing: 'forward pass' };
  const tell = (change: Partial<Progress>) => context.tick((progress = { ...progress, ...change }));
  const judge = makeJudge(model, reading, trainer, () =>
    tell({ phase: 'measuring', doing: 'held-out text' }),
  );
  try {
    await tell({});
    yield { kind: 'score', step: 0, ...(await judge.score('some')) };
    yield* await looks(setting, setting.weights, 0);
    await tell({ phase: 'compiling', doing: 'the first step' });
    const losses: number[] = [];
    const times: number[] = [];
    let since = 0;
    for (let step = 1; step <= steps; step += 1) {
      const began = context.now();
      const { loss } = await trainer.step(reading.batch(seeded(batchSeed(seed, step))));
      losses.push(loss);
      times.push(context.now() - began);
      await tell({
        phase: 'training',
        doing: `step ${step} of ${steps}`,
        share: step / (steps + 1),
        loss,
        // The first step is mostly compiling.
        tokensPerSecond: step > 1 ? (1000 * SHAPE.batch * SHAPE.length) / times.at(-1)! : undefined,
      });
      if (!isLook(step, steps, LOOKS)) continue;
      const recent = mean(losses.slice(since));
      since = step;
      yield { kind: 'score', step, loss: recent, ...(await judge.score('some')) };
      if (SHOWN_AT.includes(looksBy(step, steps, LOOKS)))
        yield* await reading.show(await trainer.weights(), step);
    }
    const weights = await trainer.weights();
    yield* await looks(setting, weights, steps);
    const tokens = steps * SHAPE.batch * SHAPE.length;
    yield {
      kind: 'end',
      ...(await judge.score('all')),
      loss: mean(losses.slice(-LAST)),
      weights: countOf(weights),
      tokens,
      times: tokens / texts.learn.length,
      stepMs: median(times.slice(1)),
    };
    const { objective, start, corpus } = plan;
    const training = { objective, start, corpus, steps, seed };
    await keepBase(context, { config, weights, training });
  } finally {
    judge.dispose();
    trainer.dispose();
  }
}

async function* run(
  settings: Settings,
  context: RunContext,
): AsyncGenerator<PretrainRecord, void, undefined> {
  const plan = planOf(settings);
  await context.tick({ phase: 'loading', share: 0, doing: 'text and tokenizer' });
  const start = await begin(plan, context);
  const texts = await loadTexts(plan, start.tokenizer, context);
  const reading = readingFor({ plan, texts, ...start });
  yield* train({ plan, texts, reading, context, ...start });
}

/** What it came to, each number of which depends on every step before. */
const metrics = (records: readonly PretrainRecord[]): Metrics =>
  Object.fromEntries(
    records.flatMap((record) => {
      if (record.kind !== 'end') return [];
      const { loss, heldOut, accuracy, bitsPerCharacter } = record;
      const named = { loss, heldOut, accuracy, bitsPerCharacter };
      return Object.entries(named).filter(
        (entry): entry is [string, number] => entry[1] !== undefined,
      );
    }),
  );

export const lab: Lab<PretrainRecord> = { run, metrics };
