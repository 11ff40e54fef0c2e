/** What one state shows: marks, and the rows that they stand in. */
import { choiceOf, type FigureData } from '@/lib/figure';
import type { FigureState } from '@/lib/url-state';
import { COMPARISONS } from './comparisons';
import type { LaneSeries } from './layout';
import { fullOf, gainOn, isFull, rivalOf, scoresOf, type Score } from './model';
import { sayScore, signed } from './numbers';

/** A score with where it stands along the axis. */
export interface Mark {
  score: Score;
  at: number;
  full?: Score;
}

export interface View {
  title: string;
  marks: readonly Mark[];
  rows: LaneSeries['rows'];
  isGain: boolean;
  /** Whether the comparison was tested on shifted data at all. */
  hasShift: boolean;
}

export const rowId = ({ strategy, shift }: Score) => `${strategy} ${shift}`;

export function viewOf(data: FigureData, state: FigureState): View {
  const comparison =
    COMPARISONS.find(({ value }) => value === choiceOf(state, 'table')) ?? COMPARISONS[0]!;
  const isGain = choiceOf(state, 'measure') === 'gain';
  const test = choiceOf(state, 'test');
  const all = scoresOf(data, comparison);
  const full = fullOf(all);
  const shown = all.filter(({ shift }) => test === 'both' || shift === test);
  const marks = shown.flatMap((score): Mark[] => {
    const rival = rivalOf(full, score);
    if (!isGain) return [{ score, at: score.cell.value, full: rival }];
    return rival && !isFull(score) ? [{ score, at: gainOn(rival, score), full: rival }] : [];
  });
  const hasShift = all.some(({ shift }) => shift === 'shifted');
  const isTwofold = hasShift && test === 'both';
  return {
    title: comparison.label,
    marks,
    rows: rowsOf(marks, isTwofold, isGain),
    isGain,
    hasShift,
  };
}

export const average = (marks: readonly Mark[]): Mark | undefined =>
  marks.find(({ score }) => score.isAverage);

const LANES = { alike: 'similar data', shifted: 'shifted data' } as const;

/** Strategies in the order of the ladder, each with its two kinds of test data one below the other. */
function rowsOf(marks: readonly Mark[], isTwofold: boolean, isGain: boolean): LaneSeries['rows'] {
  const strategies = [...new Set(marks.map(({ score }) => score.strategy))];
  return strategies.flatMap((strategy) =>
    (['alike', 'shifted'] as const).flatMap((shift) => {
      const ofRow = marks.filter(
        ({ score }) => score.strategy === strategy && score.shift === shift,
      );
      const first = ofRow[0];
      if (!first) return [];
      const mean = average(ofRow);
      return [
        {
          id: rowId(first.score),
          label: isTwofold ? `${strategy}, ${LANES[shift]}` : strategy,
          strategy,
          ...(isTwofold && { lane: LANES[shift] }),
          ...(mean && { mean: isGain ? signed(mean.at) : sayScore(mean.score) }),
        },
      ];
    }),
  );
}
