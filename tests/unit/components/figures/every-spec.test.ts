import { expect, test } from 'vitest';
import { SOURCES } from '@/data';
import type { Axis, FigureSpec, PointSeries } from '@/lib/figure';
import { defaultState, type FigureState } from '@/lib/url-state';
import { allSpecs, allStates, dataFor } from '@/tests/fixtures/figures';

const SPECS = await allSpecs();

/** Checks every state of a figure; a failure names the state. */
function inEveryState(
  spec: FigureSpec,
  check: (series: PointSeries, state: FigureState) => unknown,
) {
  const data = dataFor(spec);
  for (const state of allStates(spec.controls)) {
    const wrong = check(spec.series(data, state), state);
    expect({ state, wrong }).toEqual({ state, wrong: [] });
  }
}

const within = ({ domain: [low, high] }: Axis, value: number) =>
  Number.isFinite(value) && value >= low && value <= high;

test.each(SPECS)('$id: every mark stands inside the axes, in every state', (spec) => {
  inEveryState(spec, ({ readings, x, y }) =>
    readings.filter((reading) => !within(x, reading.x) || !within(y, reading.y)),
  );
});

test.each(SPECS)(
  '$id: every axis has a finite extent with ticks inside it, in every state',
  (spec) => {
    inEveryState(spec, ({ x, y }) =>
      [x, y].filter(
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

test.each(SPECS)('$id: no reading occurs twice, in any state', (spec) => {
  inEveryState(spec, ({ readings }) => {
    const ids = readings.map((reading) => reading.id);
    return ids.filter((id, i) => ids.indexOf(id) !== i);
  });
});

test.each(SPECS)(
  '$id: every reading rests on works of the bibliography, in every state',
  (spec) => {
    inEveryState(spec, ({ readings }) =>
      readings.filter(
        ({ sources }) =>
          sources.length === 0 || !sources.every((s) => SOURCES.has(s.id) && s.locator),
      ),
    );
  },
);

test.each(SPECS)(
  '$id: every reading says something and belongs to a group, in every state',
  (spec) => {
    inEveryState(spec, ({ readings, groups }) =>
      readings.filter(
        ({ label, text, group }) =>
          !label || !text || /undefined|NaN|null/.test(text) || !groups[group],
      ),
    );
  },
);

test.each(SPECS)(
  '$id: the table has the readings, each once, and a cell for every column',
  (spec) => {
    inEveryState(spec, ({ readings, table }) => {
      const ids = table.rows.map((row) => row.id);
      expect([...ids].sort()).toEqual(readings.map((reading) => reading.id).sort());
      return table.rows.filter((row) => table.columns.some(({ key }) => row[key] === undefined));
    });
  },
);

test.each(SPECS)('$id: the table shows the height of every mark', (spec) => {
  inEveryState(spec, ({ readings, table }) =>
    readings.filter(
      ({ id, y }) => !Object.values(table.rows.find((row) => row.id === id) ?? {}).includes(y),
    ),
  );
});

test.each(SPECS)('$id: only marks in focus are named, each once, in every state', (spec) => {
  inEveryState(spec, ({ readings, named }) => {
    const inFocus = new Set(
      readings.filter((reading) => !reading.muted).map((reading) => reading.id),
    );
    return named.filter((id, i) => !inFocus.has(id) || named.indexOf(id) !== i);
  });
});

test.each(SPECS)('$id: every state has a summary without holes', (spec) => {
  inEveryState(spec, ({ summary }) =>
    summary.length > 20 && !/undefined|NaN|null|Infinity/.test(summary) ? [] : [summary],
  );
});

test.each(SPECS)(
  '$id: the same state gives the same series, and the data stay as they were',
  (spec) => {
    const data = dataFor(spec);
    const before = JSON.stringify(data);
    const twice = allStates(spec.controls).map((state) => [
      spec.series(data, state),
      spec.series(data, state),
    ]);
    expect(twice.map(([first]) => JSON.stringify(first))).toEqual(
      twice.map(([, second]) => JSON.stringify(second)),
    );
    expect(JSON.stringify(data)).toBe(before);
  },
);

test.each(SPECS)('$id: the default state shows marks and names', (spec) => {
  const { readings, named } = spec.series(dataFor(spec), defaultState(spec.controls));
  expect(readings.length).toBeGreaterThan(10);
  expect(named.length).toBeGreaterThan(5);
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
