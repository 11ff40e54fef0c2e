/**
 * Byte-level byte-pair encoding: every text is bytes, and the pairs that were most frequent in a
 * corpus are one token. Sources: Sennrich et al. 2016, Algorithm 1 (merges); Radford et al. 2019,
 * Section 2.2 (bytes, and no merge across kinds of letters).
 */

/** What is learned: pairs of tokens in the order in which they were joined. */
export interface Merges {
  pairs: readonly (readonly [number, number])[];
}

export interface Tokenizer {
  /** Number of tokens: bytes and merges. */
  size: number;
  encode: (text: string) => number[];
  decode: (tokens: Iterable<number>) => string;
  /** Characters (code points) that begin in a text; one that is cut in two counts once, where it begins. */
  charactersIn: (tokens: Iterable<number>) => number;
  /** The text of one token; a token that is part of a letter only shows as “�”. */
  textOf: (token: number) => string;
}

/** Tokens before any merge: the values of a byte. */
export const BYTES = 256;

/** Words with the space before them, numbers, signs, and other white space; GPT-2's rule without contractions. */
const PIECES = / ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu;

const bytesOf = (text: string): number[] => [...new TextEncoder().encode(text)];

/** Joins each occurrence of a pair, from left to right. */
function joined(tokens: readonly number[], left: number, right: number, as: number): number[] {
  const next: number[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const isPair = tokens[i] === left && tokens[i + 1] === right;
    next.push(isPair ? as : tokens[i]!);
    if (isPair) i += 1;
  }
  return next;
}

/**
 * Learns merges from a corpus.
 * @param size how many tokens there shall be, bytes included
 * @throws Error when the corpus has too few pairs for that
 */
export function learnMerges(corpus: string, size: number): Merges {
  const counts = new Map<string, number>();
  for (const [piece] of corpus.matchAll(PIECES)) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  const words = [...counts].map(([piece, count]) => ({ tokens: bytesOf(piece), count }));
  const pairs: [number, number][] = [];
  // A pair as one number: `size` is more than any token.
  const frequency = new Map<number, number>();
  const count = ({ tokens, count: times }: (typeof words)[number], sign: 1 | -1) => {
    for (let i = 1; i < tokens.length; i += 1) {
      const key = tokens[i - 1]! * size + tokens[i]!;
      frequency.set(key, (frequency.get(key) ?? 0) + sign * times);
    }
  };
  words.forEach((word) => count(word, 1));
  while (BYTES + pairs.length < size) {
    let best: number | undefined;
    let most = 1;
    for (const [key, times] of frequency) {
      if (times > most || (times === most && best !== undefined && key < best))
        [best, most] = [key, times];
    }
    if (best === undefined)
      throw new Error(`the corpus has only ${pairs.length} pairs that come more than once`);
    const [left, right] = [Math.floor(best / size), best % size];
    for (const word of words) {
      if (!word.tokens.some((token, i) => token === left && word.tokens[i + 1] === right)) continue;
      count(word, -1);
      word.tokens = joined(word.tokens, left, right, BYTES + pairs.length);
      count(word, 1);
    }
    pairs.push([left, right]);
  }
  return { pairs };
}

/** @throws Error when a merge joins what is not there yet */
export function makeTokenizer({ pairs }: Merges): Tokenizer {
  const bytes: number[][] = Array.from({ length: BYTES }, (_, byte) => [byte]);
  const ranks = new Map<string, number>();
  for (const [rank, [left, right]] of pairs.entries()) {
    const [before, after] = [bytes[left], bytes[right]];
    if (!before || !after) throw new Error(`merge ${rank + 1} joins tokens that come after it`);
    bytes.push([...before, ...after]);
    ranks.set(`${left} ${right}`, rank);
  }
  // In UTF-8 every byte of a character but its first is 10xxxxxx.
  const begun = bytes.map((all) => all.filter((byte) => (byte & 0xc0) !== 0x80).length);
  const known = new Map<string, readonly number[]>();

  /** The tokens of one piece: the earliest merge first, until none fits. */
  const encodePiece = (piece: string): readonly number[] => {
    const found = known.get(piece);
    if (found) return found;
    let tokens = bytesOf(piece);
    for (;;) {
      let rank = Infinity;
      for (let i = 1; i < tokens.length; i += 1)
        rank = Math.min(rank, ranks.get(`${tokens[i - 1]} ${tokens[i]}`) ?? Infinity);
      const pair = pairs[rank];
      if (!pair) break;
      tokens = joined(tokens, pair[0], pair[1], BYTES + rank);
    }
    known.set(piece, tokens);
    return tokens;
  };

  const decode = (tokens: Iterable<number>) =>
    new TextDecoder().decode(
      Uint8Array.from([...tokens].flatMap((token) => bytes[token] ?? bytesOf('�'))),
    );
  return {
    size: bytes.length,
    encode: (text) => [...text.matchAll(PIECES)].flatMap(([piece]) => encodePiece(piece)),
    decode,
    charactersIn: (tokens) => [...tokens].reduce((sum, token) => sum + (begun[token] ?? 1), 0),
    textOf: (token) => decode([token]),
  };
}
