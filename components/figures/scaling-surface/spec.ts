import {
  choiceOf,
  logAxis,
  need,
  type Axis,
  type FigureData,
  type FigureSpec,
  type Group,
  type Line,
  type PointSeries,
  type Reading,
} from '@/lib/figure';
import {
  formatCompact,
  formatNumber,
  formatQuantity,
  formatScaled,
  formatScientific,
} from '@/lib/format';
import {
  OPTIMUM,
  SIX_N_D,
  constantOf,
  fitOf,
  sizeExponent,
  surfaceOf,
  trainingCompute,
  wasteFactors,
  type LawRow,
  type Surface,
} from '@/lib/scaling-law';
import type { FigureState } from '@/lib/url-state';
import {
  BUDGETS,
  SHARE,
  SIZES,
  bestPath,
  budgetSlice,
  sizeSlice,
  tokenFactors,
  type Slice,
} from './slices';

type View = 'size' | 'tokens';

/** Every fit of a surface L(N, D) in the dataset, by year. */
const LAWS = [
  { value: 'kaplan-2020-n-d', label: 'Kaplan 2020' },
  { value: 'hoffmann-2022-approach-3', label: 'Hoffmann 2022, as printed' },
  { value: 'hoffmann-2022-approach-3-unrounded', label: 'Hoffmann 2022, all digits' },
  { value: 'sardana-2023-inference', label: 'Hoffmann 2022, in Sardana’s code' },
  { value: 'muennighoff-2023-base', label: 'Muennighoff 2023, on C4' },
  { value: 'besiroglu-2024', label: 'Besiroglu 2024, the refit' },
];

/** Groups by index: a curve, its best point, what lies outside the flat part, the floor. */
const CURVE = 0;
const BEST = 1;
const OUTSIDE = 2;
const FLOOR = 3;

const percent = formatQuantity(SHARE * 100, 'percent');

function groupsFor(view: View, flat: boolean, law: Surface): Group[] {
  const what = view === 'size' ? 'one budget' : 'one size, in parameters';
  return [
    { id: 'curve', label: flat ? `Wastes under ${percent} of the budget` : `Loss of ${what}` },
    { id: 'best', label: view === 'size' ? 'Best size' : 'Best for its budget' },
    { id: 'outside', label: 'Wastes more' },
    { id: 'floor', label: `Floor of the law, ${formatNumber(law.E, 3)}` },
  ];
}

function linesFor(view: View, law: Surface, slices: readonly Slice[], flat: boolean): Line[] {
  const curves = slices.flatMap((slice): Line[] => {
    const name = nameOf(view, slice);
    const whole = { id: `curve-${slice.fixed}`, label: name, points: slice.curve };
    return flat
      ? [
          { ...whole, group: OUTSIDE, muted: true },
          {
            id: `flat-${slice.fixed}`,
            label: name,
            group: CURVE,
            points: slice.flat,
            broad: true,
          },
        ]
      : [{ ...whole, group: CURVE }];
  });
  const path: Line = {
    id: 'best',
    label: 'Lowest loss for every budget',
    group: BEST,
    dashed: true,
    points: bestPath(law, slices).map(({ best, loss }) => [across(view, best), loss]),
  };
  if (law.E === 0) return [...curves, path];
  const xs = slices.flatMap(({ curve }) => curve.map(([x]) => x));
  const floor: Line = {
    id: 'floor',
    label: 'Floor of the law',
    group: FLOOR,
    dashed: true,
    muted: true,
    points: [
      [Math.min(...xs), law.E ** law.power],
      [Math.max(...xs), law.E ** law.power],
    ],
  };
  return [floor, ...curves, path];
}

const across = (view: View, best: Slice['best']) =>
  view === 'size' ? best.parameters : best.tokens;

const nameOf = (view: View, { fixed }: Slice): string =>
  view === 'size' ? `${formatScientific(fixed)} FLOP` : formatCompact(fixed);

const counted = (law: Surface) =>
  law.counts === 'non-embedding' ? 'parameters without embeddings' : 'parameters';

function toReading(view: View, law: Surface, slice: Slice): Reading {
  const { best, loss, fixed } = slice;
  const ratio = formatNumber(best.tokens / best.parameters, 3);
  const found =
    view === 'size'
      ? `go furthest with ${formatScaled(best.parameters)} ${counted(law)} on ${formatScaled(best.tokens)} tokens`
      : `parameters are the best size for ${formatScientific(trainingCompute(best))} FLOP, on ${formatScaled(best.tokens)} tokens`;
  const [low, high] = [slice.flat[0]![0], slice.flat.at(-1)![0]];
  return {
    id: `${view}-${fixed.toExponential().replace('e+', 'e')}`,
    x: across(view, best),
    y: loss,
    label: nameOf(view, slice),
    text:
      `${found}, ${ratio} tokens per parameter: predicted loss ${formatNumber(loss, 4)} nats per token; ` +
      `less than ${percent} is wasted from ${formatScaled(low)} to ${formatScaled(high)} ${view === 'size' ? 'parameters' : 'tokens'}`,
    sources: [...law.sources, OPTIMUM, SIX_N_D],
    group: BEST,
  };
}

/** From just below the lowest line to where the valley of the smallest budget is well under way. */
function lossAxis(law: Surface, slices: readonly Slice[]): Axis {
  const best = slices.map(({ loss }) => loss);
  const low = law.E > 0 ? law.E : Math.min(...best);
  const room = Math.max(...best) - low;
  // Below the lowest best point, a name needs room; above a floor it has some.
  const domain = [low - (law.E > 0 ? 0.06 : 0.14) * room, Math.max(...best) + 0.45 * room] as const;
  const step = [0.1, 0.2, 0.25, 0.5, 1].find((s) => (domain[1] - domain[0]) / s <= 7) ?? 2;
  const first = Math.ceil(domain[0] / step);
  const ticks = Array.from(
    { length: Math.floor(domain[1] / step) - first + 1 },
    (_, i) => Math.round((first + i) * step * 100) / 100,
  );
  return {
    label: 'Predicted loss (nats per token)',
    scale: 'linear',
    domain,
    ticks,
    format: (v) => v.toFixed(step < 0.2 || step === 0.25 ? 2 : 1),
  };
}

function summarise(
  view: View,
  name: string,
  law: Surface,
  slices: readonly Slice[],
  flat: boolean,
) {
  const [first, last] = [slices[0]!, slices.at(-1)!];
  const say = ({ best, loss }: Slice) =>
    `${formatScaled(best.parameters)} parameters on ${formatScaled(best.tokens)} tokens, loss ${formatNumber(loss, 3)}`;
  const [low, high] = (view === 'size' ? wasteFactors(law, SHARE) : tokenFactors(law)).map((f) =>
    formatNumber(f, 2),
  );
  const wasted = flat
    ? ` Less than ${percent} of the budget is wasted between ${low} and ${high} times the best ${view === 'size' ? 'size' : 'number of tokens'}.`
    : '';
  const moves = ` The best size grows with compute to the power ${formatNumber(sizeExponent(law), 3)}.`;
  return view === 'size'
    ? `${name}: loss against parameters is a valley for each of ${slices.length} budgets. Its lowest point moves from ${say(first)} (${nameOf(view, first)}) to ${say(last)} (${nameOf(view, last)}).${moves}${wasted}`
    : `${name}: loss against tokens for ${slices.length} sizes, each levelling off. The dashed line joins the points where a size is the best for its budget: from ${say(first)} to ${say(last)}.${moves}${wasted}`;
}

/** What the law's own authors say of the best size, from other fits. */
const kaplanNote = (rows: readonly LawRow[]) =>
  `This law was fitted to data sets read until the test loss rose; with D taken as one pass, as here, the best size grows more slowly than with the exponent ${constantOf(fitOf(rows, 'kaplan-2020-allocation'), 'p-n')} that its authors read from training curves.`;
const INTERVAL_NOTE =
  'No band is drawn around the curves: the authors give an interval for each constant, but not how the constants vary together, and bands that ignore this come out many times too wide.';

function noteOf(rows: readonly LawRow[], law: Surface): string {
  const own =
    law.id === 'kaplan-2020-n-d'
      ? ` ${kaplanNote(rows)}`
      : law.id === 'besiroglu-2024'
        ? ` ${INTERVAL_NOTE}`
        : '';
  return (
    `Fitted to: ${law.data}. ${law.holds}; everything beyond is extrapolated. ` +
    `Compare shapes and best points between laws, never losses: tokenizers and texts differ.${own}`
  );
}

/** A law's loss in slices, with the best point of each. */
export function series(data: FigureData, state: FigureState): PointSeries {
  const { rows } = need<LawRow>(data, 'scaling-laws');
  const view = choiceOf(state, 'view') as View;
  const law = surfaceOf(rows, choiceOf(state, 'law'));
  const name = LAWS.find(({ value }) => value === law.id)?.label ?? law.id;
  const flat = state.flat === true;
  const slices =
    view === 'size'
      ? BUDGETS.map((budget) => budgetSlice(law, budget))
      : SIZES.map((size) => sizeSlice(law, size));
  const readings = slices.map((slice) => toReading(view, law, slice));
  const label = view === 'size' ? 'Parameters' : 'Training tokens';
  const y = lossAxis(law, slices);
  return {
    readings,
    groups: groupsFor(view, flat, law),
    lines: linesFor(view, law, slices, flat),
    x: logAxis(
      slices.flatMap(({ curve }) => curve.map(([x]) => x)),
      label,
      formatCompact,
    ),
    y,
    named: readings.map(({ id }) => id),
    table: {
      columns: [
        { key: 'compute', label: 'Training compute', unit: 'FLOP' },
        { key: 'parameters', label: 'Parameters', unit: 'parameters' },
        { key: 'tokens', label: 'Tokens', unit: 'tokens' },
        { key: 'ratio', label: 'Tokens per parameter' },
        { key: 'loss', label: 'Predicted loss', unit: 'nats per token' },
        { key: 'from', label: `Wastes under ${percent} from`, unit: label.toLowerCase() },
        { key: 'to', label: 'to', unit: label.toLowerCase() },
        { key: 'source', label: 'Source of the constants' },
      ],
      rows: slices.map((slice, i) => ({
        id: readings[i]!.id,
        compute: trainingCompute(slice.best),
        parameters: slice.best.parameters,
        tokens: slice.best.tokens,
        ratio: slice.best.tokens / slice.best.parameters,
        loss: slice.loss,
        from: slice.flat[0]![0],
        to: slice.flat.at(-1)![0],
        source: law.sources.map(({ id, locator }) => `${id}, ${locator}`).join('; '),
      })),
    },
    summary: summarise(view, name, law, slices, flat),
    note: noteOf(rows, law),
  };
}

export const spec: FigureSpec = {
  id: 'scaling-surface',
  title: 'A valley for every budget',
  question: 'If the budget is fixed, how large should the model be, and how much does it matter?',
  lookFor:
    'Each curve is one training budget. To the left the model is too small, to the right it has read too little; the lowest point is the best size, and with every larger budget it moves right and down. Then mark the floor of each valley, and see how far you may miss the best size at little cost. Against tokens, each curve is one size that reads on and on: it levels off, and a larger model would have made more of the budget.',
  datasets: ['scaling-laws'],
  controls: [
    {
      kind: 'choice',
      key: 'view',
      label: 'Show loss against',
      default: 'size',
      options: [
        { value: 'size', label: 'Parameters, budget fixed' },
        { value: 'tokens', label: 'Tokens, size fixed' },
      ],
    },
    { kind: 'choice', key: 'law', label: 'Law', default: 'besiroglu-2024', options: LAWS },
    {
      kind: 'toggle',
      key: 'flat',
      label: `Mark what wastes under ${percent} of the budget`,
      default: false,
    },
  ],
  series,
};
