import { choiceOf, numberOf, type FigureData, type FigureSpec, type Reading } from '@/lib/figure';
import { seeded } from '@/lib/seeded';
import type { FigureState } from '@/lib/url-state';
import { objectiveHeight, type ObjectiveSeries, type Thumb } from './layout';
import { OBJECTIVES, ratesFrom, sourcesOf, QUANTITIES } from './objectives';
import { EMPTY_PLAN, type Box, type Plan } from './plan';
import { MOST_TOKENS, readTokens } from './tokens';

const GROUPS = [
  { id: 'loss', label: 'Loss falls here' },
  { id: 'no-loss', label: 'Goes in, no loss here' },
  { id: 'mask', label: 'Who may look at whom' },
];

const boxesIn = (plan: Plan): { line: string; box: Box }[] =>
  plan.staves.flatMap(({ lines }) =>
    lines.flatMap(({ label, boxes }) =>
      boxes.flatMap((box) => (box ? [{ line: label, box }] : [])),
    ),
  );

const boxReading = (box: Box, at: number, sources: Reading['sources']): Reading => ({
  id: box.id,
  x: at,
  y: box.sees.length,
  label: box.label,
  text: box.says,
  sources,
  group: box.scored ? 0 : 1,
  muted: !box.scored,
});

interface Drawn {
  objective: (typeof OBJECTIVES)[number];
  plan: Plan;
}

const thumbOf = ({ objective, plan }: Drawn, current: string): Thumb => ({
  id: `mask-${objective.id}`,
  lines: objective.lines,
  mask: plan.mask,
  scored: plan.scored,
  places: plan.places,
  isCurrent: objective.id === current,
});

const glances = (plan: Plan) => plan.mask.rows.reduce((sum, { sees }) => sum + sees.length, 0);

const countsOf = ({ plan }: Drawn) => `${plan.scored} of ${plan.places} places`;

const thumbReading = (
  drawn: Drawn,
  at: number,
  sources: Reading['sources'],
  current: string,
): Reading => ({
  id: `mask-${drawn.objective.id}`,
  x: at,
  y: glances(drawn.plan),
  label: drawn.objective.label,
  text: `${drawn.objective.sight}; loss at ${countsOf(drawn)}${drawn.objective.id === current ? ' (shown above)' : ''}`,
  sources,
  group: 2,
});

function tableOf(drawn: readonly Drawn[], current: Drawn, readings: readonly Reading[]) {
  const lines = new Map(boxesIn(current.plan).map(({ line, box }) => [box.id, { line, box }]));
  const masks = new Map(drawn.map((one) => [`mask-${one.objective.id}`, one]));
  return {
    columns: [
      { key: 'what', label: 'Box' },
      { key: 'line', label: 'Line' },
      { key: 'shown', label: 'Shown' },
      { key: 'sees', label: 'May look at', unit: 'boxes' },
      { key: 'loss', label: 'Loss' },
      { key: 'source', label: 'Source' },
    ],
    rows: readings.map((reading) => {
      const at = lines.get(reading.id);
      const mask = masks.get(reading.id);
      return {
        id: reading.id,
        what: reading.label,
        line: at?.line ?? 'Who may look at whom',
        shown: at?.box.text ?? reading.text,
        sees: reading.y,
        loss: mask ? countsOf(mask) : reading.group === 0 ? 'yes' : 'no',
        source: reading.sources.map(({ id, locator }) => `${id}, ${locator}`).join('; '),
      };
    }),
  };
}

/** Tokens as running text. */
const asText = (tokens: readonly string[]) => tokens.join(' ').replace(/ (?=[.,;:!?…])/g, '');

function summarise(current: Drawn, drawn: readonly Drawn[], text: string): string {
  const focus = boxesIn(current.plan).find(({ box }) => box.id === current.plan.focus)?.box;
  const example = focus
    ? ` For example, ${focus.label.charAt(0).toLowerCase()}${focus.label.slice(1)}: ${focus.says}.`
    : '';
  const others = drawn
    .filter((one) => one !== current)
    .map((one) => `${one.objective.label.toLowerCase()} ${one.plan.scored} of ${one.plan.places}`);
  return (
    `${current.objective.label} on “${text}”: ${current.objective.sight}; the loss falls at ${countsOf(current)}.${example}` +
    ` On the same text the others have loss at: ${others.join(', ')}.`
  );
}

const WORDS = 'Tokens here are words and marks of punctuation; real models use pieces of words.';

function noteOf(plan: Plan, left: number, isDrawn: boolean): string {
  const cut =
    left > 0 ? ` Only the first ${MOST_TOKENS} tokens are drawn; ${left} more are left out.` : '';
  const fixed = isDrawn ? '' : ' Nothing is left to chance here, so another draw changes nothing.';
  return `${WORDS}${cut}${fixed}${plan.note ? ` ${plan.note}` : ''}`;
}

const NOTHING: ObjectiveSeries = {
  readings: [],
  groups: GROUPS,
  named: [],
  table: tableOf([], { objective: OBJECTIVES[0]!, plan: EMPTY_PLAN }, []),
  summary: 'There is no text, and so there is nothing to hide and nothing to predict.',
  note: WORDS,
  plan: EMPTY_PLAN,
  headline: 'Without a text there is nothing to predict. Type a sentence above.',
  thumbs: [],
};

/** A sentence, an objective and a draw: what goes in, what is hidden, what must come out. */
export function series(data: FigureData, state: FigureState): ObjectiveSeries {
  const sources = OBJECTIVES.map((objective) => sourcesOf(data, objective));
  const rates = ratesFrom(data);
  const { tokens, left } = readTokens(choiceOf(state, 'text'));
  if (tokens.length === 0) return NOTHING;
  const wanted = choiceOf(state, 'objective');
  const drawn = OBJECTIVES.map((objective) => ({
    objective,
    plan: objective.plan(tokens, rates, seeded(numberOf(state, 'draw'))),
  }));
  const at = Math.max(
    0,
    drawn.findIndex(({ objective }) => objective.id === wanted),
  );
  const current = drawn[at]!;
  const boxes = boxesIn(current.plan).map(({ box }, i) => boxReading(box, i, sources[at]!));
  const readings = [
    ...boxes,
    ...drawn.map((one, i) => thumbReading(one, boxes.length + i, sources[i]!, wanted)),
  ];
  return {
    readings,
    groups: GROUPS,
    named: [],
    table: tableOf(drawn, current, readings),
    summary: summarise(current, drawn, asText(tokens)),
    note: noteOf(current.plan, left, current.objective.id !== 'causal'),
    plan: current.plan,
    headline: `${current.objective.label}: the loss falls at ${countsOf(current)}.`,
    thumbs: drawn.map((one) => thumbOf(one, wanted)),
  };
}

export const spec: FigureSpec<ObjectiveSeries> = {
  id: 'objective-explorer',
  title: 'One text, seven objectives',
  question: 'What does each objective hide, what may be looked at, and where does the loss fall?',
  lookFor:
    'Point at a box: shaded is what the network may look at when it fills it. Then change the objective and watch three things: what is missing above, how many boxes below are asked for, and the shape of the squares. Where coloured rows look both ways, the answer has to be hidden, spoilt, or outside the text.',
  datasets: ['objectives', 'quantities'],
  rows: { quantities: QUANTITIES },
  controls: [
    {
      kind: 'text',
      key: 'text',
      label: 'Your text',
      default: 'The baker opened the shop before sunrise. It was cold.',
    },
    {
      kind: 'choice',
      key: 'objective',
      label: 'Objective',
      default: 'causal',
      options: OBJECTIVES.map(({ id, label }) => ({ value: id, label })),
    },
    {
      kind: 'number',
      key: 'draw',
      label: 'Draw again',
      default: 30,
      min: 1,
      max: 60,
      step: 1,
      input: 'slider',
      format: (value) => `draw ${value}`,
    },
  ],
  height: objectiveHeight,
  series,
};
