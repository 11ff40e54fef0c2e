/** A text cut into tokens, and what each piece is to a reader: characters, or bytes of one. */
import type { Tokenizer } from './tokenizer';

export interface Piece {
  token: number;
  bytes: Uint8Array;
  /** The characters that it holds or is a part of. */
  characters: string;
  /** False where it begins or ends inside a character. */
  isWhole: boolean;
}

const encoder = new TextEncoder();

/** Byte offset (UTF-8) at which each character begins, with the end of the text as the last. */
function boundariesOf(characters: readonly string[]): number[] {
  const starts = [0];
  for (const character of characters)
    starts.push(starts.at(-1)! + encoder.encode(character).length);
  return starts;
}

/** Half a surrogate pair is no character; the encoder writes U+FFFD for it, and so do we. */
const wellFormed = (text: string) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(encoder.encode(text));

export function piecesOf(text: string, { encode, bytesOf }: Tokenizer): Piece[] {
  const characters = [...wellFormed(text)];
  const boundaries = boundariesOf(characters);
  let at = 0;
  let first = 0;
  return encode(text).map((token) => {
    const bytes = bytesOf(token);
    const end = at + bytes.length;
    while (boundaries[first + 1]! <= at) first += 1;
    let last = first;
    while (boundaries[last + 1]! < end) last += 1;
    const isWhole = boundaries[first] === at && boundaries[last + 1] === end;
    at = end;
    return { token, bytes, characters: characters.slice(first, last + 1).join(''), isWhole };
  });
}

/** "e0 a4". */
export const hex = (bytes: Uint8Array, between = ' '): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(between);

/** Longer runs of spaces are counted instead of drawn. */
const MOST_DOTS = 4;

/** Joiners, marks of direction and the like: they have no form of their own. */
const FORMLESS = /^[\p{Cf}\ufe0e\ufe0f]+$/u;
const codePoints = (characters: string) =>
  [...characters].map((c) => `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);

/** What stands in a piece's box: spaces and line ends made visible, bytes as hexadecimal digits. */
export function shownAs({ bytes, characters, isWhole }: Piece): string {
  if (!isWhole) return hex(bytes, '');
  if (FORMLESS.test(characters)) return codePoints(characters).join(' ');
  return characters
    .replace(/ {2,}/g, (run) =>
      run.length > MOST_DOTS ? `·×${run.length}` : '·'.repeat(run.length),
    )
    .replaceAll(' ', '·')
    .replaceAll('\n', '⏎')
    .replaceAll('\t', '⇥');
}

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** True for a text whose first letter belongs to a script that runs from right to left. */
export function runsLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0];
  return letter !== undefined && RIGHT_TO_LEFT.test(letter);
}
