/** Where the boxes of the pieces stand: line by line, as words do, one block a tokenizer. */
import type { PieceSeries } from './cut-series';

export const TEXT_SIZE = 13;
export const BYTES_SIZE = 11.5;
export const SENTENCE_SIZE = 14;
export const BOX_HEIGHT = 22;
const LINE = 26;
const HEAD = 26;
const SENTENCE_LINE = 21;
const BETWEEN_BLOCKS = 16;
const GAP = 2;
const PADDING = 4;
const MARGIN = 8;
const NARROWEST = 11;

/** Widths in ems by kind of character: a little generous, because the reader's fonts are unknown. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\p{Mn}\p{Me}\u200b-\u200f\ufe0f]/u, 0],
  [/[·.,:;'’!|ijlI()[\]]/u, 0.34],
  [/[\u0020-\u024f]/u, 0.56],
  [
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u,
    1.02,
  ],
  [/\p{Extended_Pictographic}/u, 1.3],
  [/\p{Script=Ethiopic}/u, 0.85],
];
const ANY_OTHER = 0.66;

/** A mark without its letter is drawn over a dotted circle. */
const LONE_MARK = /^\p{M}/u;

const widthOf = (text: string, size: number) =>
  [...text].reduce(
    (sum, character) =>
      sum + size * (WIDTHS.find(([kind]) => kind.test(character))?.[1] ?? ANY_OTHER),
    LONE_MARK.test(text) ? size * ANY_OTHER : 0,
  );

interface Box {
  id: string;
  text: string;
  x: number;
  y: number;
  width: number;
}

/** A few tokens are longer than a line; the table has them whole. */
function fit(text: string, size: number, room: number): string {
  if (widthOf(text, size) <= room) return text;
  const characters = [...text];
  while (characters.length > 1 && widthOf(`${characters.join('')}…`, size) > room) characters.pop();
  return `${characters.join('')}…`;
}

/** A sentence in lines of at most `room` pixels, broken between words, or anywhere where there are none. */
function wrap(sentence: string, room: number): string[] {
  const parts = sentence.includes(' ') ? sentence.split(/(?<= )/) : [...sentence];
  return parts.reduce<string[]>((lines, part) => {
    const last = lines.at(-1);
    const joined = `${last ?? ''}${part}`;
    if (last === undefined || widthOf(joined, SENTENCE_SIZE) > room) return [...lines, part];
    return [...lines.slice(0, -1), joined];
  }, []);
}

export interface PieceLayout {
  sentence: { text: string; y: number }[];
  heads: { title: string; group: number; y: number }[];
  boxes: Box[];
  height: number;
}

type Drawn = PieceSeries['blocks'][number]['pieces'][number];

/** Boxes in lines from the top left; `y` counts from the first line's top. */
function flow(pieces: readonly Drawn[], room: number): Box[] {
  let x = 0;
  let y = 0;
  return pieces.map(({ id, shown, isWhole, endsLine }) => {
    const size = isWhole ? TEXT_SIZE : BYTES_SIZE;
    const text = fit(shown, size, room - 2 * PADDING);
    const width = Math.max(NARROWEST, widthOf(text, size) + 2 * PADDING);
    if (x > 0 && x + width > room) {
      x = 0;
      y += LINE;
    }
    const box = { id, text, x, y, width };
    // After a line end the next box begins a line of its own, as the text does.
    x = endsLine ? room : x + width + GAP;
    return box;
  });
}

/** Sentence, heads and boxes from the top, in pixels, for a picture of the given width. */
export function layoutPieces(series: PieceSeries, width: number): PieceLayout {
  const room = width - 2 * MARGIN;
  const lines = series.sentence === undefined ? [] : wrap(series.sentence, room);
  let y = lines.length > 0 ? lines.length * SENTENCE_LINE + BETWEEN_BLOCKS : 4;
  const blocks = series.blocks.map(({ title, group, pieces }) => {
    const top = y + HEAD;
    const boxes = flow(pieces, room).map((box) => ({
      ...box,
      x: series.rightToLeft ? width - MARGIN - box.x - box.width : MARGIN + box.x,
      y: top + box.y,
    }));
    y = (boxes.at(-1)?.y ?? top) + LINE + BETWEEN_BLOCKS;
    return { head: { title, group, y: top - HEAD + 14 }, boxes };
  });
  return {
    sentence: lines.map((text, i) => ({ text, y: 16 + i * SENTENCE_LINE })),
    heads: blocks.map(({ head }) => head),
    boxes: blocks.flatMap(({ boxes }) => boxes),
    height: Math.max(80, y - BETWEEN_BLOCKS + 4),
  };
}
