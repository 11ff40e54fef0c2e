/** Objectives that hide what comes later: in the text, or in an order drawn for it. */
import { drawWhole, shuffled, type Random } from '@/lib/seeded';
import {
  LINES,
  asGiven,
  singlePlan,
  theTokens,
  tokenLabel,
  tokensIn,
  upTo,
  type Network,
  type Plan,
  type Rates,
} from './plan';

/** The next token at every place; the last has none to predict. */
export function causal(tokens: readonly string[]): Plan {
  const n = tokens.length;
  const network: Network = {
    reads: asGiven(
      tokens,
      (place) =>
        `goes in at place ${place + 1}, which may look at itself and what stands before it`,
    ),
    answers: tokens.map((_, place) =>
      nextToken(tokens, place, `predicted from ${theTokens(place + 1)} before it`),
    ),
    sees: upTo(n).map((place) => upTo(place + 1)),
  };
  return singlePlan(network, LINES);
}

const nextToken = (tokens: readonly string[], place: number, how: string) => {
  const text = tokens[place + 1];
  return text === undefined
    ? undefined
    : {
        text,
        label: tokenLabel(place + 1, text),
        says: `not in view at place ${place + 1}, ${how}; loss falls here`,
      };
};

/** A beginning that is read in both directions, and the rest from left to right. */
export function prefix(tokens: readonly string[], random: Random): Plan {
  const n = tokens.length;
  const given = drawWhole(random, 1, Math.max(1, n - 1));
  const network: Network = {
    reads: asGiven(tokens, (place) =>
      place < given
        ? `belongs to the prefix: may look at all ${given} of its tokens, later ones too`
        : `goes in at place ${place + 1}, which may look at itself and what stands before it`,
    ),
    answers: tokens.map((_, place) =>
      place < given - 1
        ? undefined
        : nextToken(
            tokens,
            place,
            `predicted from the prefix${place < given ? '' : ` and ${theTokens(place + 1 - given)} written since`}`,
          ),
    ),
    sees: upTo(n).map((place) => upTo(Math.max(given, place + 1))),
  };
  return singlePlan(network, LINES);
}

/** How many tokens XLNet scores: the last part of the drawn order. */
export const lastPartCount = (n: number, share: number): number =>
  n === 0 ? 0 : Math.max(1, Math.round(n * share));

/** Where the seen places lie. */
function sidesOf(place: number, sees: readonly number[]): string {
  const left = sees.some((other) => other < place);
  const right = sees.some((other) => other > place);
  if (!left && !right) return 'with nothing in view';
  return `predicted from ${tokensIn(sees.length)} that came before, ${left && right ? 'on both sides of it' : left ? 'all to its left' : 'all to its right'}`;
}

/** Every token from those before it in a drawn order; the last part of the order is scored. */
export function permutation(tokens: readonly string[], rates: Rates, random: Random): Plan {
  const n = tokens.length;
  const order = shuffled(random, upTo(n));
  const rankOf = new Map(order.map((place, rank) => [place, rank]));
  const firstScored = n - lastPartCount(n, rates.lastPart);
  const rank = (place: number) => rankOf.get(place)!;
  const isScored = (place: number) => rank(place) >= firstScored;
  const before = (place: number) => upTo(n).filter((other) => rank(other) < rank(place));
  const sees = upTo(n).map((place) =>
    isScored(place) ? before(place) : upTo(n).filter((other) => rank(other) <= rank(place)),
  );
  const network: Network = {
    reads: tokens.map((text, place) => ({
      text,
      kind: 'given' as const,
      rank: rank(place) + 1,
      label: tokenLabel(place, text),
      says: `number ${rank(place) + 1} of ${n} in the drawn order: seen only from places that come later in it`,
    })),
    answers: tokens.map((text, place) =>
      isScored(place)
        ? {
            text,
            label: tokenLabel(place, text),
            says: `number ${rank(place) + 1} of ${n} in the drawn order, ${sidesOf(place, sees[place]!)}; its own place is known, its token hidden; loss falls here`,
          }
        : undefined,
    ),
    sees,
  };
  return { ...singlePlan(network, LINES), focus: n > 0 ? `out-${order[firstScored]}` : undefined };
}
