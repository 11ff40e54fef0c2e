/** Rows of the compression data as marks and curves. */
import { isKnown } from '@/data/cell';
import type { models } from '@/data/models/definition';
import type { RowOf } from '@/data/schema';
import type { Line, Reading } from '@/lib/figure';
import { formatNumber } from '@/lib/format';
import { bitsLeft, lossOf, scoreOf, type Cited, type Row } from './model';

export type Model = RowOf<typeof models>;

export const SIZES = [
  'Under 2 billion',
  '6 to 16 billion',
  '46 billion and more',
  'Size not in our table',
];

export interface Entry {
  row: Row;
  model?: Model;
  bits: number;
  loss: number;
  /** Bits as the authors name them, or computed here. */
  named: boolean;
  cells: readonly Cited[];
}

/** A row with its model, its bits and its loss; none where one of them is not known. */
export function toEntry(row: Row, byId: ReadonlyMap<string, Model>): Entry | undefined {
  const model = row.base === undefined ? undefined : byId.get(row.base);
  const parameters = isKnown(model?.parameters) ? model.parameters : undefined;
  const left = bitsLeft(row, parameters?.value);
  const loss = lossOf(row);
  if (!left || loss === undefined || !isKnown(row.before) || !isKnown(row.after)) return undefined;
  const ofFile = isKnown(row.size_after) && row.size_after.unit === 'bytes' && !left.named;
  const cells = [
    row.before,
    row.after,
    ...left.cells,
    ...(ofFile && parameters ? [parameters] : []),
  ];
  return { row, model, bits: left.bits, loss, named: left.named, cells };
}

/** Size class of the uncompressed model. */
export function sizeOfModel({ row, model }: Entry): number {
  const before = row.size_before;
  const size = isKnown(model?.parameters)
    ? model.parameters.value
    : isKnown(before) && before.unit === 'parameters'
      ? before.value
      : undefined;
  if (size === undefined) return 3;
  return size < 2e9 ? 0 : size < 3e10 ? 1 : 2;
}

export const signed = (value: number) =>
  value > 0 ? `+${formatNumber(value, 3)}` : formatNumber(value, 3);

/** "+42%", or "4 points lost". */
export function lossText({ row, loss }: Entry): string {
  if (scoreOf(row) === 'perplexity') return `${signed(loss)}%`;
  if (loss === 0) return 'nothing lost';
  return `${formatNumber(Math.abs(loss), 3)} points ${loss > 0 ? 'lost' : 'gained'}`;
}

function bitsText({ bits, named }: Entry): string {
  return `${named ? '' : 'about '}${formatNumber(bits, 2)} bits left of each weight`;
}

/** Names such as DeiT-tiny, Q2_K and W8A8 keep their capitals. */
const withinSentence = (setting: string): string =>
  setting.replace(/^[A-Z](?=[a-z]+[ ,-])/, (letter) => letter.toLowerCase());

const unique = (cells: readonly Cited[]) =>
  cells.filter(
    (cell, i) =>
      cells.findIndex((c) => c.source === cell.source && c.locator === cell.locator) === i,
  );

export function toReading(entry: Entry, group: number): Reading {
  const { row } = entry;
  const score = row.metric.replace(/, (lower|higher) is better/, '');
  return {
    id: row.id,
    x: entry.bits,
    y: entry.loss,
    label: `${row.technique}: ${row.model}`,
    text: `${score} from ${row.before.value} to ${row.after.value} (${lossText(entry)}), ${bitsText(entry)}; ${withinSentence(row.setting)}`,
    sources: unique(entry.cells).map(({ source, locator }) => ({ id: source, locator })),
    group,
  };
}

/** Results of one method on one model, measured by the same people: they make a curve. */
const curveOf = ({ row }: Entry) =>
  [row.source, row.technique, row.model, row.metric, /groups of/.test(row.setting)].join('|');

export function linesOf(entries: readonly Entry[], groupOf: (entry: Entry) => number): Line[] {
  const curves = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = curveOf(entry);
    curves.set(key, [...(curves.get(key) ?? []), entry]);
  }
  return [...curves.values()].flatMap((curve) => {
    const points = curve.map(({ bits, loss }) => [bits, loss] as const).sort((a, b) => b[0] - a[0]);
    const [first] = curve;
    if (!first || new Set(points.map(([bits]) => bits)).size < 2) return [];
    return [{ id: first.row.id, label: first.row.model, group: groupOf(first), points }];
  });
}

/** In the picture: the model, with the method where its name is short. */
export function nameOf({ row, loss }: Entry, cut: number): string {
  if (loss > cut) return `${signed(Math.round(loss))}%`;
  const model = row.model.replace(/,.*$/, '').replace(/ \(.*\)/, '');
  const technique = row.technique.replace(/ \(.*\)/, '');
  return technique.length <= 18 ? `${model}, ${technique}` : model;
}
