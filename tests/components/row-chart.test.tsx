// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { RowChart } from '@/components/charts/row-chart';
import { rowChartHeight } from '@/lib/row-layout';
import type { Reading, RowSeries } from '@/lib/figure';

afterEach(cleanup);

const dot = (id: string, group: number, x: number): Reading => ({
  id,
  x,
  y: 0,
  label: id,
  text: id,
  sources: [],
  group,
});

function heights(apart: boolean, readings: readonly Reading[]): number[] {
  const series: RowSeries = {
    readings,
    groups: ['a', 'b', 'c'].map((id) => ({ id, label: id })),
    rows: [{ id: 'row', label: 'Row' }],
    mark: 'dot',
    apart,
    x: { label: 'x', scale: 'linear', domain: [0, 10], ticks: [0, 10], format: String },
    named: [],
    table: { columns: [], rows: [] },
    summary: '',
  };
  const size = { width: 620, height: rowChartHeight(series, 'wide') };
  const { container } = render(
    <RowChart series={series} layout="wide" size={size} onActivate={() => {}} />,
  );
  return readings.map(({ id }) =>
    Number(container.querySelector(`[data-reading="${id}"] > circle`)?.getAttribute('cy')),
  );
}

const SAME = [dot('one', 0, 5), dot('two', 1, 5), dot('three', 2, 5)];

test('dots of equal value stand apart where the series asks for it, the first group on top', () => {
  const [one = 0, two = 0, three = 0] = heights(true, SAME);
  expect(two - one).toBeGreaterThan(5);
  expect(three - two).toBe(two - one);
});

test('otherwise, and where nothing is in the way, dots stand in the middle of their row', () => {
  expect(new Set(heights(false, SAME)).size).toBe(1);
  expect(new Set(heights(true, [dot('one', 0, 2), dot('two', 1, 8)])).size).toBe(1);
});
