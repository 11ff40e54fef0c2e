/** Where everything stands, in pixels: a pure function of the series and the width. */
import { widthOf } from '@/components/charts/text-width';
import { LAYOUTS, type FigureSeries, type LayoutName } from '@/lib/figure';
import { wrapText } from '@/lib/svg';
import { SIDE } from './masks';
import type { Crop, Paint } from './scenes';

/** One patch of the hidden-patches picture. */
export interface Patch {
  id: string;
  paint: Paint;
  isHidden: boolean;
  isAlone: boolean;
}

export interface Share {
  id: string;
  percent: number;
  hidden: readonly number[];
  alone: readonly number[];
  isCurrent: boolean;
}

export interface Masked {
  kind: 'mae';
  patches: readonly Patch[];
  shown: number;
  shares: readonly Share[];
}

export interface Tile {
  id: string;
  title: string;
  cells: readonly Paint[];
  /** Cells a side. */
  side: number;
  column: number;
  row: number;
  /** The partner, if this is a view. */
  partner?: string;
  crops?: readonly { crop: Crop; dashed: boolean }[];
}

export interface Contrast {
  kind: 'simclr';
  tiles: readonly Tile[];
}

export interface PatchSeries extends FigureSeries {
  headline: string;
  picture: Masked | Contrast;
  /** What is marked as long as nothing is pointed at. */
  focus?: string;
}

interface Label {
  x: number;
  y: number;
  text: string;
}

const FRAMES = {
  wide: {
    headline: 84,
    perLine: 100,
    panelGap: 20,
    shares: 6,
    shareGap: 20,
    tileGap: 26,
    tileLabel: 76,
  },
  narrow: {
    headline: 46,
    perLine: 55,
    panelGap: 14,
    shares: 3,
    shareGap: 26,
    tileGap: 12,
    tileLabel: 0,
  },
} as const;
const LINE = 17;
const MOST_TILE = 150;

export interface Layout {
  height: number;
  headline: Label[];
  legend: { sign: Sign; text: string; x: number; y: number }[];
  labels: Label[];
  /** Corners of the two panels, and the side of a patch. */
  panels: { x: number; y: number }[];
  patch: number;
  stripHead: Label[];
  shares: (Share & { x: number; y: number })[];
  shareSize: number;
  tiles: (Tile & { x: number; y: number; size: number })[];
}

const lines = (text: string, y: number, perLine: number): Label[] =>
  wrapText(text, perLine).map((line, i) => ({ x: 0, y: y + i * LINE, text: line }));

const STRIP =
  'The same draw at six shares. Solid: hidden, with no shown patch beside it. Pale: hidden, with a neighbour to copy.';

/** What the signs mean, by kind of picture. */
const LEGENDS = {
  mae: [['alone', 'hidden, with no shown patch beside it: no neighbour to copy']],
  simclr: [
    ['self', 'outlined view'],
    ['partner', 'its partner: to be found'],
    ['stranger', 'strangers: to be kept away'],
  ],
} as const;
export type Sign = (typeof LEGENDS)[keyof typeof LEGENDS][number][0];
const LEGEND_ROW = 21;
const LEGEND_TEXT = 26;

function placeLegend(kind: keyof typeof LEGENDS, top: number, width: number): Layout['legend'] {
  let x = 0;
  let y = top;
  return LEGENDS[kind].map(([sign, text]) => {
    const own = LEGEND_TEXT + widthOf(text, 12);
    if (x > 0 && x + own > width) {
      x = 0;
      y += LEGEND_ROW;
    }
    const item = { sign, text, x, y };
    x += own + 18;
    return item;
  });
}

export function layOut(series: PatchSeries, layout: LayoutName): Layout {
  const frame = FRAMES[layout];
  const headline = lines(series.headline, 14, frame.headline);
  const legend = placeLegend(
    series.picture.kind,
    14 + headline.length * LINE - 6,
    LAYOUTS[layout].width,
  );
  const top = legend.at(-1)!.y + LEGEND_ROW + 8;
  const rest =
    series.picture.kind === 'mae'
      ? placeMasked(series.picture, top, layout)
      : placeContrast(series.picture, top, layout);
  return { headline, legend, ...rest };
}

type Rest = Omit<Layout, 'headline' | 'legend'>;
const NOTHING = {
  labels: [],
  panels: [],
  patch: 0,
  stripHead: [],
  shares: [],
  shareSize: 0,
  tiles: [],
};

function placeMasked(picture: Masked, top: number, layout: LayoutName): Rest {
  const { width } = LAYOUTS[layout];
  const frame = FRAMES[layout];
  const patch = Math.floor((width - frame.panelGap) / 2 / SIDE);
  const size = patch * SIDE;
  const right = width - size - 1;
  const y = top + 18;
  const hidden = picture.patches.length - picture.shown;
  const stripHead = lines(STRIP, y + size + 28, frame.perLine);
  const stripTop = y + size + 28 + (stripHead.length - 1) * LINE + 12;
  const shareSize =
    Math.floor((width - 4 - (frame.shares - 1) * frame.shareGap) / frame.shares / SIDE) * SIDE;
  const step = shareSize + 48;
  const shares = picture.shares.map((share, i) => ({
    ...share,
    x: 2 + (i % frame.shares) * ((width - 4 - shareSize) / (frame.shares - 1)),
    y: stripTop + Math.floor(i / frame.shares) * step,
  }));
  return {
    ...NOTHING,
    labels: [
      { x: 1, y: top + 10, text: `Goes in: ${picture.shown} patches` },
      { x: right, y: top + 10, text: `Must come out: ${hidden} patches` },
    ],
    panels: [
      { x: 1, y },
      { x: right, y },
    ],
    patch,
    stripHead,
    shares,
    shareSize,
    height: shares.at(-1)!.y + step - 6,
  };
}

const ROWS = ['Picture', 'View A', 'View B'];

function placeContrast(picture: Contrast, top: number, layout: LayoutName): Rest {
  const { width } = LAYOUTS[layout];
  const { tileGap, tileLabel } = FRAMES[layout];
  const isAbove = tileLabel === 0;
  const columns = Math.max(...picture.tiles.map(({ column }) => column)) + 1;
  const size = Math.min(
    MOST_TILE,
    Math.floor((width - tileLabel - 8 - (columns - 1) * tileGap) / columns),
  );
  const step = size + (isAbove ? 32 : 16);
  const rowTop = (row: number) => top + (isAbove ? 16 : 4) + row * step;
  return {
    ...NOTHING,
    labels: ROWS.map((text, row) => ({
      x: 0,
      y: isAbove ? rowTop(row) - 7 : rowTop(row) + size / 2,
      text,
    })),
    tiles: picture.tiles.map((tile) => ({
      ...tile,
      size,
      x: tileLabel + 4 + tile.column * (size + tileGap),
      y: rowTop(tile.row),
    })),
    height: rowTop(ROWS.length - 1) + size + 10,
  };
}

/** For the spec's `height`. */
export const patchHeight = (series: PatchSeries, layout: LayoutName): number =>
  layOut(series, layout).height;

/** Squares of a grid as one path, neighbours in a row in one piece. */
export function squaresPath(squares: readonly number[], side: number, cell: number): string {
  const sorted = [...squares].sort((a, b) => a - b);
  const round = (value: number) => Math.round(value * 100) / 100;
  const runs: [number, number][] = [];
  for (const square of sorted) {
    const run = runs.at(-1);
    if (run && run[1] === square && square % side !== 0) run[1] = square + 1;
    else runs.push([square, square + 1]);
  }
  return runs
    .map(([from, to]) => {
      const x = round((from % side) * cell);
      const y = round(Math.floor(from / side) * cell);
      return `M${x} ${y}h${round((to - from) * cell)}v${round(cell)}H${x}z`;
    })
    .join('');
}

/** A picture as one path a colour. */
export function paintedPaths(
  cells: readonly Paint[],
  side: number,
  cell: number,
): { paint: Paint; d: string }[] {
  const byPaint = new Map<string, { paint: Paint; squares: number[] }>();
  cells.forEach((paint, square) => {
    const key = `${paint.hue} ${paint.tone}`;
    const same = byPaint.get(key) ?? { paint, squares: [] };
    same.squares.push(square);
    byPaint.set(key, same);
  });
  return [...byPaint.values()].map(({ paint, squares }) => ({
    paint,
    d: squaresPath(squares, side, cell),
  }));
}
