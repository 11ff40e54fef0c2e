import { rowChartHeight } from '@/lib/row-layout';
import { isKnown } from '@/data/cell';
import {
  choiceOf,
  logAxis,
  need,
  numberOf,
  optionsOf,
  shortName,
  type Axis,
  type FigureData,
  type FigureSpec,
  type Reading,
  type RowSeries,
} from '@/lib/figure';
import { formatCompact, formatNumber, formatScaled, formatScientific } from '@/lib/format';
import { lifetimeCompute, trainingCompute, type LawRow, type Split } from '@/lib/scaling-law';
import type { FigureState } from '@/lib/url-state';
import { NEAR, answersOf, modelsNear, type Answer, type ModelRow, type Trained } from './answers';

type Across = 'ratio' | 'parameters' | 'tokens';

const AXES: Readonly<Record<Across, string>> = {
  ratio: 'Training tokens per parameter',
  parameters: 'Parameters',
  tokens: 'Training tokens',
};

const ratioOf = ({ parameters, tokens }: Split) => tokens / parameters;
const valueOf = (across: Across, split: Split) =>
  across === 'ratio' ? ratioOf(split) : split[across];

/** Groups by index. */
const SURFACE = 0;
const SPLIT = 1;
const UNUSED = 2;
const MODEL = 3;

function groups(served: number) {
  return [
    {
      id: 'surface',
      label: served > 0 ? 'Cheapest in all for the same loss' : 'From a fitted loss',
    },
    { id: 'split', label: 'Split fitted directly' },
    { id: 'unused', label: 'Without use' },
    { id: 'model', label: 'A model as trained' },
  ];
}

/** A ratio in plain digits, a size in words: 2,170 but 32.2B. */
const formatOf = (across: Across) =>
  across === 'ratio' ? (value: number) => formatNumber(value, 3) : formatCompact;

/** A row says its value, so that nobody has to read it off the axis. */
const rowOf = (name: string, split: Split & { id: string }, across: Across) => ({
  id: split.id,
  label: `${name}: ${formatOf(across)(valueOf(across, split))}`,
});

/** Powers of ten, with 2 and 5 between them where there are few. */
function sizeAxis(values: readonly number[], across: Across): Axis {
  const axis = logAxis(values, AXES[across], formatOf(across));
  if (axis.ticks.length > 2) return axis;
  const [low, high] = axis.domain;
  const first = 10 ** Math.floor(Math.log10(low));
  const ticks = [1, 2, 5, 10, 20, 50, 100, 200, 500].map((times) => times * first);
  return { ...axis, ticks: ticks.filter((tick) => tick >= low && tick <= high) };
}

const spelt = (split: Split & Pick<Answer, 'counts'>) => {
  const counted = split.counts === 'non-embedding' ? ' without embeddings' : '';
  return `${formatScaled(split.parameters)} parameters${counted} on ${formatScaled(split.tokens)} tokens`;
};
const perParameter = (split: Split) => `${formatNumber(ratioOf(split), 3)} tokens per parameter`;

function lawText(answer: Answer, served: number): string {
  const loss =
    answer.loss === undefined
      ? ''
      : `; predicted loss ${formatNumber(answer.loss, 4)} nats per token`;
  if (!answer.training) {
    const why =
      answer.loss === undefined
        ? 'the law predicts no loss to hold fast'
        : 'the law predicts the loss of the best split only';
    const silent = served > 0 ? `; for training alone, since ${why}` : '';
    return `${perParameter(answer)}: ${spelt(answer)}${loss}${silent}`;
  }
  const [now, before] = [answer, answer.training].map((split) => lifetimeCompute(split, served));
  const saved = formatNumber(100 * (1 - now! / before!), 2);
  return (
    `${perParameter(answer)}: ${spelt(answer)}${loss}; ${formatScientific(trainingCompute(answer))} FLOP of training, ` +
    `${formatScientific(now!)} with use, ${saved}% less than with the best split for training alone`
  );
}

/** The marks of one law: its answer and, where use is counted, its answer without. */
function lawReadings(answer: Answer, row: number, across: Across, served: number): Reading[] {
  const shared = { y: row, label: answer.name, sources: answer.sources };
  const own: Reading = {
    ...shared,
    id: answer.id,
    x: valueOf(across, answer),
    text: lawText(answer, served),
    group: answer.kind === 'surface' ? SURFACE : SPLIT,
    muted: served > 0 && !answer.training,
  };
  if (!answer.training) return [own];
  return [
    {
      ...shared,
      id: `${answer.id}-unused`,
      x: valueOf(across, answer.training),
      text: `${perParameter(answer.training)}: ${spelt(answer.training)}, the best for training alone`,
      group: UNUSED,
      muted: true,
    },
    own,
  ];
}

function modelReading(model: Trained, row: number, across: Across): Reading {
  return {
    id: model.id,
    x: valueOf(across, model),
    y: row,
    label: model.name,
    text: `${perParameter(model)}: ${spelt(model)}, trained with ${formatScientific(model.compute)} FLOP`,
    sources: model.sources,
    group: MODEL,
    muted: true,
  };
}

/** Chinchilla's own ratio, the rule that everybody quotes. */
function chinchillaRule(rows: readonly ModelRow[]): { at: number; label: string }[] {
  const row = rows.find(({ id }) => id === 'chinchilla');
  if (!row || !isKnown(row.parameters) || !isKnown(row.training_tokens)) return [];
  const at = row.training_tokens.value / row.parameters.value;
  return [{ at, label: `Chinchilla: ${formatNumber(at, 3)}` }];
}

function tableRow(
  reading: Reading,
  split: Split,
  served: number,
  rest: { kind: string; loss?: number; holds?: string; compute?: number },
) {
  return {
    id: reading.id,
    name: reading.label,
    kind: rest.kind,
    ratio: ratioOf(split),
    parameters: split.parameters,
    tokens: split.tokens,
    compute: rest.compute ?? trainingCompute(split),
    total: served > 0 ? lifetimeCompute(split, served) : null,
    loss: rest.loss ?? null,
    holds: rest.holds ?? null,
    source: reading.sources.map(({ id, locator }) => `${id}, ${locator}`).join('; '),
  };
}

function summarise(
  answers: readonly Answer[],
  trained: readonly Trained[],
  budget: number,
  served: number,
) {
  const one = (id: string) => answers.find((answer) => answer.id === id)!;
  const say = (id: string) => `${formatNumber(ratioOf(one(id)), 3)} (${spelt(one(id))})`;
  const use =
    served > 0
      ? ` and ${formatScaled(served)} tokens of use to come, at the loss that the budget would reach without use`
      : '';
  return (
    `For ${formatScientific(budget)} FLOP of training${use}, tokens per parameter by law: ` +
    `${say('hoffmann-2022-approach-3')} by the printed constants of Hoffmann’s third approach, ` +
    `${say('hoffmann-2022-approach-3-unrounded')} with all their digits, ${say('besiroglu-2024')} by the refit; ` +
    `${say('hoffmann-2022-approach-1')} by Hoffmann’s own table, ${say('kaplan-2020')} by Kaplan. ` +
    (trained.length > 0
      ? `Trained with about as much: ${trained.map((model) => `${model.name}, ${formatNumber(ratioOf(model), 3)}`).join('; ')}.`
      : 'No model in the data was trained with about as much.')
  );
}

function noteOf(served: number, hasModels: boolean): string {
  const use =
    served > 0
      ? 'With use, the goal is the loss that the whole budget would buy if spent on training; the split shown reaches it with the least 6ND + 2ND′, D′ being the tokens of use. Training alone then costs more than the budget. '
      : '';
  return (
    `${use}Kaplan’s parameters leave out the embeddings. DeepSeek’s law has no row, since it counts arithmetic per token and not parameters. ` +
    (hasModels
      ? `Models are dense ones trained within a factor of ${NEAR} of the budget, five at most. `
      : 'No dense model in the data was trained with about this budget. ') +
    'Losses, in the table, cannot be compared between laws; nor does any law hold far beyond its runs, which stand there too.'
  );
}

/** What every law would buy with a budget, one row a law, and models that cost about as much. */
export function series(data: FigureData, state: FigureState): RowSeries {
  const laws = need<LawRow>(data, 'scaling-laws');
  const models = need<ModelRow>(data, 'models').rows;
  const budget = numberOf(state, 'budget');
  const served = Number(choiceOf(state, 'served'));
  const across = choiceOf(state, 'across') as Across;
  const answers = answersOf(laws.rows, budget, served);
  const trained = modelsNear(models, budget);
  const rules = across === 'ratio' ? chinchillaRule(models) : [];
  const counts = optionsOf(laws, 'counts');

  const ofLaws = answers.map((answer, row) => lawReadings(answer, row, across, served));
  const ofModels = trained.map((model, i) => modelReading(model, answers.length + i, across));
  const readings = [...ofLaws.flat(), ...ofModels];
  const kindOf = ({ counts: key }: Answer) =>
    `Law; parameters: ${counts[key ?? ''] ?? 'not stated'}`;
  return {
    readings,
    rows: [
      ...answers.map((answer) => rowOf(answer.short, answer, across)),
      ...trained.map((model) => rowOf(shortName(model.name), model, across)),
    ],
    mark: 'dot',
    isList: true,
    groups: groups(served),
    x: sizeAxis([...readings.map(({ x }) => x), ...rules.map(({ at }) => at)], across),
    rules,
    named: readings.filter(({ muted }) => !muted).map(({ id }) => id),
    table: {
      columns: [
        { key: 'name', label: 'Law or model' },
        { key: 'kind', label: 'What it is' },
        { key: 'ratio', label: 'Tokens per parameter' },
        { key: 'parameters', label: 'Parameters', unit: 'parameters' },
        { key: 'tokens', label: 'Training tokens', unit: 'tokens' },
        { key: 'compute', label: 'Training compute', unit: 'FLOP' },
        { key: 'total', label: 'Training and use', unit: 'FLOP' },
        { key: 'loss', label: 'Predicted loss', unit: 'nats per token' },
        { key: 'holds', label: 'Range of the runs' },
        { key: 'source', label: 'Source' },
      ],
      rows: [
        ...answers.flatMap((answer, i) =>
          ofLaws[i]!.map((reading) =>
            tableRow(
              reading,
              reading.group === UNUSED ? answer.training! : answer,
              reading.group === SPLIT ? 0 : served,
              {
                kind: kindOf(answer) + (reading.group === UNUSED ? '; training alone' : ''),
                loss: answer.loss,
                holds: answer.holds,
              },
            ),
          ),
        ),
        ...trained.map((model, i) =>
          tableRow(ofModels[i]!, model, 0, { kind: 'Model', compute: model.compute }),
        ),
      ],
    },
    summary: summarise(answers, trained, budget, served),
    note: noteOf(served, trained.length > 0),
  };
}

export const spec: FigureSpec<RowSeries> = {
  id: 'compute-optimal',
  title: 'One budget, and what each law would buy',
  question: 'How many parameters and how many tokens should a training budget buy?',
  lookFor:
    'The dashed line is Chinchilla’s own ratio. Hoffmann’s first two approaches and the refit stand close to it; the constants printed for the third stand far to the right, and all their digits bring them back only part of the way. Move the budget and see which laws drift. Then let the model be used: the blue marks of the fitted losses move to the right.',
  datasets: ['scaling-laws', 'models'],
  controls: [
    {
      kind: 'number',
      key: 'budget',
      label: 'Training budget',
      // Chinchilla's, where the disagreement became famous.
      default: 5.76e23,
      min: 1e18,
      max: 1e27,
      input: 'log-slider',
      format: (value) => `${formatScientific(value)} FLOP`,
    },
    {
      kind: 'choice',
      key: 'across',
      label: 'Show',
      default: 'ratio',
      options: [
        { value: 'ratio', label: 'Tokens per parameter' },
        { value: 'parameters', label: 'Parameters' },
        { value: 'tokens', label: 'Tokens' },
      ],
    },
    {
      kind: 'choice',
      key: 'served',
      label: 'Tokens that the model will serve',
      default: '0',
      options: [
        { value: '0', label: 'Not counted' },
        { value: '1e12', label: '1 trillion' },
        { value: '1e13', label: '10 trillion' },
        { value: '1e14', label: '100 trillion' },
      ],
    },
  ],
  series,
  height: rowChartHeight,
};
