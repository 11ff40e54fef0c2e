/** The runs of the figure, with what their datasets say of them. */
import { isKnown, type KnownCell } from '@/data/cell';
import type { models } from '@/data/models/definition';
import type { quantities } from '@/data/quantities/definition';
import type { Cell, RowOf } from '@/data/schema';
import type { trainingRuns } from '@/data/training-runs/definition';
import { need, optionsOf, type FigureData } from '@/lib/figure';
import type { Chip, Measure } from './formula';

type RunRow = RowOf<typeof trainingRuns>;
type ModelRow = RowOf<typeof models>;
type QuantityRow = RowOf<typeof quantities>;
type Sourced = Pick<KnownCell<unknown>, 'source' | 'locator'>;

/** Where a chip's peak speed and power stand; an H800 computes like the H100 that it derives from. */
const CHIPS = {
  v100: ['bias-v100-peak', 'bias-gpt-3-power'],
  a100: ['bias-a100-peak', 'bias-a100-power'],
  h100: ['bias-h100-peak', 'bias-h100-power'],
  h800: ['bias-h100-peak', 'bias-h100-power'],
  'tpu-v3': ['bias-tpu-v3-peak', 'bias-tpu-v3-power'],
  'tpu-v4': ['bias-tpu-v4-peak', 'bias-tpu-v4-power'],
} as const;
/** Rows in the dataset of quantities. */
export const CHIP_QUANTITIES: readonly string[] = [...new Set(Object.values(CHIPS).flat())];
export type ChipId = keyof typeof CHIPS;
export const isChip = (id: string): id is ChipId => Object.hasOwn(CHIPS, id);

/** A chip with its name and the works that describe it. */
export interface KnownChip extends Chip {
  id: ChipId;
  name: string;
  cells: readonly Sourced[];
}

/** What somebody has published about a run. */
export interface Published {
  value: number;
  /** The other end, where two were printed. */
  high?: number;
  by: 'makers' | 'others';
  /** Computed here from what they printed. */
  isDerived: boolean;
  cell: Sourced;
  note?: string;
}

export interface Run {
  id: string;
  name: string;
  flop: KnownCell<number>;
  chip: KnownChip;
  /** What says which chip it was. */
  chipCell: Sourced;
  published: Readonly<Record<Measure, Published | undefined>>;
}

/** A chip by its id. */
export function chipOf(data: FigureData, id: ChipId): KnownChip {
  const rows = need<QuantityRow>(data, 'quantities').rows;
  const [peak, power] = CHIPS[id].map((key) => {
    const cell = rows.find((row) => row.id === key)?.quantity;
    if (!isKnown(cell)) throw new Error(`the figure needs the quantity "${key}"`);
    return cell;
  });
  const names = optionsOf(need(data, 'training-runs'), 'chip');
  return {
    id,
    name: names[id] ?? id,
    // Printed in trillions of operations a second.
    peak: peak!.value * 1e12,
    power: power!.value,
    cells: [peak!, power!],
  };
}

function published(
  cell: Cell<number>,
  by: Published['by'] | undefined,
  high?: Cell<number>,
): Published | undefined {
  if (!isKnown(cell) || !by) return undefined;
  return {
    value: cell.value,
    high: isKnown(high) ? high.value : undefined,
    by,
    isDerived: cell.status === 'derived',
    cell,
    note: cell.note,
  };
}

/** Every run with known operations and chip, the largest first. */
export function runsOf(data: FigureData): Run[] {
  const runs = need<RunRow>(data, 'training-runs').rows;
  const flops = new Map(
    need<ModelRow>(data, 'models').rows.map((row) => [row.id, row.training_compute_flop]),
  );
  return runs
    .flatMap((row): Run[] => {
      const flop = flops.get(row.model);
      if (!isKnown(flop) || !isKnown(row.chip)) return [];
      return [
        {
          id: row.id,
          name: row.name,
          flop,
          chip: chipOf(data, row.chip.value),
          chipCell: row.chip,
          published: {
            energy: published(row.energy, row.energy_by),
            carbon: published(row.emissions, row.emissions_by),
            money: published(row.price, row.price_by, row.price_high),
          },
        },
      ];
    })
    .sort((a, b) => b.flop.value - a.flop.value);
}
