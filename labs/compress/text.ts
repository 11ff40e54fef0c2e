/** The definitions that students learn from, and the held-out ones that every model is judged on. */
import { seeded } from '@/lib/seeded';
import { textFile, type Base } from '../base';
import type { Tensors } from '../engine/backend';
import { bitsPerCharacter } from '../engine/evaluate';
import { makeWriter } from '../engine/generate';
import { causalBatch, predicting, type Batch } from '../engine/objectives';
import type { Loss } from '../engine/trainer';
import { logitsOf, type TransformerConfig } from '../engine/transformer';
import type { RunContext } from '../lab';
import type { Smaller } from './smaller';

/** To be awaited between pieces of work: lets the run be paused. */
export type Pulse = () => Promise<void>;

export interface Texts {
  /** A batch to learn from; the same number, the same batch. */
  batch: (number: number) => Batch;
  /** A batch of what is held out, to measure time on. */
  piece: Batch;
  /** Bits per character on text that was held out. */
  bits: (loss: Loss<Batch>, weights: () => Tensors, pulse: Pulse) => Promise<number>;
  /** What a model writes after the prompt, to the end of the line. */
  write: (model: Smaller, seed: number, pulse: Pulse) => Promise<{ prompt: string; text: string }>;
}

const LEARNED = { batch: 8, length: 64 };
const HELD_OUT = { batch: 8, length: 128 };
/** Batches of the held-out text that are asked. */
const ASKED = 12;
const PROMPT = 'bank:';
/** In tokens. */
const LONGEST = 32;
const SAMPLING = { temperature: 0.6, topK: 40 };

export const objectiveOf = (config: TransformerConfig) =>
  predicting((weights, tokens) => logitsOf(config, weights, tokens));

export async function readTexts({ tokenizer }: Base, context: RunContext): Promise<Texts> {
  const [learned, heldOut] = await Promise.all(
    ['', '.held-out'].map(async (part) =>
      tokenizer.encode(await textFile(context, `corpora/definitions${part}.txt`)),
    ),
  );
  const newline = tokenizer.encode('\n')[0];
  return {
    batch: (number) => causalBatch(learned!, LEARNED, seeded(number)),
    piece: causalBatch(heldOut!, HELD_OUT, seeded(0)),
    bits: (loss, weights, pulse) =>
      bitsPerCharacter(
        async (batch) => {
          await pulse();
          return loss.of(weights(), batch);
        },
        tokenizer,
        heldOut!,
        HELD_OUT,
        ASKED,
      ),
    async write({ config, weights }, seed, pulse) {
      const writer = makeWriter(config, weights);
      const tokens: number[] = [];
      const random = seeded(seed);
      try {
        for await (const token of writer.write(tokenizer.encode(PROMPT), SAMPLING, random)) {
          if (token === newline || tokens.push(token) >= LONGEST) break;
          await pulse();
        }
      } finally {
        writer.dispose();
      }
      return { prompt: PROMPT, text: tokenizer.decode(tokens) };
    },
  };
}
