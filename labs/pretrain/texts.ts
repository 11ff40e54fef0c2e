/** What a run learns from, and what it is asked on. */
import { textFile } from '../base';
import type { Tokenizer } from '../engine/bpe';
import type { RunContext } from '../lab';
import { OWN_TEXT } from '../own';
import { LONGEST_OWN } from './own-limits';
import type { Plan } from './plan';
import { isWholeWord } from './words';

/** Rows of held-out text that are asked at once: few, so that a short text of a reader's own will do. */
export const ASKED_SHAPE = { batch: 2, length: 64 };
/** Of a text of one's own, the share at its end that is held out. */
const HELD_OUT = 0.1;
/** Tokens that the held-out part needs, so that it makes one batch. */
const FEWEST_TOKENS = ASKED_SHAPE.batch * ASKED_SHAPE.length + 2;

export interface Texts {
  learn: readonly number[];
  heldOut: readonly number[];
  /** Beginnings of passages of the held-out text, in tokens. */
  passages: readonly (readonly number[])[];
}

/** Tokens of a passage that are shown, and those that it must have. */
const PASSAGE = { most: 20, fewest: 12 };

/** Beginnings of lines; of a text that has no lines of that length, pieces of it. */
function passagesOf({ encode }: Tokenizer, text: string): number[][] {
  const long = ({ length }: readonly number[]) => length >= PASSAGE.fewest;
  const lines = text
    .split('\n')
    .slice(0, 200)
    .map((line) => encode(line.trim()).slice(0, PASSAGE.most));
  if (lines.filter(long).length > 2) return lines.filter(long);
  const all = encode(text.replaceAll(/\s+/g, ' '));
  return Array.from({ length: Math.floor(all.length / PASSAGE.most) }, (_, i) =>
    all.slice(i * PASSAGE.most, (i + 1) * PASSAGE.most),
  );
}

async function ownTexts(tokenizer: Tokenizer, context: RunContext): Promise<[string, string]> {
  const text = (await textFile(context, OWN_TEXT)).slice(0, LONGEST_OWN);
  const cut = Math.floor(text.length * (1 - HELD_OUT));
  const heldOut = text.slice(cut);
  const size = tokenizer.encode(heldOut).length;
  if (size < FEWEST_TOKENS) {
    const more = (FEWEST_TOKENS / Math.max(size, 1) - 1) * Math.max(text.length, 1);
    throw new Error(
      `your text is too short: the tenth at its end, which is held out, has ${size} tokens, and ${FEWEST_TOKENS} are needed. Add about ${Math.ceil(more / 100) * 100} characters`,
    );
  }
  return [text.slice(0, cut), heldOut];
}

/** @throws Error in words for a reader when a text is not here, or too short */
export async function loadTexts(
  { corpus }: Pick<Plan, 'corpus'>,
  tokenizer: Tokenizer,
  context: RunContext,
): Promise<Texts> {
  const [learn, heldOut] =
    corpus === 'own'
      ? await ownTexts(tokenizer, context)
      : await Promise.all([
          textFile(context, `corpora/${corpus}.txt`),
          textFile(context, `corpora/${corpus}.held-out.txt`),
        ]);
  return {
    learn: tokenizer.encode(learn),
    heldOut: tokenizer.encode(heldOut),
    passages: passagesOf(tokenizer, heldOut),
  };
}

/** What the model writes on from; of a text of one's own, first words of held-out passages. */
const PROMPTS: Readonly<Record<Exclude<Plan['corpus'], 'own'>, readonly string[]>> = {
  definitions: ['dog:', 'teacher:', 'bank:'],
  addresses: ['The people', 'We must', 'In the year'],
  'moby-dick': ['The whale', 'I was', 'The captain said'],
};
const PROMPT_WORDS = 2;
const SHOWN = 3;

export function promptsFor(
  { corpus }: Pick<Plan, 'corpus'>,
  { passages }: Pick<Texts, 'passages'>,
  { encode, decode }: Tokenizer,
): (readonly number[])[] {
  const firstWords = (passage: readonly number[]) =>
    decode(passage).trim().split(/\s+/).slice(0, PROMPT_WORDS).join(' ');
  const prompts = corpus === 'own' ? passages.slice(0, SHOWN).map(firstWords) : PROMPTS[corpus];
  return prompts.map(encode);
}

export interface Blank {
  tokens: readonly number[];
  place: number;
}

/** Held-out passages, each with a word to be hidden: the longest of those that are one token. */
export function blanksIn({ passages }: Pick<Texts, 'passages'>, tokenizer: Tokenizer): Blank[] {
  const lengthAt = (tokens: readonly number[], place: number) =>
    isWholeWord(tokenizer, tokens, place) ? tokenizer.textOf(tokens[place]!).length : 0;
  return passages
    .map((tokens) => {
      const lengths = tokens.map((_, place) => lengthAt(tokens, place));
      return { tokens, place: lengths.indexOf(Math.max(...lengths)), length: Math.max(...lengths) };
    })
    .filter(({ length }) => length > 0)
    .slice(0, SHOWN);
}
