/** One text as every chosen tokenizer cuts it. */
import { isKnown } from '@/data/cell';
import type { DatasetFile, FigureSeries, Reading } from '@/lib/figure';
import type { Encoding } from './encodings';
import { GROUPS, groupOf, type SentenceRow } from './count-series';
import type { Cuts } from './cut';
import { hex, runsLeft, shownAs, type Piece } from './pieces';

interface Block {
  group: number;
  /** "GPT-2: 140 tokens". */
  title: string;
  pieces: readonly { id: string; shown: string; isWhole: boolean; endsLine: boolean }[];
}

/** Boxes in lines, one block a tokenizer; a reading's x and y are its number and its block. */
export interface PieceSeries extends FigureSeries {
  blocks: readonly Block[];
  /** The sentence of a language, to be read before it is cut. */
  sentence?: string;
  rightToLeft: boolean;
}

type Source = Reading['sources'][number];

interface Cut {
  encoding: Encoding;
  pieces: readonly Piece[];
}

/** "1 token", "12 tokens". */
const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
const idOf = ({ id }: Encoding, place: number) => `${id.replace('_', '-')}-${place + 1}`;

/** What is pointed at: the characters, or the bytes where they are no whole character. */
const nameOf = (piece: Piece) =>
  piece.isWhole ? `“${shownAs(piece)}”` : `Bytes ${hex(piece.bytes)}`;

/** "5 bytes: 20 66 72 65 65", or "2 of the 3 bytes of “स”". */
function describe({ bytes, characters, isWhole }: Piece): string {
  if (isWhole) return `${counted(bytes.length, 'byte')} (${hex(bytes)})`;
  const whole = new TextEncoder().encode(characters).length;
  return `${bytes.length} of the ${whole} bytes of “${characters}”`;
}

function toReadings(cut: Cut, block: number, first: number, sources: readonly Source[]): Reading[] {
  const { encoding, pieces } = cut;
  return pieces.map((piece, place) => ({
    id: idOf(encoding, place),
    x: first + place,
    y: block,
    label: nameOf(piece),
    text: `${describe(piece)}; token ${piece.token} of ${encoding.model}, piece ${place + 1} of ${pieces.length}`,
    sources,
    group: groupOf(encoding),
  }));
}

const toBlock = ({ encoding, pieces }: Cut): Block => ({
  group: groupOf(encoding),
  title: `${encoding.model}: ${counted(pieces.length, 'token')}`,
  pieces: pieces.map((piece, place) => ({
    id: idOf(encoding, place),
    shown: shownAs(piece),
    isWhole: piece.isWhole,
    endsLine: piece.isWhole && piece.characters.includes('\n'),
  })),
});

const table = (cuts: readonly Cut[]) => ({
  columns: [
    { key: 'tokenizer', label: 'Tokenizer' },
    { key: 'place', label: 'Piece' },
    { key: 'characters', label: 'Characters' },
    { key: 'whole', label: 'Whole characters' },
    { key: 'token', label: 'Token' },
    { key: 'bytes', label: 'Bytes' },
  ],
  rows: cuts.flatMap(({ encoding, pieces }) =>
    pieces.map((piece, place) => ({
      id: idOf(encoding, place),
      tokenizer: `${encoding.model} (${encoding.id})`,
      place: place + 1,
      characters: piece.isWhole ? `“${shownAs(piece)}”` : `part of “${piece.characters}”`,
      whole: piece.isWhole,
      token: piece.token,
      bytes: hex(piece.bytes),
    })),
  ),
});

function summarise(cuts: readonly Cut[], text: string): string {
  if (cuts.length === 0) return 'No tokenizer is chosen, so nothing is cut.';
  const parts = cuts.map(({ encoding, pieces }) => {
    const broken = pieces.filter((piece) => !piece.isWhole).length;
    return `${encoding.model} into ${counted(pieces.length, 'token')}${broken > 0 ? `, ${broken} of them parts of characters` : ''}`;
  });
  return `${counted([...text].length, 'character')}, cut by ${parts.join('; by ')}.`;
}

const NOTE = 'A raised dot is a space, ⏎ the end of a line.';
const BYTES_NOTE = ' A dashed box holds bytes that are no whole character, in hexadecimal digits.';

/** Where the vocabulary is from, and the sentence if it is the dataset's. */
function sourcesOf(
  file: DatasetFile<SentenceRow>,
  row: SentenceRow | undefined,
  encoding: Encoding,
) {
  const cells = [(row ?? file.rows[0])?.[encoding.column], row?.sentence];
  return cells.flatMap((cell) =>
    isKnown<unknown>(cell) ? [{ id: cell.source, locator: cell.locator }] : [],
  );
}

/** @throws Error when a chosen tokenizer has not cut the text yet */
export function cutSeries(
  file: DatasetFile<SentenceRow>,
  { text, row }: { text: string; row?: SentenceRow },
  chosen: readonly Encoding[],
  loaded: Cuts | undefined,
): PieceSeries {
  const cuts = chosen.map((encoding): Cut => {
    const pieces = loaded?.get(encoding.id);
    if (!pieces) throw new Error(`the figure needs the text as ${encoding.id} cuts it`);
    return { encoding, pieces };
  });
  const before = cuts.map((_, i) =>
    cuts.slice(0, i).reduce((n, { pieces }) => n + pieces.length, 0),
  );
  const isBroken = cuts.some(({ pieces }) => pieces.some((piece) => !piece.isWhole));
  return {
    readings: cuts.flatMap((cut, i) =>
      toReadings(cut, i, before[i]!, sourcesOf(file, row, cut.encoding)),
    ),
    groups: GROUPS,
    blocks: cuts.map(toBlock),
    sentence: row && text,
    rightToLeft: runsLeft(text),
    named: [],
    table: table(cuts),
    summary: summarise(cuts, text),
    note: isBroken ? NOTE + BYTES_NOTE : NOTE,
  };
}
