/** The loss in training and on held-out text, against the steps. */
import type { PretrainRecord, ScoreRecord } from '@/labs/pretrain/records';
import type { Settings } from '@/labs/lab';
import { formatNumber } from '@/lib/format';
import { zeroAxis, type Axis, type PointSeries, type Reading } from '@/lib/figure';

const GROUPS = [
  { id: 'learn', label: 'In training' },
  { id: 'held-out', label: 'On held-out text' },
] as const;

const isScore = (record: PretrainRecord): record is ScoreRecord => record.kind === 'score';

/** Whole nats around the values: curves, not bars, so it need not begin at zero. */
function lossAxis(values: readonly number[]): Axis {
  const [low, high] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [4, 7];
  const from = Math.max(0, Math.floor(low - 0.1));
  const to = Math.ceil(high + 0.1);
  return {
    label: 'Loss (nats a guessed token)',
    domain: [from, to],
    ticks: Array.from({ length: to - from + 1 }, (_, i) => from + i),
    scale: 'linear',
    format: String,
  };
}

/** From a little before zero, so that the first marks are whole. */
function stepAxis(steps: number): Axis {
  const axis = zeroAxis([steps], 'Steps of training');
  const size = 10 ** Math.floor(Math.log10(steps));
  const gap = [0.2, 0.5, 1, 2].map((n) => n * size).find((one) => steps / one <= 6) ?? 2 * size;
  const ticks = Array.from({ length: Math.floor(axis.domain[1] / gap) + 1 }, (_, i) => i * gap);
  return {
    ...axis,
    ticks,
    format: (value) => formatNumber(value),
    domain: [-steps / 50, axis.domain[1]],
  };
}

const bits = ({ bitsPerCharacter }: { bitsPerCharacter?: number }) =>
  bitsPerCharacter === undefined ? '' : `, ${formatNumber(bitsPerCharacter, 3)} bits per character`;

/** The two marks of a score. */
function readingsOf(record: ScoreRecord): Reading[] {
  const { step, loss, heldOut, accuracy } = record;
  const after = `after ${formatNumber(step)} ${step === 1 ? 'step' : 'steps'}`;
  const mark = (group: 0 | 1, y: number, text: string): Reading => ({
    id: `${GROUPS[group].id}-${step}`,
    x: step,
    y,
    label: GROUPS[group].label,
    text,
    sources: [],
    group,
  });
  return [
    ...(loss === undefined
      ? []
      : [
          mark(0, loss, `${formatNumber(loss, 3)} nats, as a mean since the mark before, ${after}`),
        ]),
    mark(
      1,
      heldOut,
      `${formatNumber(heldOut, 3)} nats${bits(record)}, ${formatNumber(accuracy, 2)}% of the guesses right, ${after}`,
    ),
  ];
}

function summarise(scores: readonly ScoreRecord[]): string {
  const [first, last] = [scores[0], scores.at(-1)];
  if (!first || !last || first === last) return 'The model has not learned anything yet.';
  return `On held-out text the loss went from ${formatNumber(first.heldOut, 3)} to ${formatNumber(last.heldOut, 3)} nats in ${formatNumber(last.step)} steps${bits(last)}; of its guesses ${formatNumber(last.accuracy, 2)}% are right.`;
}

export function series(found: readonly unknown[], settings: Settings): PointSeries {
  const scores = (found as readonly PretrainRecord[]).filter(isScore);
  const readings = scores.flatMap(readingsOf);
  const steps = Math.max(
    Math.round(Number(settings.steps)) || 1,
    ...scores.map(({ step }) => step),
  );
  return {
    readings,
    groups: GROUPS,
    lines: GROUPS.map(({ id, label }, group) => ({
      id,
      label,
      group,
      points: readings.filter((one) => one.group === group).map(({ x, y }) => [x, y] as const),
    })),
    x: stepAxis(steps),
    y: lossAxis(readings.map(({ y }) => y)),
    named: [],
    table: {
      columns: [
        { key: 'step', label: 'Steps' },
        { key: 'loss', label: 'Loss in training', unit: 'nats' },
        { key: 'heldOut', label: 'Loss on held-out text', unit: 'nats' },
        { key: 'accuracy', label: 'Guesses right', unit: '%' },
        { key: 'bits', label: 'Bits per character' },
      ],
      rows: scores.map(({ step, loss, heldOut, accuracy, bitsPerCharacter }) => ({
        id: String(step),
        step,
        loss: loss ?? null,
        heldOut,
        accuracy,
        bits: bitsPerCharacter ?? null,
      })),
    },
    summary: summarise(scores),
  };
}
