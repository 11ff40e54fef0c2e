/** How the lab's run is drawn: what was learned against what was kept, a path for each method. */
import { methodOf, METHODS, type MethodId } from '@/labs/forget/methods';
import { NEW, OLD } from '@/labs/forget/domains';
import { planOf } from '@/labs/forget/plan';
import type { EndRecord, ForgetRecord, ScoreRecord, StartRecord } from '@/labs/forget/records';
import type { Settings } from '@/labs/lab';
import { aroundAxis } from '@/lib/axes';
import type { PointSeries, Reading } from '@/lib/figure';
import { bits } from './results';

export { PointChart as Chart } from '@/components/charts/point-chart';
export { Results } from './results';

/** The methods of a run, in the order of the list. */
const methodsIn = (settings: Settings, records: readonly ForgetRecord[]): MethodId[] => {
  const found = new Set(records.flatMap((record) => ('method' in record ? record.method : [])));
  const { methods } = planOf(settings);
  return METHODS.map(({ id }) => id).filter((id) => found.has(id) || methods.includes(id));
};

/** A hundredth of a bit is noise, so a picture shows at least a tenth. */
const bitsAxis = (values: readonly number[], label: string) =>
  aroundAxis(values.length > 0 ? values : [2, 3], label, 0.1, (value) => value.toFixed(2));

/** What all paths begin at, once; then every look of every method. */
function readingsOf(scores: readonly ScoreRecord[], methods: readonly MethodId[]): Reading[] {
  const said = ({ old, new: fresh }: ScoreRecord) =>
    `${bits(fresh)} bits per character of the new text, ${bits(old)} of the old`;
  const start = scores.find(({ step }) => step === 0);
  const before: Reading[] = start
    ? [
        {
          id: 'start',
          x: start.new,
          y: start.old,
          label: 'Before',
          text: said(start),
          sources: [],
          group: 0,
          muted: true,
        },
      ]
    : [];
  return [
    ...before,
    ...scores
      .filter(({ step }) => step > 0)
      .map((score) => ({
        id: `${score.method}-${score.step}`,
        x: score.new,
        y: score.old,
        label: methodOf(score.method).label,
        text: `${said(score)}, after ${score.step} steps`,
        sources: [],
        group: methods.indexOf(score.method),
      })),
  ];
}

function summarise(records: readonly ForgetRecord[]): string {
  const ends = records.filter((record): record is EndRecord => record.kind === 'end');
  const start = records.find((record): record is StartRecord => record.kind === 'start');
  if (!start || ends.length === 0) return 'No method has come to its end yet.';
  const parts = ends.map(
    ({ method, old, new: fresh }) =>
      `${methodOf(method).label} ${bits(fresh)} on the new text and ${bits(old)} on the old`,
  );
  return (
    `Bits per character, lower is better; the lower left corner is ideal: all learned, nothing lost. ` +
    `Before: ${bits(start.new)} on the new text and ${bits(start.old)} on the old. After: ${parts.join('; ')}.`
  );
}

export function series(found: readonly unknown[], settings: Settings): PointSeries {
  const records = found as readonly ForgetRecord[];
  const scores = records.filter((record): record is ScoreRecord => record.kind === 'score');
  const methods = methodsIn(settings, records);
  const fresh = NEW[planOf(settings).domain];
  return {
    readings: readingsOf(scores, methods),
    groups: methods.map((id) => ({ id, label: methodOf(id).label })),
    lines: methods.map((id, group) => ({
      id,
      label: methodOf(id).label,
      group,
      points: scores
        .filter(({ method }) => method === id)
        .map((score) => [score.new, score.old] as const),
    })),
    x: bitsAxis(
      scores.map((score) => score.new),
      `${fresh.label}, bits per character (further left: more learned)`,
    ),
    y: bitsAxis(
      scores.map((score) => score.old),
      `${OLD.label}, bits per character (lower: more kept)`,
    ),
    named: [],
    table: {
      columns: [
        { key: 'method', label: 'Way to learn' },
        { key: 'step', label: 'Steps' },
        { key: 'new', label: `${fresh.label}, bits per character` },
        { key: 'old', label: `${OLD.label}, bits per character` },
      ],
      rows: scores.map(({ method, step, ...score }) => ({
        id: `${method}-${step}`,
        method: methodOf(method).label,
        step,
        new: score.new,
        old: score.old,
      })),
    },
    summary: summarise(records),
  };
}
