/** Where everything stands, in pixels: a pure function of the series and the width. */
import { widthOf } from '@/components/charts/text-width';
import { LAYOUTS, type FigureSeries, type LayoutName } from '@/lib/figure';
import { wrapText } from '@/lib/svg';
import type { Box, Kind, Mask, Plan, Staff } from './plan';
import { shorten } from './tokens';

export interface Thumb {
  /** Id of its reading. */
  id: string;
  lines: readonly string[];
  mask: Mask;
  scored: number;
  places: number;
  isCurrent: boolean;
}

export interface ObjectiveSeries extends FigureSeries {
  plan: Plan;
  headline: string;
  thumbs: readonly Thumb[];
}

export interface PlacedBox {
  box: Box;
  text: string;
  x: number;
  y: number;
  width: number;
}

interface Point {
  x: number;
  y: number;
}
interface Label extends Point {
  text: string;
}

export interface Layout {
  height: number;
  headline: Label[];
  legend: (Point & { kind: Kind | 'seen'; text: string })[];
  labels: Label[];
  boxes: PlacedBox[];
  /** From what goes in down to what must come out. */
  links: { x: number; from: number; to: number }[];
  /** Places at which nothing is asked. */
  silent: Point[];
  caption: Point;
  stripHead: Label[];
  thumbs: (Thumb & Point)[];
  thumbSize: number;
}

export const BOX_HEIGHT = 26;
const BOX_TEXT = 12.5;
export const LINE_HEIGHT = 17;
const LABEL_WIDTH = 57;
const GAP = 4;
const LINE_STEP = BOX_HEIGHT + 14;
const STAFF_GAP = 14;
/** The sample of what must come out has a foot. */
const LEGEND_STEP = 25;
const FRAMES = {
  wide: { perLine: 104, thumbs: 7, thumbGap: 15, captionLines: 1 },
  narrow: { perLine: 56, thumbs: 4, thumbGap: 14, captionLines: 2 },
} as const;

const boxWidth = (box: Box | undefined): number =>
  box
    ? Math.ceil(
        Math.max(
          24,
          widthOf(shorten(box.text), BOX_TEXT) +
            10 +
            (box.rank ? 8 + 6 * String(box.rank).length : 0),
        ),
      )
    : 0;

/** Columns of a staff, broken into rows that fit. */
function rowsOf(staff: Staff, room: number): { from: number; widths: number[] }[] {
  const columns = staff.lines[0]?.boxes.length ?? 0;
  const rows: { from: number; widths: number[]; used: number }[] = [];
  for (let column = 0; column < columns; column += 1) {
    const width = Math.max(...staff.lines.map(({ boxes }) => boxWidth(boxes[column])));
    const row = rows.at(-1);
    if (row && row.used + GAP + width <= room) {
      row.widths.push(width);
      row.used += GAP + width;
    } else {
      rows.push({ from: column, widths: [width], used: width });
    }
  }
  return rows;
}

type Drawn = Pick<Layout, 'labels' | 'boxes' | 'links' | 'silent'>;

/** @returns where the staff ends */
function placeStaff(staff: Staff, top: number, width: number, into: Drawn): number {
  let y = top;
  for (const { from, widths } of rowsOf(staff, width - LABEL_WIDTH - 2)) {
    staff.lines.forEach(({ label, boxes }, line) => {
      const lineY = y + line * LINE_STEP;
      into.labels.push({ x: 0, y: lineY + BOX_HEIGHT / 2 + 4, text: label });
      let x = LABEL_WIDTH;
      widths.forEach((columnWidth, i) => {
        const box = boxes[from + i];
        const above = staff.lines[line - 1]?.boxes[from + i];
        const middle = x + columnWidth / 2;
        if (box) {
          const own =
            line === 0 || boxes.every(Boolean) ? columnWidth : Math.max(boxWidth(box), 24);
          into.boxes.push({
            box,
            text: shorten(box.text),
            x: middle - own / 2,
            y: lineY,
            width: own,
          });
          if (above)
            into.links.push({ x: middle, from: lineY - LINE_STEP + BOX_HEIGHT, to: lineY });
        } else {
          into.silent.push({ x: middle, y: lineY + BOX_HEIGHT / 2 });
        }
        x += columnWidth + GAP;
      });
    });
    y += staff.lines.length * LINE_STEP + STAFF_GAP - 6;
  }
  return y;
}

const LEGEND_TEXTS: readonly [Kind | 'seen', string][] = [
  ['given', 'goes in'],
  ['hidden', 'hidden'],
  ['forged', 'replaced'],
  ['answer', 'must come out: loss falls here'],
  ['seen', 'may be looked at from the outlined box'],
];

function placeLegend(plan: Plan, top: number, width: number): Layout['legend'] {
  const kinds = new Set(
    plan.staves.flatMap(({ lines }) => lines.flatMap(({ boxes }) => boxes.map((b) => b?.kind))),
  );
  let x = 0;
  let y = top;
  return LEGEND_TEXTS.filter(([kind]) => kind === 'seen' || kinds.has(kind)).map(([kind, text]) => {
    const itemWidth = 27 + widthOf(text, 12) + 14;
    if (x > 0 && x + itemWidth - 14 > width) {
      x = 0;
      y += LEGEND_STEP;
    }
    const item = { kind, text, x, y };
    x += itemWidth;
    return item;
  });
}

const textLines = (text: string, y: number, characters: number): Label[] =>
  wrapText(text, characters).map((line, i) => ({ x: 0, y: y + i * LINE_HEIGHT, text: line }));

const STRIP_HEAD =
  'All seven on this text. A row for each place of the network, a square for each place that it may look at; where a row is coloured, loss falls.';

export function layOut(series: ObjectiveSeries, layout: LayoutName): Layout {
  const { width } = LAYOUTS[layout];
  const frame = FRAMES[layout];
  const headline = textLines(series.headline, 14, frame.perLine);
  const drawn: Drawn = { labels: [], boxes: [], links: [], silent: [] };
  let y = 14 + headline.length * LINE_HEIGHT;
  const isEmpty = series.plan.staves.length === 0;
  const legend = isEmpty ? [] : placeLegend(series.plan, y - 6, width);
  y = (legend.at(-1)?.y ?? y - 20) + LEGEND_STEP + 9;
  for (const staff of series.plan.staves) y = placeStaff(staff, y, width, drawn);
  const caption = { x: 0, y: y + 8 };
  if (!isEmpty) y += 8 + frame.captionLines * LINE_HEIGHT + 12;
  const stripHead = isEmpty ? [] : textLines(STRIP_HEAD, y + 4, frame.perLine);
  y += stripHead.length * LINE_HEIGHT + 2;
  const thumbSize = Math.floor((width - 4 - (frame.thumbs - 1) * frame.thumbGap) / frame.thumbs);
  const rowStep = thumbSize + 62;
  const thumbs = series.thumbs.map((thumb, i) => ({
    ...thumb,
    x: 2 + (i % frame.thumbs) * (thumbSize + frame.thumbGap),
    y: y + Math.floor(i / frame.thumbs) * rowStep,
  }));
  const height = thumbs.length > 0 ? thumbs.at(-1)!.y + rowStep - 8 : y + 20;
  return { height, headline, legend, ...drawn, caption, stripHead, thumbs, thumbSize };
}

/** For the spec's `height`. */
export const objectiveHeight = (series: ObjectiveSeries, layout: LayoutName): number =>
  layOut(series, layout).height;

/** What is marked, in the picture’s own words. */
export function captionLines(box: Box | undefined, layout: LayoutName): string[] {
  if (!box) return [];
  const count = box.sees.length;
  const from = `${box.scored ? 'To get' : 'From'} “${shorten(box.text)}”, the network may look at `;
  const what = `${from}${count === 0 ? 'nothing' : `${count === 1 ? 'one box' : `${count} boxes`} (shaded)`}.`;
  return wrapText(what, FRAMES[layout].perLine).slice(0, FRAMES[layout].captionLines);
}

/** The squares of some rows of a mask as one path, in a square of `size` pixels. */
export function maskPath(mask: Mask, scored: boolean, size: number): string {
  const cell = size / mask.size;
  const round = (value: number) => Math.round(value * 100) / 100;
  return mask.rows
    .flatMap((row, at) =>
      row.scored === scored
        ? runsOf(row.sees).map(
            ([from, to]) =>
              `M${round(from * cell)} ${round(at * cell)}h${round((to - from) * cell)}v${round(cell)}H${round(from * cell)}z`,
          )
        : [],
    )
    .join('');
}

/** Lines between the squares, where they are large enough to be told apart. */
export function gridPath(mask: Mask, size: number): string {
  const cell = size / mask.size;
  if (cell < 3.5) return '';
  return Array.from({ length: mask.size - 1 }, (_, i) => {
    const at = Math.round((i + 1) * cell * 10) / 10;
    return `M${at} 0V${size}M0 ${at}H${size}`;
  }).join('');
}

/** Neighbouring columns as one stretch: from, to (not included). */
function runsOf(columns: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const column of columns) {
    const run = runs.at(-1);
    if (run && run[1] === column) run[1] = column + 1;
    else runs.push([column, column + 1]);
  }
  return runs;
}
