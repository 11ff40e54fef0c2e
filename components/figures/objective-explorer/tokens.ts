/** The reader's text as tokens: words and marks of punctuation, not the pieces that real models use. */

/** More than this would fill a page and teach nothing new. */
export const MOST_TOKENS = 32;
const LONGEST_SHOWN = 14;

/** What has no form on a page, or would turn the letters after it round: controls, halves of characters. */
const INVISIBLE = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** An emoji with what belongs to it, a Chinese character, a decimal number, a word with its hyphens, or any other mark. */
const TOKEN =
  /\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]*(?:\u200d\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]*)*|\p{Script=Han}|\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}](?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}]|['’‑-](?=[\p{L}\p{N}]))*|[^\s]\p{M}*/gu;

export function tokenise(text: string): string[] {
  return text.normalize('NFC').replace(INVISIBLE, ' ').match(TOKEN) ?? [];
}

/** The text cut to what the picture can hold. */
export function readTokens(text: string): { tokens: string[]; left: number } {
  const all = tokenise(text);
  return { tokens: all.slice(0, MOST_TOKENS), left: Math.max(0, all.length - MOST_TOKENS) };
}

/** A token as it is drawn: a very long one is cut. */
export function shorten(token: string): string {
  const characters = [...token];
  return characters.length > LONGEST_SHOWN
    ? `${characters.slice(0, LONGEST_SHOWN - 1).join('')}…`
    : token;
}

const SENTENCE_END = /^[.!?…。！？]$/u;

/** First sentence and what follows it, if anything does. */
export function splitSentences(tokens: readonly string[]): [string[], string[]] {
  const end = tokens.findIndex((token) => SENTENCE_END.test(token));
  const first = end < 0 ? tokens.length : end + 1;
  return [tokens.slice(0, first), tokens.slice(first)];
}

export const isPunctuation = (token: string): boolean => !/[\p{L}\p{N}]/u.test(token);

/** Stand-ins for a vocabulary: small, by kind, so that a forgery can be plausible. */
const KINDS = {
  mark: ['.', ',', ';', ':'],
  little: ['the', 'a', 'this', 'some', 'by', 'before', 'after', 'in', 'with', 'was', 'is', 'and'],
  done: ['closed', 'opened', 'painted', 'crossed', 'watched', 'cleaned', 'followed'],
  thing: ['river', 'baker', 'garden', 'train', 'window', 'morning', 'market', 'bridge', 'bread'],
} as const;
export const VOCABULARY: readonly string[] = Object.values(KINDS).flat();

/** Words that a filler of gaps might take for this one; the word itself may be among them. */
export function candidatesFor(token: string): readonly string[] {
  const lower = token.toLowerCase();
  const kind = isPunctuation(token)
    ? 'mark'
    : lower.length <= 3 || (KINDS.little as readonly string[]).includes(lower)
      ? 'little'
      : lower.endsWith('ed')
        ? 'done'
        : 'thing';
  return [token, ...KINDS[kind].filter((word) => word !== lower)];
}

/** A word with the capital that the place has. */
export const inCaseOf = (word: string, token: string): string =>
  /^\p{Lu}/u.test(token) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
