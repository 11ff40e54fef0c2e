/** What all methods of a run share: model, texts, tests and the yardstick. */
import { seeded } from '@/lib/seeded';
import { loadBase, textFile, type Base } from '../base';
import type { Tensors } from '../engine/backend';
import { bitsPerCharacter } from '../engine/evaluate';
import { makeWriter } from '../engine/generate';
import { predicting, type Batch, type Objective } from '../engine/objectives';
import { makeLoss } from '../engine/trainer';
import { logitsOf } from '../engine/transformer';
import type { Weights } from '../engine/weights';
import type { RunContext } from '../lab';
import { NEW, OLD } from './domains';
import type { Plan } from './plan';
import type { Bits, TextRecord } from './records';

export const SHAPE = { batch: 8, length: 64 };
/** Characters of the old text that are kept: for rehearsal, and to estimate Fisher information from. */
const KEPT = 100_000;
/** Characters of the new text to learn from: more than a run of the longest kind asks for is not needed. */
const LEARNED = 400_000;
/** Batches of each test that are asked on the way, and at the end. */
const ASKED = { some: 4, all: 20 };
const LONGEST = 40;
const SAMPLING = { temperature: 0.7, topK: 40 };

/** To be awaited between pieces of work: lets the run be paused. */
export type Pulse = () => Promise<void>;

export interface Ground {
  base: Base;
  objective: Objective<Batch>;
  /** Tokens to learn from. */
  texts: { old: readonly number[]; new: readonly number[] };
  /** Bytes of the old text that is kept. */
  oldBytes: number;
  /** @param weights makes tensors of all weights, which are consumed */
  measure: (weights: () => Tensors, part: keyof typeof ASKED, pulse: Pulse) => Promise<Bits>;
  /** A few words from a prompt of the old kind and one of the new. */
  write: (weights: Weights) => Promise<Omit<TextRecord, 'method'>[]>;
  dispose: () => void;
}

export async function layGround(plan: Plan, context: RunContext): Promise<Ground> {
  const base = await loadBase(context);
  const { config, tokenizer } = base;
  const fresh = NEW[plan.domain];
  const read = (name: string) => textFile(context, `corpora/${name}.txt`);
  const [old, oldTest, next, nextTest] = await Promise.all(
    [OLD.corpus, `${OLD.corpus}.held-out`, fresh.corpus, `${fresh.corpus}.held-out`].map(read),
  );
  const kept = old!.slice(0, KEPT);
  const tests = { old: tokenizer.encode(oldTest!), new: tokenizer.encode(nextTest!) };
  const objective = predicting((weights, tokens) => logitsOf(config, weights, tokens));
  const loss = makeLoss(objective);

  const bits = (of: 'old' | 'new', weights: () => Tensors, most: number, pulse: Pulse) =>
    bitsPerCharacter(
      async (batch) => {
        await pulse();
        return loss.of(weights(), batch);
      },
      tokenizer,
      tests[of],
      SHAPE,
      most,
    );

  return {
    base,
    objective,
    texts: { old: tokenizer.encode(kept), new: tokenizer.encode(next!.slice(0, LEARNED)) },
    oldBytes: new TextEncoder().encode(kept).length,
    measure: async (weights, part, pulse) => ({
      old: await bits('old', weights, ASKED[part], pulse),
      new: await bits('new', weights, ASKED[part], pulse),
    }),
    async write(weights) {
      const writer = makeWriter(config, weights);
      const texts: Omit<TextRecord, 'method'>[] = [];
      for (const [of, { prompt }] of [
        ['old', OLD],
        ['new', fresh],
      ] as const) {
        const tokens: number[] = [];
        const random = seeded(plan.seed);
        for await (const token of writer.write(tokenizer.encode(prompt), SAMPLING, random)) {
          if (tokens.push(token) >= LONGEST) break;
        }
        const text = tokenizer.decode(tokens).replaceAll('\n', ' ¶ ');
        texts.push({ kind: 'text', of, prompt, text });
      }
      writer.dispose();
      return texts;
    },
    dispose: () => loss.dispose(),
  };
}
