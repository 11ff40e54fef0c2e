/** The two ways to learn from text alone: what is guessed, how well, and what the model then puts. */
import { seeded, type Random } from '@/lib/seeded';
import type { Tokenizer } from '../engine/bpe';
import { meanOver, pieces, surpriseOf } from '../engine/evaluate';
import { makeWriter } from '../engine/generate';
import { guessAt } from '../engine/guess';
import { causalBatch, maskedBatch, type Batch, type Masking } from '../engine/objectives';
import type { TransformerConfig } from '../engine/transformer';
import { toTensors, type Weights } from '../engine/weights';
import { SHAPE, type Plan } from './plan';
import type { Score, ShownRecord } from './records';
import { ASKED_SHAPE, blanksIn, promptsFor, type Texts } from './texts';

/** To measure with. */
export interface Measures {
  /** In nats a guessed token. */
  lossOf: (batch: Batch) => Promise<number>;
  /** From 0 to 1. */
  accuracyOf: (batch: Batch) => Promise<number>;
}

export interface Reading {
  batch: (random: Random) => Batch;
  /** On the first batches of the held-out text. */
  score: (measures: Measures, most: number) => Promise<Score>;
  show: (weights: Weights, step: number) => Promise<ShownRecord[]>;
}

interface Setting {
  plan: Plan;
  config: TransformerConfig;
  tokenizer: Tokenizer;
  texts: Texts;
}

const LONGEST = 40;
const SAMPLING = { temperature: 0.7, topK: 40 };
const GUESSES = 3;
/**
 * As in BERT (Devlin et al. 2018, Section 3.1, Task #1), but twice as many places: a run is short, and
 * more questions make up for harder ones (Wettig et al. 2022).
 */
const MASKING = { asked: 0.3, masked: 0.8, random: 0.1 };

const inOneLine = (text: string) => text.replaceAll(/\s+/g, ' ');
const percent = (share: number) => Math.round(1000 * share) / 10;

function causal({ plan, config, tokenizer, texts }: Setting): Reading {
  const prompts = promptsFor(plan, texts, tokenizer);
  return {
    batch: (random) => causalBatch(texts.learn, SHAPE, random),
    async score({ lossOf, accuracyOf }, most) {
      const asked = [...pieces(texts.heldOut, ASKED_SHAPE)].slice(0, most);
      const surprise = await surpriseOf(lossOf, tokenizer, texts.heldOut, ASKED_SHAPE, most);
      return {
        heldOut: surprise.nats,
        accuracy: 100 * (await meanOver(asked, accuracyOf)),
        bitsPerCharacter: surprise.bitsPerCharacter,
      };
    },
    async show(weights, step) {
      const writer = makeWriter(config, weights);
      const shown: ShownRecord[] = [];
      for (const prompt of prompts) {
        const tokens: number[] = [];
        for await (const token of writer.write(prompt, SAMPLING, seeded(plan.seed))) {
          if (tokens.push(token) >= LONGEST) break;
        }
        // A definition ends with its line.
        const all = tokenizer.decode(tokens);
        const text = plan.corpus === 'definitions' ? all.split('\n')[0]! : all;
        shown.push({
          kind: 'text',
          step,
          prompt: inOneLine(tokenizer.decode(prompt)),
          text: inOneLine(text),
        });
      }
      writer.dispose();
      return shown;
    },
  };
}

function masked({ config, tokenizer, texts }: Setting): Reading {
  const masking: Masking = {
    ...MASKING,
    mask: config.vocabulary - 1,
    vocabulary: config.vocabulary,
  };
  const blanks = blanksIn(texts, tokenizer);
  const wordAt = (token: number) => tokenizer.textOf(token).trim() || '␣';
  return {
    batch: (random) => maskedBatch(texts.learn, SHAPE, masking, random),
    async score({ lossOf, accuracyOf }, most) {
      // The same places each time, whatever the seed of the run.
      const asked = Array.from({ length: most }, (_, i) =>
        maskedBatch(texts.heldOut, ASKED_SHAPE, masking, seeded(i)),
      );
      return {
        heldOut: await meanOver(asked, lossOf),
        accuracy: 100 * (await meanOver(asked, accuracyOf)),
      };
    },
    async show(weights, step) {
      const shown: ShownRecord[] = [];
      for (const { tokens, place } of blanks) {
        const text = tokens.map((token, i) => (i === place ? masking.mask : token));
        const guesses = await guessAt(config, toTensors(weights), text, place, GUESSES);
        shown.push({
          kind: 'blank',
          step,
          before: tokenizer.decode(tokens.slice(0, place)),
          answer: wordAt(tokens[place]!),
          after: tokenizer.decode(tokens.slice(place + 1)),
          guesses: guesses.map(({ token, share }) => ({
            text: wordAt(token),
            share: percent(share),
          })),
        });
      }
      return shown;
    },
  };
}

export const readingFor = (setting: Setting): Reading =>
  setting.plan.objective === 'causal' ? causal(setting) : masked(setting);
