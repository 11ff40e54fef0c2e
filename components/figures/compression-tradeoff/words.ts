/** What the picture says in words: summary, note and table. */
import { isKnown } from '@/data/cell';
import { optionsOf, type DatasetFile } from '@/lib/figure';
import { formatNumber } from '@/lib/format';
import { lossText, type Entry } from './entries';
import { scoreOf, type Row, type Score } from './model';

export const SCORES: Readonly<Record<Score, { label: string; axis: string; of: string }>> = {
  perplexity: {
    label: 'Perplexity',
    axis: 'Increase of perplexity (%)',
    of: 'perplexity on WikiText',
  },
  language: {
    label: 'Language tasks',
    axis: 'Points lost, of 100',
    of: 'scores on language tasks',
  },
  perception: {
    label: 'Images, speech',
    axis: 'Points lost, of 100',
    of: 'scores on images and speech',
  },
};

/** Why the picture is empty, and where the reader finds what is asked for. */
function sayNothing(score: Score, others: readonly Score[]): string {
  const names = others.map((other) => `“${SCORES[other].label}”`).join(' or ');
  const hint = others.length > 0 ? ` Choose ${names} above.` : '';
  return `Nothing of this choice was measured by ${SCORES[score].of}.${hint}`;
}

/** The median loss of the results with this many bits. */
function medianLoss(entries: readonly Entry[], from: number, to: number): number | undefined {
  const losses = entries
    .filter(({ bits }) => bits >= from && bits < to)
    .map(({ loss }) => loss)
    .sort((a, b) => a - b);
  return losses.length > 0 ? losses[Math.floor((losses.length - 1) / 2)] : undefined;
}

const LEVELS = [
  ['two', 1.9, 2.9],
  ['three', 2.9, 3.6],
  ['four', 3.6, 5.2],
  ['eight', 7, 9],
] as const;

/** @param measured the scores for which the reader's choice has results */
export function summarise(
  entries: readonly Entry[],
  score: Score,
  measured: readonly Score[],
): string {
  const worst = [...entries].sort((a, b) => b.loss - a.loss)[0];
  if (!worst) return sayNothing(score, measured);
  const rounded = entries.filter(({ row }) => row.family === 'quantization');
  const levels = LEVELS.flatMap(([words, from, to]) => {
    const loss = medianLoss(rounded, from, to);
    if (loss === undefined) return [];
    return [
      `${formatNumber(loss, 2)}${score === 'perplexity' ? '%' : ' points'} at about ${words} bits`,
    ];
  });
  const medians = levels.length > 0 ? ` By rounding, the median loss is ${levels.join(', ')}.` : '';
  return `${entries.length} ${entries.length === 1 ? 'result' : 'results'}, measured by ${SCORES[score].of}, by the bits left for each weight.${medians} The most is lost by ${worst.row.technique} on ${worst.row.model}: ${lossText(worst)}.`;
}

/** Rows of another ruler and rows without a size, counted; and what the bits leave out. */
export function noteOn(rows: readonly Row[], entries: readonly Entry[], score: Score): string {
  const ofScore = rows.filter((row) => scoreOf(row) === score);
  const without = ofScore.length - entries.length;
  const foreign = rows.filter((row) => scoreOf(row) === undefined).length;
  const parts = [
    without > 0
      ? `${without} of ${ofScore.length} results ${without === 1 ? 'is' : 'are'} not drawn: no source gives the size after.`
      : '',
    score === 'perplexity' && foreign > 0
      ? `${foreign} more ${foreign === 1 ? 'was' : 'were'} measured on other texts or in plain errors, and cannot stand beside these.`
      : '',
    score === 'perplexity'
      ? 'The change is taken within each table, since tables cut the same text differently.'
      : 'A point on one test is not a point on another: compare marks of one model.',
    'Bits are those that the authors name, without scales and unrounded parts, or those of the file; weights that were kept whole count as 16, without their places.',
  ];
  return parts.filter(Boolean).join(' ');
}

export function tableOf(file: DatasetFile<Row>, entries: readonly Entry[], score: Score) {
  const families = optionsOf(file, 'family');
  const loss =
    score === 'perplexity'
      ? { key: 'loss', label: 'Increase', unit: 'percent' }
      : { key: 'loss', label: 'Points lost', unit: 'points' };
  return {
    columns: [
      { key: 'technique', label: 'Technique' },
      { key: 'family', label: 'Family' },
      { key: 'model', label: 'Model' },
      { key: 'setting', label: 'Setting' },
      { key: 'bits', label: 'Bits left', unit: 'bits' },
      { key: 'metric', label: 'Score' },
      { key: 'before', label: 'Before' },
      { key: 'after', label: 'After' },
      loss,
      { key: 'source', label: 'Source' },
    ],
    rows: entries.map(({ row, bits, loss: lost }) => ({
      id: row.id,
      technique: row.technique,
      family: families[row.family] ?? row.family,
      model: row.model,
      setting: row.setting,
      bits,
      metric: row.metric,
      before: row.before.value,
      after: row.after.value,
      loss: lost,
      source: isKnown(row.after) ? `${row.after.source}, ${row.after.locator}` : null,
    })),
  };
}
