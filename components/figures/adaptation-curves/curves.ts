/** Accuracy against the number of examples: a curve with its band for every way. */
import { logAxis, type Axis, type Line, type PointSeries, type Reading } from '@/lib/figure';
import { formatNumber } from '@/lib/format';
import { UNTRAINED, citedBy, type Labels, type Point } from './model';
import { sayAccuracy } from './words';

type Picture = Pick<PointSeries, 'readings' | 'lines' | 'x' | 'named'>;

const TICKS = [10, 30, 100, 300, 1000];
/** Where the curves have parted, and there is room for names. */
const NAMED = 300;
const EXAMPLES: Axis = {
  ...logAxis(TICKS, 'Labelled examples', (value) => formatNumber(value)),
  domain: [8.5, 1180],
  ticks: TICKS,
};

/** From edge to edge where the number of examples is not the reader’s choice. */
const along = (own: readonly Point[]): readonly Point[] =>
  own[0]?.row.method === UNTRAINED
    ? EXAMPLES.domain.map((examples) => ({ ...own[0]!, examples }))
    : own;

export function alongExamples(
  points: readonly Point[],
  methods: readonly string[],
  labels: Labels,
): Picture {
  const lines = methods.map((method, group): Line => {
    const own = along(points.filter(({ row }) => row.method === method));
    return {
      id: method,
      label: labels[method] ?? method,
      group,
      dashed: method === UNTRAINED,
      points: own.map(({ examples, mean }) => [examples, mean]),
      band: own.map(({ examples, low, high }) => [examples, low, high]),
    };
  });
  const readings = points.map((point): Reading => {
    const { row, examples, mean } = point;
    const given =
      row.method === UNTRAINED ? 'as many examples as its context holds' : `${examples} examples`;
    return {
      id: row.id,
      x: examples,
      y: mean,
      label: labels[row.method] ?? row.method,
      text: `${sayAccuracy(point)} with ${given}`,
      sources: citedBy(row),
      group: methods.indexOf(row.method),
    };
  });
  const named = points.filter(({ examples }) => examples === NAMED).map(({ row }) => row.id);
  return { readings, lines, x: EXAMPLES, named };
}
