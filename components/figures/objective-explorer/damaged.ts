/**
 * Objectives that damage some tokens and show the rest from both sides: masked language
 * modelling as BERT’s code does it, and replaced-token detection.
 */
import { drawOne, roundHalfEven, shuffled, type Random } from '@/lib/seeded';
import {
  LINES,
  boxesOf,
  everyPlace,
  quoted,
  singlePlan,
  tokenLabel,
  tokensIn,
  upTo,
  type Box,
  type Network,
  type Plan,
  type Rates,
} from './plan';
import { VOCABULARY, candidatesFor, inCaseOf } from './tokens';

/** How many tokens BERT chooses (create_masked_lm_predictions): rounded, but at least one. */
export const chosenCount = (n: number, percent: number): number =>
  n === 0 ? 0 : Math.max(1, roundHalfEven((n * percent) / 100));

const chosenPlaces = (tokens: readonly string[], percent: number, random: Random): Set<number> =>
  new Set(shuffled(random, upTo(tokens.length)).slice(0, chosenCount(tokens.length, percent)));

/** What becomes of a chosen token: one draw for the mask, a second between keeping and replacing. */
export function damage(
  token: string,
  { masked, random: replaced }: Pick<Rates, 'masked' | 'random'>,
  random: Random,
): { text: string; kind: 'hidden' | 'forged' | 'given' } {
  if (random() * 100 < masked) return { text: '[MASK]', kind: 'hidden' };
  if (random() * (100 - masked) >= replaced) return { text: token, kind: 'given' };
  const others = VOCABULARY.filter((word) => word !== token.toLowerCase());
  return { text: drawOne(random, others), kind: 'forged' };
}

const HOW_DAMAGED = {
  hidden: (_: string) => 'hidden in the input, predicted from what is shown on both sides',
  forged: (shown: string) =>
    `replaced by ${quoted(shown)} in the input, predicted from what is shown on both sides`,
  given: (_: string) => 'chosen but left in the input, and predicted all the same',
};

/** Some tokens hidden, the rest in view from everywhere. */
export function masked(tokens: readonly string[], rates: Rates, random: Random): Plan {
  const chosen = chosenPlaces(tokens, rates.chosen, random);
  const shown = tokens.map((text, place) =>
    chosen.has(place) ? damage(text, rates, random) : { text, kind: 'given' as const },
  );
  const network: Network = {
    reads: shown.map(({ text, kind }, place) => ({
      text,
      kind,
      label: kind === 'given' ? tokenLabel(place, text) : `Place ${place + 1}, ${text}`,
      says: chosen.has(place)
        ? `${kind === 'given' ? 'chosen, and shown as it is' : `stands where ${quoted(tokens[place]!)} was`}; seen from every place`
        : 'goes in as it is, seen from every place; no loss here',
    })),
    answers: tokens.map((text, place) =>
      chosen.has(place)
        ? {
            text,
            label: tokenLabel(place, text),
            says: `${HOW_DAMAGED[shown[place]!.kind](shown[place]!.text)}; loss falls here`,
          }
        : undefined,
    ),
    sees: everyPlace(tokens.length),
  };
  return singlePlan(network, LINES);
}

/** A generator fills gaps; a second network says of every token whether it is the original. */
export function replaced(tokens: readonly string[], rates: Rates, random: Random): Plan {
  const n = tokens.length;
  const chosen = chosenPlaces(tokens, rates.filled, random);
  const filled = tokens.map((token, place) => {
    if (!chosen.has(place)) return token;
    const guess = drawOne(random, candidatesFor(token));
    return guess === token ? token : inCaseOf(guess, token);
  });
  const isForged = (place: number) => filled[place] !== tokens[place];
  const generator = boxesOf(
    {
      reads: tokens.map((text, place) => ({
        text: chosen.has(place) ? '[MASK]' : text,
        kind: chosen.has(place) ? ('hidden' as const) : ('given' as const),
        label: chosen.has(place) ? `Place ${place + 1}, [MASK]` : tokenLabel(place, text),
        says: 'goes into the generator, a small masked model; no loss here',
      })),
      answers: filled.map((text, place) =>
        chosen.has(place)
          ? {
              text,
              label: `Guess at place ${place + 1}, ${quoted(text)}`,
              says: `the generator’s filler for ${quoted(tokens[place]!)}; its own loss falls here, on the probability of the true token`,
            }
          : undefined,
      ),
      sees: everyPlace(n),
    },
    'generator-',
  );
  const main = boxesOf({
    reads: filled.map((text, place) => ({
      text,
      kind: isForged(place) ? ('forged' as const) : ('given' as const),
      label: tokenLabel(place, text),
      says: `${isForged(place) ? `stands where ${quoted(tokens[place]!)} was` : chosen.has(place) ? 'the generator hit the true token' : 'goes in as it is'}; seen from every place`,
    })),
    answers: filled.map((text, place) => ({
      text: isForged(place) ? 'fake' : 'real',
      label: `Verdict on ${quoted(text)}`,
      says: `must come out as ${isForged(place) ? 'replaced' : 'original'}, with all ${tokensIn(n)} in view, this one too; loss falls here`,
    })),
    sees: everyPlace(n),
  });
  // The generator has no row in the mask.
  const apart = (boxes: readonly (Box | undefined)[]) =>
    boxes.map((box) => box && { ...box, place: undefined });
  return {
    staves: [
      {
        lines: [
          { label: 'Generator', boxes: apart(generator.inputs) },
          { label: 'guesses', boxes: apart(generator.answers) },
          { label: 'Network', boxes: main.inputs },
          { label: 'judges', boxes: main.answers },
        ],
      },
    ],
    mask: { size: n, rows: everyPlace(n).map((sees) => ({ sees, scored: true })) },
    scored: n,
    places: n,
    focus: main.answers[filled.findIndex((_, place) => chosen.has(place))]?.id,
    note: `The generator has ${tokensIn(chosen.size)} of its own to predict. Its guesses are drawn from a short list here; a trained one fits them to the sentence.`,
  };
}
