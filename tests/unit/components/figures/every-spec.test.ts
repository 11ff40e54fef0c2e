import { expect, test } from 'vitest';
import { SOURCES } from '@/data';
import type { Axis, FigureSeries, FigureSpec, PointSeries, RowSeries } from '@/lib/figure';
import { defaultState, type FigureState } from '@/lib/url-state';
import { allSpecs, allStates, dataFor, seriesOf } from '@/tests/fixtures/figures';

const SPECS = await allSpecs();

/** Checks every state of a figure; a failure names the state. */
async function inEveryState(
  spec: FigureSpec<FigureSeries>,
  check: (series: FigureSeries, state: FigureState) => unknown,
) {
  const data = dataFor(spec);
  for (const state of allStates(spec.controls)) {
    const wrong = check(await seriesOf(spec, data, state), state);
    expect({ state, wrong }).toEqual({ state, wrong: [] });
  }
}

const within = ({ domain: [low, high] }: Axis, value: number) =>
  Number.isFinite(value) && value >= low && value <= high;

const isPoints = (series: FigureSeries): series is PointSeries => 'y' in series;
const isRows = (series: FigureSeries): series is RowSeries => 'rows' in series;
const axesOf = (series: FigureSeries): Axis[] =>
  isPoints(series) ? [series.x, series.y] : isRows(series) ? [series.x] : [];

test.each(SPECS)('$id: every mark stands inside the axes, in every state', async (spec) => {
  await inEveryState(spec, (series) => {
    const [x, y] = axesOf(series);
    const out = (axis: Axis | undefined, values: (number | undefined)[]) =>
      axis !== undefined && values.some((value) => value !== undefined && !within(axis, value));
    return series.readings.filter((reading) => {
      const along = isRows(series) ? [reading.from, reading.low, reading.high] : [];
      const up = isPoints(series) ? [reading.y, reading.low, reading.high] : [];
      const rowless = isRows(series) && !series.rows[reading.y];
      return rowless || out(x, [reading.x, ...along]) || out(y, up);
    });
  });
});

test.each(SPECS)(
  '$id: every axis has a finite extent with ticks inside it, in every state',
  async (spec) => {
    await inEveryState(spec, (series) =>
      axesOf(series).filter(
        (axis) =>
          !axis.label ||
          axis.ticks.length < 1 ||
          axis.ticks.length > 30 ||
          !(axis.domain[0] < axis.domain[1]) ||
          (axis.scale === 'log' && axis.domain[0] <= 0) ||
          !axis.ticks.every((tick) => within(axis, tick) && axis.format(tick) !== ''),
      ),
    );
  },
);

test.each(SPECS)('$id: an interval holds its value, and a curve has points', async (spec) => {
  await inEveryState(spec, (series) => [
    ...series.readings.filter(({ x, y, low, high }) => {
      const value = isRows(series) ? x : y;
      return (low ?? value) > value || (high ?? value) < value;
    }),
    ...(isPoints(series) ? (series.lines ?? []) : []).filter(
      ({ points, label }) => !label || points.length < 2 || points.flat().some(Number.isNaN),
    ),
  ]);
});

test.each(SPECS)('$id: no reading occurs twice, in any state', async (spec) => {
  await inEveryState(spec, ({ readings }) => {
    const ids = readings.map((reading) => reading.id);
    return ids.filter((id, i) => ids.indexOf(id) !== i);
  });
});

test.each(SPECS)(
  '$id: every reading rests on works of the bibliography, in every state',
  async (spec) => {
    await inEveryState(spec, ({ readings }) =>
      readings.filter(
        ({ sources }) =>
          sources.length === 0 || !sources.every((s) => SOURCES.has(s.id) && s.locator),
      ),
    );
  },
);

test.each(SPECS)(
  '$id: every reading says something and belongs to a group, in every state',
  async (spec) => {
    await inEveryState(spec, ({ readings, groups }) =>
      readings.filter(
        ({ label, text, group }) =>
          !label || !text || /undefined|NaN|null/.test(text) || !groups[group],
      ),
    );
  },
);

test.each(SPECS)(
  '$id: the table has the readings, each once, and a cell for every column',
  async (spec) => {
    await inEveryState(spec, ({ readings, table }) => {
      const ids = table.rows.map((row) => row.id);
      expect([...ids].sort()).toEqual(readings.map((reading) => reading.id).sort());
      return table.rows.filter((row) => table.columns.some(({ key }) => row[key] === undefined));
    });
  },
);

test.each(SPECS)('$id: the table shows the value of every mark', async (spec) => {
  await inEveryState(spec, (series) => {
    if (axesOf(series).length === 0) return [];
    return series.readings.filter(({ id, x, y, from }) => {
      const value = isRows(series) ? x - (from ?? 0) : y;
      const cells = Object.values(series.table.rows.find((row) => row.id === id) ?? {});
      // A bar's length comes back from its two ends with what binary fractions lose.
      return !cells.some(
        (cell) =>
          cell === value ||
          (typeof cell === 'number' && Math.abs(cell - value) < 1e-9 * Math.abs(x)),
      );
    });
  });
});

test.each(SPECS)('$id: only marks in focus are named, each once, in every state', async (spec) => {
  await inEveryState(spec, ({ readings, named }) => {
    const inFocus = new Set(
      readings.filter((reading) => !reading.muted).map((reading) => reading.id),
    );
    return named.filter((id, i) => !inFocus.has(id) || named.indexOf(id) !== i);
  });
});

test.each(SPECS)('$id: every state has a summary without holes', async (spec) => {
  await inEveryState(spec, ({ summary }) =>
    summary.length > 20 && !/undefined|NaN|null|Infinity/.test(summary) ? [] : [summary],
  );
});

test.each(SPECS)(
  '$id: the same state gives the same series, and the data stay as they were',
  async (spec) => {
    const data = dataFor(spec);
    const before = JSON.stringify(data);
    for (const state of allStates(spec.controls)) {
      const [first, second] = [
        await seriesOf(spec, data, state),
        await seriesOf(spec, data, state),
      ];
      expect(JSON.stringify(first)).toBe(JSON.stringify(second));
    }
    expect(JSON.stringify(data)).toBe(before);
  },
);

test.each(SPECS)('$id: the default state shows marks and names', async (spec) => {
  const series = await seriesOf(spec, dataFor(spec), defaultState(spec.controls));
  expect(series.readings.length).toBeGreaterThan(3);
  if (isPoints(series)) expect(series.named.length).toBeGreaterThan(2);
});

test.each(SPECS)(
  '$id: a figure asks a question and says what to look for',
  ({ question, lookFor, title }) => {
    expect(question).toMatch(/\?$/);
    expect(lookFor.length).toBeGreaterThan(40);
    expect(title).not.toMatch(/\.$/);
  },
);

test.each(SPECS)('$id: without its data a figure says which it needs', (spec) => {
  expect(() => spec.series({}, defaultState(spec.controls))).toThrow(`"${spec.datasets[0]}"`);
});
