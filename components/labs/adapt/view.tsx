/** How the lab's run is drawn: score against steps, a curve for each method. */
import { METHODS, TASKS, methodOf, type MethodId, type TaskId } from '@/labs/adapt/methods';
import type {
  AdaptRecord,
  BaseRecord,
  EndRecord,
  ScoreRecord,
  TextRecord,
} from '@/labs/adapt/records';
import type { Settings } from '@/labs/lab';
import { formatBytes, formatNumber } from '@/lib/format';
import { zeroAxis, type Axis, type PointSeries, type Reading } from '@/lib/figure';

export { PointChart as Chart } from '@/components/charts/point-chart';
export { Own } from './own';

const isScore = (record: AdaptRecord): record is ScoreRecord => record.kind === 'score';
const isEnd = (record: AdaptRecord): record is EndRecord => record.kind === 'end';
const isBase = (record: AdaptRecord): record is BaseRecord => record.kind === 'base';
const isText = (record: AdaptRecord): record is TextRecord => record.kind === 'text';

const taskOf = (settings: Settings): TaskId => (settings.task === 'write' ? 'write' : 'kinds');

const said = (task: TaskId, score: number) =>
  task === 'kinds'
    ? `${formatNumber(score, 3)}% right`
    : `${formatNumber(score, 3)} bits per character`;

function scoreAxis(task: TaskId, scores: readonly number[]): Axis {
  if (task === 'kinds')
    return {
      label: TASKS.kinds.score,
      domain: [0, 100],
      ticks: [0, 20, 40, 60, 80, 100],
      scale: 'linear',
      format: String,
    };
  return zeroAxis(scores.length > 0 ? scores : [5], TASKS.write.score);
}

/** What is asked at the end; on the way it is less. */
const ASKED: Readonly<Record<TaskId, string>> = {
  kinds: 'on the whole test',
  write: 'on a longer piece of held-out text',
};

/** From a little before zero, so that the first marks are whole. */
function stepAxis(steps: number): Axis {
  const axis = zeroAxis([steps], 'Steps of training');
  return { ...axis, domain: [-steps / 50, axis.domain[1]] };
}

/** The methods of a run, in the order of the list. */
const methodsIn = (settings: Settings, records: readonly AdaptRecord[]): MethodId[] => {
  const found = new Set<string>(records.filter(isScore).map(({ method }) => method));
  const asked = Array.isArray(settings.methods) ? (settings.methods as readonly string[]) : [];
  return METHODS.map(({ id }) => id).filter((id) => found.has(id) || asked.includes(id));
};

function summarise(task: TaskId, ends: readonly EndRecord[], settings: Settings): string {
  if (ends.length === 0) return 'No method has come to its end yet.';
  const parts = ends.map(({ method, score }) => `${methodOf(method).label} ${said(task, score)}`);
  return `With ${Math.round(Number(settings.examples))} examples, ${ASKED[task]}: ${parts.join('; ')}.`;
}

export function series(found: readonly unknown[], settings: Settings): PointSeries {
  const records = found as readonly AdaptRecord[];
  const task = taskOf(settings);
  const scores = records.filter(isScore);
  const ends = records.filter(isEnd);
  const methods = methodsIn(settings, records);
  const readings = scores.map(({ method, step, score }): Reading => ({
    id: `${method}-${step}`,
    x: step,
    y: score,
    label: methodOf(method).label,
    text: `${said(task, score)} after ${step} ${step === 1 ? 'step' : 'steps'}`,
    sources: [],
    group: methods.indexOf(method),
  }));
  const steps = Math.max(Number(settings.steps) || 1, ...scores.map(({ step }) => step));
  return {
    readings,
    groups: methods.map((id) => ({ id, label: methodOf(id).label })),
    lines: methods.map((id, group) => ({
      id,
      label: methodOf(id).label,
      group,
      points: scores.filter(({ method }) => method === id).map(({ step, score }) => [step, score]),
    })),
    x: stepAxis(steps),
    y: scoreAxis(
      task,
      scores.map(({ score }) => score),
    ),
    named: [],
    table: {
      columns: [
        { key: 'method', label: 'Way to adapt' },
        { key: 'step', label: 'Steps' },
        { key: 'score', label: TASKS[task].score },
      ],
      rows: scores.map(({ method, step, score }) => ({
        id: `${method}-${step}`,
        method: methodOf(method).label,
        step,
        score,
      })),
    },
    summary: summarise(task, ends, settings),
  };
}

/** What each method came to, and what it cost. */
export function Results({
  records: found,
  settings,
}: {
  records: readonly unknown[];
  settings: Settings;
}) {
  const records = found as readonly AdaptRecord[];
  const task = taskOf(settings);
  const ends = records.filter(isEnd);
  const texts = records.filter(isText);
  const base = records.find(isBase);
  if (ends.length === 0) return null;
  return (
    <>
      {base && (
        <p>
          All but “From scratch” started from your own model: {base.about}. “From scratch” had
          random weights of the same shape.
        </p>
      )}
      <div className="table-scroll" tabIndex={0} role="region" aria-label="Table: results">
        <table className="lab-results">
          <caption>After the last step, {ASKED[task]}</caption>
          <thead>
            <tr>
              <th scope="col">Way to adapt</th>
              <th scope="col" className="number">
                {TASKS[task].score}
              </th>
              <th scope="col" className="number">
                Trained weights
              </th>
              <th scope="col" className="number">
                Optimizer memory
              </th>
              <th scope="col" className="number">
                To store
              </th>
              <th scope="col" className="number">
                Frozen, in memory
              </th>
              <th scope="col" className="number">
                Time a step
              </th>
            </tr>
          </thead>
          <tbody>
            {ends.map((end) => (
              <tr key={end.method}>
                <th scope="row">{methodOf(end.method).label}</th>
                <td className="number">{formatNumber(end.score, 3)}</td>
                <td className="number">{formatNumber(end.trained, 7)}</td>
                <td className="number">{formatBytes(end.optimiserBytes)}</td>
                <td className="number">{formatBytes(end.storedBytes)}</td>
                <td className="number">{formatBytes(end.frozenBytes)}</td>
                <td className="number">
                  {end.trained > 0 ? `${formatNumber(end.stepMs, 2)} ms` : '–'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {texts.length > 0 && (
        <dl className="lab-texts">
          {texts.map(({ method, prompt, text }) => (
            <div key={method}>
              <dt>{methodOf(method).label}</dt>
              <dd>
                <b>{prompt}</b>
                {text}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
