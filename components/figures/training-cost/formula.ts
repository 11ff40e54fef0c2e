/**
 * From operations to chip-hours, and from these to money, electricity and
 * greenhouse gases: the formulas of the chapter on costs, with Patterson et al.
 * 2021, Sections 2 and 4, for energy and carbon.
 */

const SECONDS = 3600;

/** A kind of chip. */
export interface Chip {
  /** FLOP/s that its maker promises, in 16-bit arithmetic. */
  peak: number;
  /** Watts. */
  power: number;
}

/** What is assumed of the place and the contract. */
export interface Assumptions {
  /** US dollars for a chip-hour. */
  price: number;
  /** Power drawn, as a multiple of the chip's figure. */
  load: number;
  /** Power usage effectiveness: electricity of the building over that of the machines. */
  pue: number;
  /** Grams of CO₂ equivalent for a kilowatt-hour. */
  grid: number;
}

export type Measure = 'money' | 'energy' | 'carbon';

/**
 * Chip-hours of a run: operations / (peak × utilisation × 3600).
 * @param utilisation share of the peak that training reaches, from 0 to 1
 */
export const chipHours = (flop: number, peak: number, utilisation: number): number =>
  flop / (peak * utilisation * SECONDS);

/** Megawatt-hours: chip-hours × watts × PUE / 10⁶. */
export const megawattHours = (hours: number, watts: number, pue: number): number =>
  (hours * watts * pue) / 1e6;

/** Tonnes of CO₂ equivalent: a gram for a kilowatt-hour is a kilogram for a megawatt-hour. */
export const tonnes = (energy: number, grid: number): number => (energy * grid) / 1000;

/** US dollars, megawatt-hours or tonnes of CO₂ equivalent of a run at one utilisation. */
export function costOf(
  measure: Measure,
  flop: number,
  chip: Chip,
  utilisation: number,
  { price, load, pue, grid }: Assumptions,
): number {
  const hours = chipHours(flop, chip.peak, utilisation);
  if (measure === 'money') return hours * price;
  const energy = megawattHours(hours, chip.power * load, pue);
  return measure === 'energy' ? energy : tonnes(energy, grid);
}
