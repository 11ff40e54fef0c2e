/** Words that are one token: those whose vectors and places a reader can name. */
import type { Tokenizer } from '../engine/bpe';

type Read = Pick<Tokenizer, 'textOf'>;

/** A token that begins a word and could be all of it. */
const isWord = (text: string) => /^ \p{Ll}{2,}$/u.test(text);
const goesOn = (text: string) => /^\p{L}/u.test(text);

/** Whether the token at a place is a word from its first letter to its last. */
export const isWholeWord = ({ textOf }: Read, tokens: readonly number[], place: number): boolean =>
  isWord(textOf(tokens[place]!)) &&
  place + 1 < tokens.length &&
  !goesOn(textOf(tokens[place + 1]!));

/** The most frequent tokens that are a whole word at least every second time, most frequent first. */
export function frequentWords(tokenizer: Read, tokens: readonly number[], count: number): number[] {
  // One look a token, not one a place: texts are long.
  const texts = new Map([...new Set(tokens)].map((token) => [token, tokenizer.textOf(token)]));
  const words = new Map<number, { all: number; whole: number }>();
  tokens.forEach((token, place) => {
    if (!isWord(texts.get(token)!)) return;
    const found = words.get(token) ?? { all: 0, whole: 0 };
    const next = tokens[place + 1];
    found.all += 1;
    if (next !== undefined && !goesOn(texts.get(next)!)) found.whole += 1;
    words.set(token, found);
  });
  return [...words]
    .filter(([, { all, whole }]) => 2 * whole >= all)
    .sort(([a, { whole: ofA }], [b, { whole: ofB }]) => ofB - ofA || a - b)
    .slice(0, count)
    .map(([token]) => token);
}
