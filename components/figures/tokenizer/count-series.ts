/** One sentence in every language: tokens in multiples of the English sentence, one dot a tokenizer. */
import { isKnown } from '@/data/cell';
import type { RowOf } from '@/data/schema';
import type { tokenizers } from '@/data/tokenizers/definition';
import { zeroAxis, type DatasetFile, type Reading, type RowSeries } from '@/lib/figure';
import { formatNumber } from '@/lib/format';
import { ENCODINGS, type Encoding } from './encodings';

export type SentenceRow = RowOf<typeof tokenizers>;

export const GROUPS = ENCODINGS.map(({ id, model }) => ({ id, label: model }));
export const groupOf = (encoding: Encoding) => ENCODINGS.indexOf(encoding);

const NO_BREAK = '\u00a0';
const times = (value: number) => `${formatNumber(value, 3)}${NO_BREAK}times`;

/** Tokens of a row's sentence in an encoding. */
const tokensOf = (row: SentenceRow, { column }: Encoding): number | undefined => {
  const cell = row[column];
  return isKnown(cell) ? cell.value : undefined;
};

/** Tokens of a translation divided by tokens of the English sentence in the same encoding; a pure number. */
function timesEnglish(row: SentenceRow, english: SentenceRow, encoding: Encoding) {
  const own = tokensOf(row, encoding);
  const other = tokensOf(english, encoding);
  return own === undefined || other === undefined ? undefined : own / other;
}

function toReading(
  row: SentenceRow,
  english: SentenceRow,
  encoding: Encoding,
  place: number,
): Reading[] {
  const ratio = timesEnglish(row, english, encoding);
  const cell = row[encoding.column];
  const compared = english[encoding.column];
  if (ratio === undefined || !isKnown(cell) || !isKnown(compared) || !isKnown(row.sentence)) {
    return [];
  }
  const comparison =
    row === english ? '' : `, ${times(ratio)} the ${compared.value} of the English sentence`;
  return [
    {
      id: `${row.id}-${encoding.id.replace('_', '-')}`,
      x: ratio,
      y: place,
      label: `${row.name}, ${encoding.model}`,
      text: `${cell.value} tokens (${encoding.id})${comparison}: “${row.sentence.value}”`,
      sources: [cell, row.sentence].map(({ source, locator }) => ({ id: source, locator })),
      group: groupOf(encoding),
    },
  ];
}

/** By what GPT-2 makes of them, whichever tokenizers are shown: rows keep their places. */
function inOrder(rows: readonly SentenceRow[], english: SentenceRow): SentenceRow[] {
  const cost = (row: SentenceRow) => timesEnglish(row, english, ENCODINGS[0]) ?? Infinity;
  return [...rows].sort((a, b) => cost(a) - cost(b));
}

function table(rows: readonly SentenceRow[], readings: readonly Reading[]) {
  return {
    columns: [
      { key: 'language', label: 'Language' },
      { key: 'script', label: 'Script' },
      { key: 'tokenizer', label: 'Tokenizer' },
      { key: 'tokens', label: 'Tokens', unit: 'tokens' },
      { key: 'times', label: 'Times English' },
      { key: 'characters', label: 'Characters' },
      { key: 'sentence', label: 'Sentence' },
    ],
    rows: readings.map(({ id, x, y, group }) => {
      const row = rows[y]!;
      const encoding = ENCODINGS[group]!;
      const sentence = isKnown(row.sentence) ? row.sentence.value : '';
      return {
        id,
        language: row.name,
        script: row.script,
        tokenizer: `${encoding.model} (${encoding.id})`,
        tokens: tokensOf(row, encoding) ?? null,
        times: x,
        characters: [...sentence].length,
        sentence,
      };
    }),
  };
}

function summarise(readings: readonly Reading[], chosen: readonly Encoding[]): string {
  if (readings.length === 0) return 'No tokenizer is chosen, so nothing is counted.';
  const sentences = chosen.map((encoding) => {
    const own = readings
      .filter((reading) => reading.group === groupOf(encoding))
      .sort((a, b) => b.x - a.x);
    const [most] = own;
    const median = own[Math.floor(own.length / 2)];
    return `${encoding.model}: up to ${formatNumber(most?.x ?? 1, 3)} (${most?.label.split(',')[0]}), median ${formatNumber(median?.x ?? 1, 3)}`;
  });
  return `Tokens for one sentence in ${new Set(readings.map((r) => r.y)).size} languages, in multiples of English. ${sentences.join('; ')}.`;
}

const NOTE =
  'One sentence shows the size of the gap; it does not measure a language. Llama 3 is left out: its licence does not let us pass its vocabulary on under the terms of this site.';

export function countSeries(
  file: DatasetFile<SentenceRow>,
  chosen: readonly Encoding[],
): RowSeries {
  const english = file.rows.find((row) => row.id === 'english');
  if (!english) throw new Error('the dataset "tokenizers" has no English sentence');
  const rows = inOrder(file.rows, english);
  const readings = rows.flatMap((row, place) =>
    chosen.flatMap((encoding) => toReading(row, english, encoding, place)),
  );
  return {
    readings,
    groups: GROUPS,
    rows: rows.map(({ id, name }) => ({ id, label: name })),
    mark: 'dot',
    apart: true,
    x: zeroAxis(
      readings.map((reading) => reading.x),
      'Tokens, in multiples of the English sentence',
    ),
    ...(readings.length > 0 && { rules: [{ at: 1, label: 'as English' }] }),
    named: [],
    table: table(rows, readings),
    summary: summarise(readings, chosen),
    note: NOTE,
  };
}
