/** The task of naming what kind of thing a definition is of. */
import { drawOne, seeded, shuffled } from '@/lib/seeded';
import { KINDS, type LabelledText } from '../corpora';
import {
  accuracyOf,
  classifying,
  freshHead,
  makeClassifier,
  type LabelledBatch,
} from '../engine/classifier';
import { makeLikelihoods } from '../engine/likelihood';
import { toTensors } from '../engine/weights';
import type { RunContext } from '../lab';
import { textFile, type Base } from '../base';
import type { Plan } from './plan';
import type { Judge, Pulse, Task } from './task';

const BATCH = 16;
/** Longest text, in tokens; longer ones are cut. Most definitions are shorter. */
const LENGTH = 32;
/** Texts of the test that are asked on the way. */
const SOME = 240;
/** Texts that are judged at once. */
const AT_ONCE = 30;

interface Labelled {
  tokens: readonly number[];
  label: number;
}

/** As many of each kind as can be, in an order that depends on the seed. */
export function chooseExamples<T extends { label: number }>(
  pool: readonly T[],
  count: number,
  seed: number,
): T[] {
  const order = shuffled(seeded(seed), pool);
  const byKind = KINDS.map((_, label) => order.filter((one) => one.label === label));
  const most = Math.max(...byKind.map(({ length }) => length));
  const rounds = Array.from({ length: most }, (_, i) => byKind.flatMap((kind) => kind[i] ?? []));
  return rounds.flat().slice(0, count);
}

const labelsOf = (texts: readonly Labelled[]) => Int32Array.from(texts, ({ label }) => label);

function batchOf(texts: readonly Labelled[]): LabelledBatch {
  const tokens = new Int32Array(texts.length * LENGTH);
  const counts = new Float32Array(texts.length * LENGTH);
  texts.forEach((text, row) => {
    tokens.set(text.tokens, row * LENGTH);
    counts.fill(1, row * LENGTH, row * LENGTH + text.tokens.length);
  });
  return { batch: texts.length, length: LENGTH, tokens, counts, labels: labelsOf(texts) };
}

const inParts = <T>(things: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(things.length / size) }, (_, i) =>
    things.slice(i * size, (i + 1) * size),
  );

export async function kindsTask(
  base: Base,
  plan: Plan,
  context: RunContext,
): Promise<Task<LabelledBatch>> {
  const { config, tokenizer } = base;
  const file = JSON.parse(await textFile(context, 'corpora/kinds.json')) as {
    learn: LabelledText[];
    test: LabelledText[];
  };
  const read = (texts: readonly LabelledText[]): Labelled[] =>
    texts.map(({ text, kind }) => ({
      tokens: tokenizer.encode(text).slice(0, LENGTH),
      label: KINDS.findIndex(({ id }) => id === kind),
    }));
  const examples = chooseExamples(read(file.learn), plan.examples, plan.seed);
  const test = read(file.test);

  const makeJudge = (): Judge => {
    const classifier = makeClassifier(config);
    return {
      async score(weights, part, pulse) {
        const asked = part === 'some' ? test.slice(0, SOME) : test;
        const scores: number[] = [];
        for (const texts of inParts(asked, AT_ONCE)) {
          scores.push(...(await classifier.scoresOf(weights(), batchOf(texts))));
          await pulse();
        }
        return 100 * accuracyOf(scores, labelsOf(asked));
      },
      dispose: () => classifier.dispose(),
    };
  };

  /**
   * The model knows lines of the form “word: definition”, so each kind's name is put before the
   * text, and that under which the text is the most likely wins (a channel model; Min et al. 2021,
   * Figure 1). Examples stand before it as lines of the same form, as many as the context holds.
   */
  async function inContext(pulse: Pulse): Promise<number> {
    // With the space that stands before a definition where the model has read them.
    const read = ({ tokens, label }: Labelled) => {
      const text = tokenizer.encode(` ${tokenizer.decode(tokens)}`);
      return { all: [...tokenizer.encode(`${KINDS[label]!.label}:`), ...text], text };
    };
    const line = (text: Labelled) => read(text).all;
    const newline = tokenizer.encode('\n');
    const room = config.context - Math.max(...test.map((text) => line(text).length)) - 8;
    const shown: number[] = [...newline];
    for (const example of examples) {
      const next = [...line(example), ...newline];
      if (shown.length + next.length > room) break;
      shown.push(...next);
    }
    const likelihoods = makeLikelihoods(config);
    const scores: number[] = [];
    for (const texts of inParts(test, 4)) {
      const rows = texts.flatMap((text) =>
        KINDS.map((_, label) => {
          const asked = read({ ...text, label });
          const tokens = [...shown, ...asked.all];
          return { tokens, from: tokens.length - asked.text.length };
        }),
      );
      const tensors = toTensors(base.weights);
      scores.push(...(await likelihoods.of(tensors, rows)));
      await pulse();
    }
    likelihoods.dispose();
    return 100 * accuracyOf(scores, labelsOf(test));
  }

  return {
    head: freshHead(config, KINDS.length, plan.seed),
    objective: classifying(config),
    batch: (random) => batchOf(Array.from({ length: BATCH }, () => drawOne(random, examples))),
    tokensInBatch: BATCH * LENGTH,
    makeJudge,
    inContext,
  };
}
