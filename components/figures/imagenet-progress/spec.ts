import type { imagenetBackbones } from '@/data/imagenet-backbones/definition';
import { isKnown } from '@/data/cell';
import type { RowOf } from '@/data/schema';
import {
  choiceOf,
  logAxis,
  need,
  optionsOf,
  yearAxis,
  zeroAxis,
  type FigureData,
  type FigureSpec,
  type PointSeries,
  type Reading,
} from '@/lib/figure';
import { formatCompact, formatDate, formatQuantity, monthAsYear } from '@/lib/format';
import type { FigureState } from '@/lib/url-state';

type Row = RowOf<typeof imagenetBackbones>;

const PROTOCOLS = ['single-crop', 'multi-crop', 'ensemble'];
const ERRORS = { top5: 'top5_error', top1: 'top1_error' } as const;
const ERROR_LABELS = { top5: 'Top-5 error', top1: 'Top-1 error' } as const;
type ErrorKey = keyof typeof ERRORS;
type Horizontal = 'year' | 'parameters';

/** Where a row stands on the horizontal axis, with the cell that says so. */
function horizontal(
  row: Row,
  x: Horizontal,
): { at: number; cell: { source: string; locator: string } } | undefined {
  if (x === 'parameters') {
    return isKnown(row.parameters) ? { at: row.parameters.value, cell: row.parameters } : undefined;
  }
  return isKnown(row.released)
    ? { at: monthAsYear(row.released.value), cell: row.released }
    : undefined;
}

function toReading(row: Row, error: ErrorKey, x: Horizontal, focus: string): Reading[] {
  const errorCell = row[ERRORS[error]];
  const across = horizontal(row, x);
  if (!isKnown(errorCell) || !across) return [];
  const size = isKnown(row.parameters)
    ? `, ${formatQuantity(row.parameters.value, 'parameters')} parameters`
    : '';
  const released = isKnown(row.released) ? `, ${formatDate(row.released.value)}` : '';
  return [
    {
      id: row.id,
      x: across.at,
      y: errorCell.value,
      label: row.name,
      text: `${formatQuantity(errorCell.value, 'percent')} ${ERROR_LABELS[error].toLowerCase()} (${describe(row)})${size}${released}`,
      sources: [errorCell, ...(x === 'parameters' ? [across.cell] : [])].map(
        ({ source, locator }) => ({
          id: source,
          locator,
        }),
      ),
      group: PROTOCOLS.indexOf(row.protocol),
      muted: row.protocol !== focus,
    },
  ];
}

/** "ResNet-50 (torchvision, new recipe)" → "ResNet-50". */
const networkOf = (row: Row) => row.name.replace(/ \((torchvision|Caffe)[^)]*\)$/, '');

/** The authors' own results; another's re-training only where they gave none of that protocol. */
function authorsFirst(rows: readonly Row[], error: ErrorKey): Row[] {
  const key = (row: Row) => `${networkOf(row)} ${row.protocol}`;
  const usable = rows.filter((row) => isKnown(row[ERRORS[error]]));
  const byAuthors = usable.filter((row) => row.trained_by === 'authors');
  const covered = new Set(byAuthors.map(key));
  const stopgaps = usable.filter((row) => row.trained_by === 'others' && !covered.has(key(row)));
  return [
    ...byAuthors,
    ...stopgaps.filter((row, i) => stopgaps.findIndex((r) => key(r) === key(row)) === i),
  ];
}

function describe(row: Row): string {
  const networks = isKnown(row.networks) ? row.networks.value : undefined;
  const crops = isKnown(row.crops) ? row.crops.value : undefined;
  const parts = [
    networks && networks > 1
      ? `${networks} networks`
      : row.protocol === 'ensemble'
        ? 'several networks'
        : 'one network',
    crops ? `${crops} ${crops === 1 ? 'crop' : 'crops'}` : undefined,
    `${row.split} images`,
    row.ilsvrc_entry ? 'contest entry' : undefined,
    row.trained_by === 'others' ? 're-trained by others' : undefined,
  ];
  return parts.filter(Boolean).join(', ');
}

function summarise(readings: readonly Reading[], protocol: string, error: ErrorKey): string {
  const inFocus = readings.filter((r) => !r.muted).sort((a, b) => a.y - b.y);
  const best = inFocus[0];
  const worst = inFocus.at(-1);
  if (!best || !worst) return `No published result for “${protocol}” with this error.`;
  const lowest = [...readings].sort((a, b) => a.y - b.y)[0];
  const rest = lowest?.muted
    ? ` The lowest number of all, ${formatQuantity(lowest.y, 'percent')} (${lowest.label}), is of another protocol.`
    : '';
  return (
    `${ERROR_LABELS[error]} by protocol; in focus: ${protocol.toLowerCase()}, ${inFocus.length} results, ` +
    `from ${formatQuantity(worst.y, 'percent')} (${worst.label}) to ${formatQuantity(best.y, 'percent')} (${best.label}).${rest}`
  );
}

/** The networks that the chapter tells of come first, then the best. */
const LANDMARKS = [
  'AlexNet',
  'ResNet-152',
  'GoogLeNet',
  'VGG-16',
  'DenseNet-201',
  'ResNet, six networks',
  'ResNet-50',
];

function namingOrder(inFocus: readonly Reading[]): string[] {
  const rank = (reading: Reading) => {
    const at = LANDMARKS.findIndex((name) => reading.label.startsWith(name));
    return at < 0 ? LANDMARKS.length : at;
  };
  return [...inFocus].sort((a, b) => rank(a) - rank(b) || a.y - b.y).map((r) => r.id);
}

/** Error against year or parameters, one protocol in focus and the others behind it. */
export function series(data: FigureData, state: FigureState): PointSeries {
  const file = need<Row>(data, 'imagenet-backbones');
  const error = choiceOf(state, 'error') as ErrorKey;
  const x = choiceOf(state, 'x') as Horizontal;
  const protocol = choiceOf(state, 'protocol');
  const labels = optionsOf(file, 'protocol');
  const rows = state.retrained === true ? file.rows : authorsFirst(file.rows, error);
  const readings = rows.flatMap((row) => toReading(row, error, x, protocol));
  const xs = readings.map((r) => r.x);
  const inFocus = readings.filter((r) => !r.muted).sort((a, b) => a.y - b.y);
  const without = rows.length - readings.length;
  const drawn = new Set(readings.map(({ id }) => id));
  const stopgaps = rows.filter((row) => row.trained_by === 'others' && drawn.has(row.id)).length;
  return {
    // Drawn and read in this order: what is in focus lies on top and comes by position.
    readings: readings.sort((a, b) => Number(b.muted) - Number(a.muted) || a.x - b.x),
    groups: PROTOCOLS.map((id) => ({ id, label: labels[id] ?? id })),
    x:
      x === 'year'
        ? yearAxis(xs, 'First public version')
        : logAxis(xs, 'Parameters of one network', formatCompact),
    y: zeroAxis(
      readings.map((r) => r.y),
      `${ERROR_LABELS[error]} (%)`,
    ),
    named: namingOrder(inFocus),
    table: {
      columns: [
        { key: 'network', label: 'Network' },
        { key: 'protocol', label: 'Protocol' },
        { key: 'split', label: 'Scored on' },
        { key: 'released', label: 'Released' },
        { key: 'parameters', label: 'Parameters' },
        { key: 'error', label: ERROR_LABELS[error], unit: 'percent' },
        { key: 'source', label: 'Source' },
      ],
      rows: [...readings]
        .sort((a, b) => Number(a.muted) - Number(b.muted) || a.x - b.x)
        .map((reading) =>
          tableRow(
            file.rows.find((r) => r.id === reading.id)!,
            reading,
            labels,
          ),
        ),
    },
    summary: summarise(readings, labels[protocol] ?? protocol, error),
    note:
      [
        without > 0
          ? `${without} of ${rows.length} results are not drawn, because no source gives ${x === 'parameters' ? 'the size of one network' : 'this error'} for them.`
          : '',
        stopgaps > 0
          ? `${stopgaps} of the ${readings.length} marks ${stopgaps === 1 ? 'is a re-training' : 'are re-trainings'} by others${state.retrained === true ? '' : ', drawn where the authors printed no such result'}.`
          : '',
      ]
        .filter(Boolean)
        .join(' ') || undefined,
  };
}

function tableRow(row: Row, reading: Reading, labels: Readonly<Record<string, string>>) {
  return {
    id: row.id,
    network: row.name,
    protocol: labels[row.protocol] ?? row.protocol,
    split: row.split,
    released: isKnown(row.released) ? row.released.value : null,
    parameters: isKnown(row.parameters) ? row.parameters.value : null,
    error: reading.y,
    source: reading.sources[0] ? `${reading.sources[0].id}, ${reading.sources[0].locator}` : null,
  };
}

export const spec: FigureSpec = {
  id: 'imagenet-progress',
  title: 'ImageNet error depends on how you ask',
  question:
    'How much of the progress between 2012 and 2017 was better networks, and how much was more votes?',
  lookFor:
    'Switch the protocol. One network with one crop is the fair comparison between designs; several networks voting over many crops is what won contests. The grey marks are the results of the other two protocols: never compare a coloured mark with a grey one.',
  datasets: ['imagenet-backbones'],
  controls: [
    {
      kind: 'choice',
      key: 'protocol',
      label: 'Protocol',
      default: 'single-crop',
      options: [
        { value: 'single-crop', label: 'One network, one crop' },
        { value: 'multi-crop', label: 'One network, many crops' },
        { value: 'ensemble', label: 'Several networks' },
      ],
    },
    {
      kind: 'choice',
      key: 'x',
      label: 'Across',
      default: 'year',
      options: [
        { value: 'year', label: 'Year' },
        { value: 'parameters', label: 'Parameters' },
      ],
    },
    {
      kind: 'choice',
      key: 'error',
      label: 'Error',
      default: 'top5',
      options: [
        { value: 'top5', label: 'Top-5' },
        { value: 'top1', label: 'Top-1' },
      ],
    },
    { kind: 'toggle', key: 'retrained', label: 'Add re-trainings by others', default: false },
  ],
  series,
};
