import { choiceOf, numberOf, type FigureData, type FigureSpec, type Reading } from '@/lib/figure';
import { objectiveSource, quantityIn, quantitySource } from '@/lib/figure-data';
import { seeded } from '@/lib/seeded';
import type { FigureState } from '@/lib/url-state';
import { patchHeight, type PatchSeries, type Share, type Tile } from './layout';
import { PATCHES, SIDE, aloneAmong, besides, hiddenCount, hidingOrder } from './masks';
import { SCENES, WHOLE, cellsOf } from './scenes';
import { isGivenAway, partnerOf, viewsOf, type View, type ViewRates } from './views';

const GROUPS = [
  { id: 'loss', label: 'Loss falls here' },
  { id: 'no-loss', label: 'No loss here' },
  { id: 'share', label: 'Other shares' },
];

/** For comparison: from the share that BERT hides to one at which little is left. */
const SHARES = [15, 30, 45, 60, 75, 90];

const percent = (part: number, whole: number) => `${Math.round((100 * part) / whole)}%`;

function shareOf(order: readonly number[], share: number, current: number): Share {
  const hidden = order.slice(0, hiddenCount(share));
  const alone = [...aloneAmong(new Set(hidden))];
  return { id: `share-${share}`, percent: share, hidden, alone, isCurrent: share === current };
}

const placeName = (patch: number) =>
  `Row ${Math.floor(patch / SIDE) + 1}, column ${(patch % SIDE) + 1}`;

function patchText(patch: number, hidden: ReadonlySet<number>): string {
  if (!hidden.has(patch)) return 'goes into the encoder; no loss here';
  const others = besides(patch);
  const shown = others.filter((other) => !hidden.has(other)).length;
  return `hidden, to be painted by the decoder; of the ${others.length} patches beside it ${shown === 0 ? 'none is' : shown === 1 ? 'one is' : `${shown} are`} shown; loss falls here`;
}

/** Rows in the dataset of quantities. */
const HIDDEN_SHARE = 'ssv-mae-ratio';
const VIEW_RATES = {
  cropLeast: 'ssv-simclr-crop-least',
  recoloured: 'ssv-simclr-recoloured',
  grey: 'ssv-simclr-grey',
} as const;

/** Patches hidden at random, as the masked autoencoder has it. */
function maskedSeries(data: FigureData, state: FigureState): PatchSeries {
  const sources = [objectiveSource(data, 'mae'), quantitySource(data, HIDDEN_SHARE)];
  const share = numberOf(state, 'share');
  const order = hidingOrder(seeded(numberOf(state, 'draw')));
  const hidden = new Set(order.slice(0, hiddenCount(share)));
  const alone = aloneAmong(hidden);
  const cells = cellsOf(SCENES[0]!, WHOLE, SIDE);
  const shares = SHARES.map((one) => shareOf(order, one, share));
  const readings: Reading[] = [
    ...cells.map((_, patch) => ({
      id: `patch-${patch}`,
      x: patch,
      y: besides(patch).filter((other) => !hidden.has(other)).length,
      label: placeName(patch),
      text: patchText(patch, hidden),
      sources,
      group: hidden.has(patch) ? 0 : 1,
      muted: !hidden.has(patch),
    })),
    ...shares.map((one, i) => ({
      id: one.id,
      x: PATCHES + i,
      y: one.alone.length,
      label: `${one.percent}% hidden`,
      text: `${one.hidden.length} of ${PATCHES} patches, of which ${one.alone.length} (${percent(one.alone.length, one.hidden.length)}) have no shown patch beside them`,
      sources,
      group: 2,
    })),
  ];
  const counts = `${hidden.size} of ${PATCHES} patches carry loss, and ${alone.size} of these (${percent(alone.size, hidden.size)}) have no shown patch beside them`;
  return {
    readings,
    groups: GROUPS,
    named: [],
    table: {
      columns: [
        { key: 'what', label: 'Patch' },
        { key: 'state', label: 'State' },
        { key: 'beside', label: 'Shown beside it', unit: 'patches' },
        { key: 'loss', label: 'Loss' },
        { key: 'source', label: 'Source' },
      ],
      rows: readings.map((reading, i) => ({
        id: reading.id,
        what: reading.label,
        state: i >= PATCHES ? reading.text : hidden.has(i) ? 'hidden' : 'shown',
        beside: i >= PATCHES ? null : reading.y,
        loss: reading.group === 0 ? 'yes' : reading.group === 1 ? 'no' : null,
        source: sourceCell(reading),
      })),
    },
    summary: `A picture of ${SIDE} by ${SIDE} patches with ${share}% hidden at random: ${counts}. In this draw the number without a shown neighbour is ${shares.map((one) => `${one.alone.length} at ${one.percent}%`).join(', ')}.`,
    note: 'The picture is drawn by a formula, one colour a patch; a real patch has many pixels, and the loss is taken over all of them. Patches at the rim have fewer neighbours, so they are alone a little more often.',
    headline: `${share}% hidden: loss at ${hidden.size} of ${PATCHES} patches; ${
      alone.size === 0
        ? 'each of these has a shown neighbour'
        : `${alone.size} of these (${percent(alone.size, hidden.size)}) ${alone.size === 1 ? 'has' : 'have'} no shown neighbour`
    }.`,
    picture: {
      kind: 'mae',
      patches: cells.map((paint, patch) => ({
        id: `patch-${patch}`,
        paint,
        isHidden: hidden.has(patch),
        isAlone: alone.has(patch),
      })),
      shown: PATCHES - hidden.size,
      shares,
    },
  };
}

const sourceCell = (reading: Reading) =>
  reading.sources.map(({ id, locator }) => `${id}, ${locator}`).join('; ');

const viewRates = (data: FigureData): ViewRates => ({
  cropLeast: quantityIn(data, VIEW_RATES.cropLeast).value,
  recoloured: quantityIn(data, VIEW_RATES.recoloured).value,
  grey: quantityIn(data, VIEW_RATES.grey).value,
});

const COLOURS = {
  'as-is': 'colours as they are',
  shift: 'colours shifted',
  grey: 'colours taken away',
} as const;

const viewTitle = (view: View) => `View ${view.letter} of ${SCENES[view.scene]!.name}`;

function viewText(view: View, views: readonly View[]): string {
  const area = percent(view.crop.width * view.crop.height, 1);
  const clue = isGivenAway(view, views)
    ? 'its palette alone would give the partner away'
    : 'its palette alone would not give the partner away';
  return `a crop of ${area} of the picture, ${COLOURS[view.colours.kind]}; must find ${viewTitle(partnerOf(view, views)).replace('View', 'view')} among the ${views.length - 1} other views; ${clue}; loss falls here`;
}

/** Two views of each of three pictures, as SimCLR makes them. */
function contrastSeries(data: FigureData, state: FigureState): PatchSeries {
  const sources = [
    objectiveSource(data, 'simclr'),
    ...Object.values(VIEW_RATES).map((id) => quantitySource(data, id)),
  ];
  const hasColourChange = state.recolour === true;
  const views = viewsOf(viewRates(data), hasColourChange, seeded(numberOf(state, 'draw')));
  const given = views.filter((view) => isGivenAway(view, views)).length;
  const readings: Reading[] = [
    ...views.map((view, i) => ({
      id: view.id,
      x: i,
      y: view.crop.width * view.crop.height,
      label: viewTitle(view),
      text: viewText(view, views),
      sources,
      group: 0,
    })),
    ...SCENES.map(({ name }, i) => ({
      id: `picture-${i + 1}`,
      x: views.length + i,
      y: 1,
      label: `The picture of ${name}`,
      text: 'never goes in as a whole: the network gets two crops of it; no loss here',
      sources,
      group: 1,
      muted: true,
    })),
  ];
  const counts = `the palette alone would give the partner away for ${given} of ${views.length} views`;
  const colours = hasColourChange ? 'with colours changed' : 'without a change of colours';
  return {
    readings,
    groups: GROUPS,
    named: [],
    table: {
      columns: [
        { key: 'what', label: 'View' },
        { key: 'text', label: 'What it is' },
        { key: 'crop', label: 'Share of the picture', unit: 'percent' },
        { key: 'source', label: 'Source' },
      ],
      rows: readings.map((reading) => ({
        id: reading.id,
        what: reading.label,
        text: reading.text,
        crop: Math.round(100 * reading.y),
        source: sourceCell(reading),
      })),
    },
    summary: `Two views of each of ${SCENES.length} pictures, ${colours}: each of the ${views.length} views must find its partner among the ${views.length - 1} others, and there loss falls. In this draw, ${counts}.`,
    note: 'Three pictures make a very small batch; SimCLR’s have thousands. Colours are swapped among seven here, where the code turns the hue and changes brightness, contrast and saturation. Mirroring and blur are left out. Palettes are compared by how much of a view each colour covers.',
    headline: `Loss at each of ${views.length} views. ${hasColourChange ? 'Colours changed' : 'Colours left alone'}: the palette gives away ${given} of ${views.length} partners.`,
    picture: { kind: 'simclr', tiles: tilesOf(views) },
    focus: views[0]?.id,
  };
}

function tilesOf(views: readonly View[]): Tile[] {
  const pictures = SCENES.map((scene, column) => ({
    id: `picture-${column + 1}`,
    title: scene.name,
    cells: cellsOf(scene, WHOLE, SIDE),
    side: SIDE,
    column,
    row: 0,
    crops: views
      .filter((view) => view.scene === column)
      .map(({ crop, letter }) => ({ crop, dashed: letter === 'B' })),
  }));
  const tiles = views.map((view) => ({
    id: view.id,
    title: viewTitle(view),
    cells: view.cells,
    side: Math.sqrt(view.cells.length),
    column: view.scene,
    row: view.letter === 'A' ? 1 : 2,
    partner: partnerOf(view, views).id,
  }));
  return [...pictures, ...tiles];
}

/** A picture under one of two objectives: patches hidden, or views to be matched. */
export function series(data: FigureData, state: FigureState): PatchSeries {
  return choiceOf(state, 'objective') === 'simclr'
    ? contrastSeries(data, state)
    : maskedSeries(data, state);
}

export const spec: FigureSpec<PatchSeries> = {
  id: 'patch-explorer',
  title: 'Hide enough, or change enough',
  question: 'When does the cheap answer fail, so that a network has to look?',
  lookFor:
    'Move the share of hidden patches. A dot marks a hidden patch with no shown one beside it, where copying a neighbour is no way out: at the share that BERT hides there is hardly one, at MAE’s a good part. Then look at the views, and turn the colour change off: the palette alone now gives most partners away.',
  datasets: ['objectives', 'quantities'],
  rows: { quantities: [HIDDEN_SHARE, ...Object.values(VIEW_RATES)] },
  controls: [
    {
      kind: 'choice',
      key: 'objective',
      label: 'Objective',
      default: 'mae',
      options: [
        { value: 'mae', label: 'Hidden patches (MAE)' },
        { value: 'simclr', label: 'Two views (SimCLR)' },
      ],
    },
    {
      kind: 'number',
      key: 'share',
      label: 'MAE: hidden patches',
      default: 75,
      min: 5,
      max: 95,
      step: 5,
      input: 'slider',
      format: (value) => `${value}%`,
    },
    { kind: 'toggle', key: 'recolour', label: 'SimCLR: change the views’ colours', default: true },
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
  height: patchHeight,
  series,
};
