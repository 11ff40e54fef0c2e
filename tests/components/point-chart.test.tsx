// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { groupColour } from '@/components/charts/marks';
import { PointChart } from '@/components/charts/point-chart';
import { LAYOUTS, type LayoutName } from '@/lib/figure';
import { defaultState } from '@/lib/url-state';
import { spec as forgetting } from '@/components/figures/forgetting-curves/spec';
import { spec } from '@/components/figures/imagenet-progress/spec';
import { dataFor } from '@/tests/fixtures/figures';

afterEach(cleanup);

const series = spec.series(dataFor(spec), defaultState(spec.controls));
const draw = (
  props: { layout?: LayoutName; active?: string; onActivate?: (id: string) => void } = {},
) => {
  const layout = props.layout ?? 'wide';
  return render(<PointChart series={series} size={LAYOUTS[layout]} {...props} layout={layout} />)
    .container;
};
const mark = (root: Element, id: string) => root.querySelector(`[data-reading="${id}"]`)!;
const FOCUS = series.readings.find((r) => !r.muted)!;
const MUTED = series.readings.find((r) => r.muted)!;

test.each(Object.keys(LAYOUTS) as LayoutName[])(
  'the %s picture has its size, a mark a reading, and both axis titles',
  (layout) => {
    const root = draw({ layout });
    const svg = root.querySelector('svg')!;
    expect([svg.getAttribute('width'), svg.getAttribute('height')].map(Number)).toEqual(
      Object.values(LAYOUTS[layout]),
    );
    const ids = [...root.querySelectorAll('[data-reading]')].map((g) =>
      g.getAttribute('data-reading'),
    );
    expect(ids.sort()).toEqual(series.readings.map((r) => r.id).sort());
    const titles = [...root.querySelectorAll('.axis-title')].map((t) => t.textContent);
    expect(titles).toEqual([series.y.label, series.x.label]);
  },
);

test('marks in focus have the colour of their group, the others are grey', () => {
  const root = draw();
  const colour = (id: string) => mark(root, id).querySelector('path')?.getAttribute('fill');
  expect(colour(FOCUS.id)).toBe(groupColour(FOCUS.group));
  expect(colour(MUTED.id)).toBe('var(--chart-muted)');
});

test('only marks in focus are named, fewer where there is less room', () => {
  const names = (layout: LayoutName) =>
    [...draw({ layout }).querySelectorAll('.mark-names text')].map((t) => t.textContent);
  const [wide, narrow] = [names('wide'), names('narrow')];
  expect(wide.length).toBeGreaterThan(narrow.length);
  expect(narrow.length).toBeGreaterThan(2);
  const inFocus = series.readings.filter((r) => !r.muted).map((r) => r.label);
  for (const name of wide)
    expect(inFocus.some((label) => label.startsWith(name ?? '?'))).toBe(true);
});

test('marks in focus lie on grey ones, and names on both', () => {
  const readings = [...series.readings].sort((a, b) => Number(a.muted) - Number(b.muted));
  const { container } = render(
    <PointChart series={{ ...series, readings }} size={LAYOUTS.wide} layout="wide" />,
  );
  const drawn = [...container.querySelectorAll('[data-reading], .mark-names')];
  const muted = new Set(readings.filter((r) => r.muted).map((r) => r.id));
  const kinds = drawn.map((g) => {
    const id = g.getAttribute('data-reading');
    return id === null ? 2 : muted.has(id) ? 0 : 1;
  });
  expect(kinds).toEqual([...kinds].sort());
  expect(kinds.at(-1)).toBe(2);
});

test('a model picked out of a crowd of grey ones gets its name, though it covers some', () => {
  const picked = series.readings.find((r) => !r.muted)!;
  const crowd = Array.from({ length: 60 }, (_, i) => ({
    ...MUTED,
    id: `grey-${i}`,
    x: picked.x + (i % 10) * 0.3 - 1.5,
    y: picked.y + Math.floor(i / 10) - 3,
  }));
  const { container } = render(
    <PointChart
      series={{ ...series, readings: [...crowd, picked], named: [picked.id] }}
      size={LAYOUTS.wide}
      layout="wide"
    />,
  );
  expect(container.querySelectorAll('.mark-names text')).toHaveLength(1);
});

test('no name lies on the bar of an interval', () => {
  const runs = forgetting.series(dataFor(forgetting), defaultState(forgetting.controls));
  const { container } = render(<PointChart series={runs} size={LAYOUTS.wide} layout="wide" />);
  const bars = [...container.querySelectorAll('path')].flatMap((path) => {
    const found = /^M[^h]*h7M([\d.]+),([\d.]+)V([\d.]+)/.exec(path.getAttribute('d') ?? '');
    return found ? [found.slice(1).map(Number) as [x: number, bottom: number, top: number]] : [];
  });
  expect(bars.length).toBeGreaterThan(20);
  const names = [...container.querySelectorAll('.mark-names text')];
  expect(names.length).toBeGreaterThan(2);
  for (const name of names) {
    const [x, y] = ['x', 'y'].map((one) => Number(name.getAttribute(one))) as [number, number];
    // Narrower than it is drawn, so that a touch at its ends does not count.
    const width = 4.5 * (name.textContent ?? '').length;
    const share = { start: 0, middle: 0.5, end: 1 }[name.getAttribute('text-anchor') ?? ''] ?? 0;
    const left = x - share * width;
    const on = bars.filter(
      ([at, bottom, top]) => at > left && at < left + width && y > top && y - 8 < bottom,
    );
    expect([name.textContent, on]).toEqual([name.textContent, []]);
  }
});

test('an empty picture says why', () => {
  const { container } = render(
    <PointChart
      series={{ ...series, readings: [], named: [], summary: 'No model matches.' }}
      size={LAYOUTS.wide}
      layout="wide"
    />,
  );
  expect(container.textContent).toContain('No model matches.');
});

test('the active mark has a ring and is drawn last', () => {
  const root = draw({ active: MUTED.id });
  const last = [...root.querySelectorAll('[data-reading]')].at(-1);
  expect(last).toBe(mark(root, MUTED.id));
  expect(root.querySelectorAll('circle[stroke="var(--ink)"]')).toHaveLength(1);
  expect(mark(root, MUTED.id).querySelector('circle')?.getAttribute('stroke')).toBe('var(--ink)');
});

test('pointing at a mark or tapping it tells which', () => {
  const told = vi.fn();
  const root = draw({ onActivate: told });
  fireEvent.pointerEnter(mark(root, FOCUS.id));
  fireEvent.pointerDown(mark(root, MUTED.id));
  expect(told.mock.calls).toEqual([[FOCUS.id], [MUTED.id]]);
});

test('the legend names every group that has marks', () => {
  const names = [...draw().querySelectorAll('.chart-legend text')].map((t) => t.textContent);
  expect(names).toEqual(series.groups.map((g) => g.label));
});
