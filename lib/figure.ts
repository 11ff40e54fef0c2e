/**
 * What a figure is before it is drawn: a spec with a pure series function. The
 * same series feeds the static SVG, the live chart, the table, the downloads and
 * what a screen reader hears, so they cannot disagree.
 */
import type { DatasetId } from '@/data';
import type { Column, Source } from '@/data/schema';
import type { Control, FigureState } from './url-state';

/** A dataset as its JSON file gives it. */
export interface DatasetFile<Row = unknown> {
  id: string;
  title: string;
  columns: readonly Pick<Column, 'key' | 'label' | 'options' | 'unit'>[];
  rows: readonly Row[];
  sources: Readonly<Record<string, Pick<Source, 'authors' | 'year' | 'title'>>>;
}

export type FigureData = Partial<Record<DatasetId, DatasetFile>>;

/** A mark that can be pointed at, tapped, or reached with the arrow keys. */
export interface Reading {
  id: string;
  /** Position in the units of the axes. */
  x: number;
  y: number;
  /** What the mark is: "ResNet-152 (torchvision)". */
  label: string;
  /** What it says, in a sentence fragment: "6.7% top-5 error, one crop, validation". */
  text: string;
  /** The works that it rests on. */
  sources: readonly { id: string; locator: string }[];
  /** Index into the series' groups. */
  group: number;
  /** Shown for context only: behind the others, in grey, without a name. */
  muted?: boolean;
  /** An interval around the value: along y in a point chart, along x in a row chart. */
  low?: number;
  high?: number;
  /** Where a bar begins, along x. */
  from?: number;
  /** A path of this site that tells more: "/history/vision-backbones/#alexnet". */
  href?: string;
  linkText?: string;
}

export interface Axis {
  label: string;
  domain: readonly [number, number];
  ticks: readonly number[];
  scale: 'linear' | 'log';
  format: (value: number) => string;
}

export interface Group {
  id: string;
  label: string;
}

export interface TableColumn {
  key: string;
  label: string;
  unit?: string;
}

export interface FigureTable {
  columns: readonly TableColumn[];
  rows: readonly (Readonly<Record<string, string | number | boolean | null>> & { id: string })[];
}

/** What every kind of picture has. */
export interface FigureSeries {
  readings: readonly Reading[];
  groups: readonly Group[];
  table: FigureTable;
  /** Ids of the readings to name in the picture, the most telling first. */
  named: readonly string[];
  /** One or two sentences that say what the picture shows in this state. */
  summary: string;
  /** What is left out in this state, and why. */
  note?: string;
  /** Arrow keys go through the readings as they are listed, row by row, and not from left to right. */
  isList?: true;
  /** Where one choice depends on another: the values that it has in this state, by its control's key. */
  choices?: Readonly<Record<string, readonly string[]>>;
}

/** A curve behind the marks, in the units of the axes. */
export interface Line {
  id: string;
  label: string;
  /** Index into the series' groups, for its colour. */
  group: number;
  points: readonly (readonly [x: number, y: number])[];
  /** An interval around it. */
  band?: readonly (readonly [x: number, low: number, high: number])[];
  dashed?: boolean;
  muted?: boolean;
  /** Drawn thicker than the others. */
  broad?: boolean;
}

/** Marks on two axes: components/charts/point-chart.tsx. */
export interface PointSeries extends FigureSeries {
  x: Axis;
  y: Axis;
  lines?: readonly Line[];
}

/** Named rows with dots or bars along one axis: components/charts/row-chart.tsx. */
export interface RowSeries extends FigureSeries {
  x: Axis;
  /** From the top; a reading's y is the index of its row. */
  rows: readonly { id: string; label: string }[];
  mark: 'dot' | 'bar';
  /** Dots that would cover one another stand a little above and below, by group. */
  apart?: boolean;
  /** Dashed lines across all rows. */
  rules?: readonly { at: number; label: string }[];
}

/** Takes the share that has come in, from 0 to 1. */
export type Report = (share: number) => void;

export interface FigureSpec<Series extends FigureSeries = PointSeries, Loaded = unknown> {
  id: string;
  title: string;
  /** The question that the figure answers. */
  question: string;
  /** The caption: what to look for. */
  lookFor: string;
  datasets: readonly DatasetId[];
  /** Of a large dataset, the ids of the few rows that it needs; the others stay away from its readers. */
  rows?: Partial<Record<DatasetId, readonly string[]>>;
  controls: readonly Control[];
  /**
   * What a state needs beyond the datasets and is too large for every reader to get.
   * Asked at every change: it keeps what it has. `report` is called while bytes come in.
   */
  load?(data: FigureData, state: FigureState, report: Report): Promise<Loaded>;
  /** `loaded` is what `load` gave for this state. */
  series: (data: FigureData, state: FigureState, loaded?: Loaded) => Series;
  /** Height of the picture in pixels, where it depends on what is shown. */
  height?(series: Series, layout: LayoutName): number;
}

/** Wide for text columns and larger, narrow for phones; both are drawn at 1:1. */
export const LAYOUTS = {
  wide: { width: 620, height: 400 },
  narrow: { width: 350, height: 400 },
} as const;
export type LayoutName = keyof typeof LAYOUTS;

export interface Size {
  width: number;
  height: number;
}

/** How large the picture of a series is, in pixels. */
export function sizeOf<Series extends FigureSeries>(
  spec: FigureSpec<Series>,
  series: Series,
  layout: LayoutName,
): Size {
  const { width, height } = LAYOUTS[layout];
  return { width, height: spec.height?.(series, layout) ?? height };
}

/**
 * The dataset that a spec asked for.
 * @throws Error when it was not loaded
 */
export function need<Row>(data: FigureData, id: DatasetId): DatasetFile<Row> {
  const file = data[id];
  if (!file) throw new Error(`the figure needs the dataset "${id}"`);
  return file as DatasetFile<Row>;
}

/** Option id → label of a category column. */
export function optionsOf(file: DatasetFile, key: string): Readonly<Record<string, string>> {
  return file.columns.find((column) => column.key === key)?.options ?? {};
}

/** A state's value for a choice, as text. */
export const choiceOf = (state: FigureState, key: string): string => String(state[key]);

/** An axis in powers of ten around the values, or finer where none lies among them; the ends lie just outside. */
export function logAxis(values: readonly number[], label: string, format: Axis['format']): Axis {
  const low = values.length > 0 ? Math.min(...values) / 2 : 1;
  const high = values.length > 0 ? Math.max(...values) * 2.5 : 10;
  const powers = Array.from(
    { length: Math.floor(Math.log10(high)) - Math.floor(Math.log10(low)) + 1 },
    (_, i) => 10 ** (Math.floor(Math.log10(low)) + i),
  );
  const within = (ticks: number[]) => ticks.filter((tick) => tick >= low && tick <= high);
  const finer = powers.flatMap((power) => [power, 2 * power, 5 * power]);
  const ticks = within(powers).length > 0 ? within(powers) : within(finer);
  return { label, scale: 'log', domain: [low, high], ticks, format: (v) => format(v) };
}

/** An axis of years around the values; a tick at every one, two, five or ten. */
export function yearAxis(values: readonly number[], label: string): Axis {
  const low = values.length > 0 ? Math.min(...values) - 0.6 : 2012;
  const high = values.length > 0 ? Math.max(...values) + 0.9 : 2025;
  const step = [1, 2, 5, 10].find((s) => (high - low) / s <= 8) ?? 20;
  const first = Math.ceil(low / step) * step;
  const ticks = Array.from(
    { length: Math.floor((high - first) / step) + 1 },
    (_, i) => first + i * step,
  );
  return { label, scale: 'linear', domain: [low, high], ticks, format: (v) => String(v) };
}

/** A state's value for a quantity. */
export const numberOf = (state: FigureState, key: string): number => Number(state[key]);

/** An axis from zero to just above the values. */
export function zeroAxis(values: readonly number[], label: string): Axis {
  const most = Math.max(1, ...values);
  const step = [1, 2, 5, 10, 20, 50].find((s) => most / s <= 6) ?? 100;
  const high = most * 1.06;
  const ticks = Array.from({ length: Math.floor(high / step) + 1 }, (_, i) => i * step);
  return { label, scale: 'linear', domain: [0, high], ticks, format: (v) => String(v) };
}

/** A model's name without what stands in brackets behind it, for names in a picture. */
export const shortName = (name: string): string =>
  name.replace(/ \([^)]*\)/g, '').replace(/, .*$/, '');

/** Pixels of a value on an axis that runs from `start` to `end`. */
export function position(axis: Axis, value: number, start: number, end: number): number {
  const along = axis.scale === 'log' ? Math.log10 : (v: number) => v;
  const [low, high] = axis.domain;
  return start + ((along(value) - along(low)) / (along(high) - along(low))) * (end - start);
}
