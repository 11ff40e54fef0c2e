/** Linear axes that stand around their values instead of beginning at zero. */
import type { Axis } from './figure';
import { formatNumber } from './format';

const STEPS = [1, 2, 5, 10];
const MOST_TICKS = 7;

/** The smallest of 1, 2, 5 times a power of ten that cuts the width into few enough parts. */
function stepFor(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width / MOST_TICKS));
  return power * (STEPS.find((step) => width / (step * power) <= MOST_TICKS) ?? 10);
}

/** Multiples of the step within the ends, free of what binary fractions add. */
function ticksWithin(low: number, high: number, step: number): number[] {
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  return Array.from({ length: count }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/**
 * A linear axis around the values.
 * @param narrowest the least width in the values' own unit, so that a difference
 *   of no weight does not fill the picture
 */
export function aroundAxis(
  values: readonly number[],
  label: string,
  narrowest: number,
  format: Axis['format'] = (value) => formatNumber(value),
): Axis {
  const least = values.length > 0 ? Math.min(...values) : 0;
  const most = values.length > 0 ? Math.max(...values) : 0;
  const width = (Math.max(most - least, narrowest) || 1) * 1.16;
  const low = (least + most - width) / 2;
  return {
    label,
    scale: 'linear',
    domain: [low, low + width],
    ticks: ticksWithin(low, low + width, stepFor(width)),
    format,
  };
}
