import {
  choiceOf,
  need,
  optionsOf,
  type Axis,
  type FigureData,
  type FigureSpec,
  type Line,
  type PointSeries,
} from '@/lib/figure';
import { formatNumber } from '@/lib/format';
import type { FigureState } from '@/lib/url-state';
import {
  SIZES,
  linesOf,
  nameOf,
  signed,
  sizeOfModel,
  toEntry,
  toReading,
  type Entry,
  type Model,
} from './entries';
import { familyOf, scoreOf, type Row, type Score } from './model';
import { SCORES, noteOn, summarise, tableOf } from './words';

/** Marks whose loss lies above the cut are drawn in a strip at the top. */
export interface TradeoffSeries extends PointSeries {
  cut: number;
  /** What stands beside a mark in the picture. */
  names: Readonly<Record<string, string>>;
}

/** Twice the perplexity and a little more: beyond it nobody asks how far. */
const CUT = 130;
const BIT_TICKS = [0.5, 1, 2, 3, 4, 8, 16];
function bitsAxis(values: readonly number[]): Axis {
  const domain = [Math.min(2, ...values) / 1.15, 18] as const;
  return {
    label: 'Bits left for each weight of the original',
    scale: 'log',
    domain,
    ticks: BIT_TICKS.filter((tick) => tick >= domain[0]),
    format: (v) => String(v),
  };
}

/** From the largest gain to the largest loss; `cut` is where the picture ends. */
function lossAxis(losses: readonly number[], score: Score): { axis: Axis; cut: number } {
  const most = Math.max(2, ...losses) * 1.06;
  const cut = score === 'perplexity' ? Math.min(CUT, Math.max(20, most)) : most;
  const step = [0.5, 1, 2, 5, 10, 25].find((s) => cut / s <= 6.2) ?? 50;
  const low = Math.min(-0.06 * cut, Math.min(...losses) - 0.045 * cut);
  const first = Math.ceil(low / step) * step;
  const ticks = Array.from(
    { length: Math.floor((cut - first) / step) + 1 },
    (_, i) => first + i * step,
  );
  const axis: Axis = {
    label: SCORES[score].axis,
    scale: 'linear',
    domain: [low, Math.max(cut, most)],
    ticks,
    format: (v) => (score === 'perplexity' ? signed(v) : formatNumber(v)),
  };
  return { axis, cut };
}

const namingOrder = (entries: readonly Entry[], lines: readonly Line[]): string[] => {
  const lowest = new Set(lines.map(({ points }) => points.at(-1)?.join()));
  const rank = ({ bits, loss }: Entry) => (lowest.has([bits, loss].join()) ? 0 : 1);
  return [...entries].sort((a, b) => rank(a) - rank(b) || b.loss - a.loss).map((e) => e.row.id);
};

/** Bits left of each weight against what is lost, one kind of score at a time. */
export function series(data: FigureData, state: FigureState): TradeoffSeries {
  const file = need<Row>(data, 'compression');
  const byId = new Map(need<Model>(data, 'models').rows.map((model) => [model.id, model]));
  const score = choiceOf(state, 'score') as Score;
  const technique = choiceOf(state, 'technique');
  const family = choiceOf(state, 'models');
  const bySize = choiceOf(state, 'colour') === 'size';
  const techniques = optionsOf(file, 'family');
  const rows = file.rows.filter(
    (row) =>
      (technique === 'all' || row.family === technique) &&
      (family === 'all' || familyOf(row) === family),
  );
  const all = rows.flatMap((row) => toEntry(row, byId) ?? []);
  const entries = all
    .filter(({ row }) => scoreOf(row) === score)
    .sort((a, b) => a.bits - b.bits || a.loss - b.loss);
  const groupOf = (entry: Entry) =>
    bySize ? sizeOfModel(entry) : Object.keys(techniques).indexOf(entry.row.family);
  const lines = linesOf(entries, groupOf);
  const { axis, cut } = lossAxis(
    entries.map(({ loss }) => loss),
    score,
  );
  return {
    readings: entries.map((entry) => toReading(entry, groupOf(entry))),
    groups: bySize
      ? SIZES.map((label, i) => ({ id: `size-${i}`, label }))
      : Object.entries(techniques).map(([id, label]) => ({ id, label })),
    x: bitsAxis(entries.map(({ bits }) => bits)),
    y: axis,
    cut,
    lines,
    names: Object.fromEntries(entries.map((entry) => [entry.row.id, nameOf(entry, cut)])),
    named: namingOrder(entries, lines),
    table: tableOf(file, entries, score),
    summary: summarise(entries, score, [...new Set(all.flatMap(({ row }) => scoreOf(row) ?? []))]),
    note: noteOn(rows, entries, score),
  };
}

export const spec: FigureSpec<TradeoffSeries> = {
  id: 'compression-tradeoff',
  title: 'Four bits cost little, three can cost a lot',
  question: 'How far can a trained model be squeezed before it breaks, and by which method?',
  lookFor:
    'Go from right to left: fewer bits for each weight. Down to four, rounding costs a few percent of perplexity; then the curves bend upwards. Compare what lies above one point of the scale: eight bits left by rounding, or by removing half of the weights. Then colour by the size of the model, and see that larger ones often, but not always, stand it better.',
  datasets: ['compression', 'models'],
  controls: [
    {
      kind: 'choice',
      key: 'score',
      label: 'What is lost',
      default: 'perplexity',
      options: [
        { value: 'perplexity', label: SCORES.perplexity.label },
        { value: 'language', label: SCORES.language.label },
        { value: 'perception', label: SCORES.perception.label },
      ],
    },
    {
      kind: 'choice',
      key: 'technique',
      label: 'Technique',
      default: 'all',
      options: [
        { value: 'all', label: 'All' },
        { value: 'quantization', label: 'Quantization' },
        { value: 'pruning', label: 'Pruning' },
        { value: 'distillation', label: 'Distillation' },
        { value: 'low-rank', label: 'Low-rank factors' },
        { value: 'weight-sharing', label: 'Weight sharing' },
        { value: 'combined', label: 'Several combined' },
      ],
    },
    {
      kind: 'choice',
      key: 'models',
      label: 'Models',
      default: 'all',
      options: [
        { value: 'all', label: 'All' },
        { value: 'llama', label: 'LLaMA and Llama' },
        { value: 'opt', label: 'OPT and BLOOM' },
        { value: 'bert', label: 'BERT and relatives' },
        { value: 'other', label: 'Others' },
      ],
    },
    {
      kind: 'choice',
      key: 'colour',
      label: 'Colour',
      default: 'technique',
      options: [
        { value: 'technique', label: 'Technique' },
        { value: 'size', label: 'Model size' },
      ],
    },
  ],
  series,
  height: (_, layout) => (layout === 'wide' ? 440 : 460),
};
