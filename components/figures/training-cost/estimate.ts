import { choiceOf, type FigureData } from '@/lib/figure';
import type { FigureState } from '@/lib/url-state';
import { assumptionsOf, utilisationOf } from './controls';
import { costOf, type Measure } from './formula';
import { chipOf, isChip, runsOf, type KnownChip, type Run } from './runs';

/** A run with what the formula gives for it. */
export interface Estimate {
  run: Run;
  chip: KnownChip;
  /** The middle of the range on a log scale, as a share. */
  utilisation: number;
  value: number;
  low: number;
  high: number;
}

/** What the formula gives for every run, at both ends of the utilisation and between them. */
export function estimate(data: FigureData, state: FigureState, measure: Measure): Estimate[] {
  const wanted = choiceOf(state, 'chip');
  const shared = isChip(wanted) ? chipOf(data, wanted) : undefined;
  const { low, high } = utilisationOf(state);
  const utilisation = Math.sqrt(low * high);
  const given = assumptionsOf(state);
  return runsOf(data).map((run) => {
    const chip = shared ?? run.chip;
    const at = (share: number) => costOf(measure, run.flop.value, chip, share, given);
    return { run, chip, utilisation, value: at(utilisation), low: at(high), high: at(low) };
  });
}
