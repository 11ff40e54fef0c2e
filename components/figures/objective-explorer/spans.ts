/** Span corruption as T5’s code does it: an encoder reads what is left, a decoder writes the rest. */
import { drawWhole, roundHalfEven, shuffled, type Random } from '@/lib/seeded';
import { middleAnswer, tokenLabel, upTo, type Box, type Plan, type Rates } from './plan';

/**
 * Which tokens T5 cuts out (random_spans_noise_mask): a rounded number of tokens in a rounded
 * number of spans, kept and cut in turn, then the whole turned round by a random offset.
 */
export function spanMask(
  n: number,
  { cut, span }: Pick<Rates, 'cut' | 'span'>,
  random: Random,
): boolean[] {
  const lost = Math.min(Math.max(roundHalfEven((n * cut) / 100), 1), n - 1);
  if (lost < 1) return upTo(n).map(() => false);
  const spans = Math.max(roundHalfEven(lost / span), 1);
  const lostParts = segments(lost, spans, random);
  const keptParts = segments(n - lost, spans, random);
  const mask = keptParts.flatMap((kept, i) => [
    ...upTo(kept).map(() => false),
    ...upTo(lostParts[i]!).map(() => true),
  ]);
  const offset = drawWhole(random, 0, n - 1);
  return mask.map((_, i) => mask[(i - offset + n) % n]!);
}

/** So many things in so many parts, none empty, every division as likely as any other. */
function segments(things: number, parts: number, random: Random): number[] {
  const cuts = shuffled(random, upTo(things - 1))
    .slice(0, parts - 1)
    .map((cut) => cut + 1)
    .sort((a, b) => a - b);
  return [...cuts, things].map((end, i) => end - (i === 0 ? 0 : cuts[i - 1]!));
}

const SENTINELS = ['⟨X⟩', '⟨Y⟩', '⟨Z⟩', '⟨W⟩'] as const;
const END = '⟨end⟩';

/** A piece of a sequence: a token with its place in the text, or a sign. */
type Piece = { text: string; index?: number };

/** The two sequences of span corruption. */
export function corrupt(
  tokens: readonly string[],
  mask: readonly boolean[],
): { input: Piece[]; target: Piece[] } {
  const input: Piece[] = [];
  const target: Piece[] = [];
  let spans = 0;
  tokens.forEach((text, index) => {
    if (!mask[index]) {
      input.push({ text, index });
      return;
    }
    if (!mask[index - 1]) {
      const sign = { text: SENTINELS[spans] ?? `⟨${spans + 1}⟩` };
      input.push(sign);
      target.push(sign);
      spans += 1;
    }
    target.push({ text, index });
  });
  return { input: [...input, { text: END }], target: [...target, { text: END }] };
}

const pieceLabel = ({ text, index }: Piece) =>
  index === undefined ? (text === END ? 'End sign' : `Mark ${text}`) : tokenLabel(index, text);

/** An encoder reads what is left, a decoder writes what is missing. */
export function spans(tokens: readonly string[], rates: Rates, random: Random): Plan {
  const { input, target } = corrupt(tokens, spanMask(tokens.length, rates, random));
  const inputIds = input.map((_, place) => `in-${place}`);
  const inputs: Box[] = input.map((piece, place) => ({
    id: `in-${place}`,
    text: piece.text,
    kind: piece.index === undefined ? (piece.text === END ? 'sign' : 'hidden') : 'given',
    scored: false,
    place,
    sees: inputIds,
    label: pieceLabel(piece),
    says: `${piece.index === undefined && piece.text !== END ? 'stands for a gap of unknown length' : 'read by the encoder'}; seen from everywhere, no loss here`,
  }));
  const answers: Box[] = target.map((piece, step) => ({
    id: `out-${step}`,
    text: piece.text,
    kind: 'answer',
    scored: true,
    place: input.length + step,
    sees: [...inputIds, ...upTo(step).map((earlier) => `out-${earlier}`)],
    label: pieceLabel(piece),
    says: `${piece.index === undefined ? 'written by the decoder' : 'missing from the input, written by the decoder'}, which sees all that the encoder read${step === 0 ? '' : ` and ${step === 1 ? 'the one sign' : `the ${step} pieces`} written before`}; loss falls here`,
  }));
  const size = inputs.length + answers.length;
  return {
    staves: [
      { lines: [{ label: 'Encoder', boxes: inputs }] },
      { lines: [{ label: 'Decoder', boxes: answers }] },
    ],
    mask: {
      size,
      rows: upTo(size).map((row) => ({
        sees: upTo(Math.max(inputs.length, row + 1)),
        scored: row >= inputs.length,
      })),
    },
    scored: answers.length,
    places: size,
    focus: middleAnswer(answers),
  };
}
