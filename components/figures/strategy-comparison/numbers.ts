/** Scores and their differences as a reader reads them. */
import { formatNumber, formatQuantity } from '@/lib/format';
import type { Score } from './model';

export const sayScore = ({ cell }: Score): string =>
  cell.unit === 'percent' ? formatQuantity(cell.value, 'percent') : formatNumber(cell.value);

export const signed = (value: number): string =>
  value > 0 ? `+${formatNumber(value)}` : formatNumber(value);

const points = (value: number) =>
  `${formatNumber(Math.abs(value))} point${Math.abs(value) === 1 ? '' : 's'}`;

/** "5.5 points worse". */
export const sayGap = (gain: number): string =>
  gain === 0 ? 'the same' : `${points(gain)} ${gain > 0 ? 'better' : 'worse'}`;

/** "5.5 points worse than the 97.3% of full fine-tuning". */
export const sayGain = (gain: number, full: string): string =>
  `${sayGap(gain)} ${gain === 0 ? 'as' : 'than'} the ${full} of full fine-tuning`;
