/** The task of writing on in the manner of a book. */
import { seeded, shuffled } from '@/lib/seeded';
import type { Tensors } from '../engine/backend';
import { bitsPerCharacter } from '../engine/evaluate';
import { makeWriter } from '../engine/generate';
import { causalBatch, predicting, type Batch } from '../engine/objectives';
import { makeLoss } from '../engine/trainer';
import { logitsOf } from '../engine/transformer';
import { toTensors } from '../engine/weights';
import type { RunContext } from '../lab';
import { textFile, type Base } from '../base';
import type { Plan } from './plan';
import type { Judge, Pulse, Task } from './task';

const SHAPE = { batch: 8, length: 64 };
/** Batches of the held-out chapters that are asked on the way, and at the end. */
const ASKED = { some: 6, all: 30 };
const PROMPT = 'The ';
const LONGEST = 48;
const SAMPLING = { temperature: 0.7, topK: 40 };

export async function writeTask(base: Base, plan: Plan, context: RunContext): Promise<Task<Batch>> {
  const { config, tokenizer } = base;
  const [text, heldOut] = await Promise.all(
    ['corpora/moby-dick.txt', 'corpora/moby-dick.held-out.txt'].map((name) =>
      textFile(context, name),
    ),
  );
  const passages = shuffled(seeded(plan.seed), text!.trim().split('\n')).slice(0, plan.examples);
  const examples = tokenizer.encode(`${passages.join('\n')}\n`);
  const test = tokenizer.encode(heldOut!);
  const objective = predicting((weights, tokens) => logitsOf(config, weights, tokens));

  const bits = (lossOf: (batch: Batch) => Promise<number>, most: number, pulse: Pulse) =>
    bitsPerCharacter(
      async (batch) => {
        await pulse();
        return lossOf(batch);
      },
      tokenizer,
      test,
      SHAPE,
      most,
    );

  const makeJudge = (): Judge => {
    const loss = makeLoss(objective);
    return {
      score: (weights: () => Tensors, part, pulse) =>
        bits((batch) => loss.of(weights(), batch), ASKED[part], pulse),
      dispose: () => loss.dispose(),
    };
  };

  return {
    head: {},
    objective,
    batch: (random) => causalBatch(examples, SHAPE, random),
    tokensInBatch: SHAPE.batch * SHAPE.length,
    makeJudge,
    /** Every piece of the test is read after a piece of the examples that fills the rest of the context. */
    async inContext(pulse) {
      const loss = makeLoss(objective);
      const before = examples.slice(0, config.context - SHAPE.length);
      const score = await bits(
        (piece) => loss.of(toTensors(base.weights), after(before, piece)),
        ASKED.all,
        pulse,
      );
      loss.dispose();
      return score;
    },
    async write(weights) {
      const writer = makeWriter(config, weights);
      const tokens: number[] = [];
      const random = seeded(plan.seed);
      for await (const token of writer.write(tokenizer.encode(PROMPT), SAMPLING, random)) {
        if (tokens.push(token) >= LONGEST) break;
      }
      writer.dispose();
      return { prompt: PROMPT, text: tokenizer.decode(tokens).replaceAll('\n', ' ') };
    },
  };
}

/** The same rows with given tokens before them, which do not count. */
function after(given: readonly number[], { batch, length, tokens, targets, counts }: Batch): Batch {
  const long = given.length + length;
  const rows = { tokens: new Int32Array(batch * long), targets: new Int32Array(batch * long) };
  const counted = new Float32Array(batch * long);
  for (let row = 0; row < batch; row += 1) {
    const [from, to] = [row * length, row * long];
    rows.tokens.set(given, to);
    rows.tokens.set(tokens.subarray(from, from + length), to + given.length);
    rows.targets.set(targets.subarray(from, from + length), to + given.length);
    counted.set(counts.subarray(from, from + length), to + given.length);
  }
  return { batch, length: long, ...rows, counts: counted };
}
