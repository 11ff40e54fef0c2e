import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dataset } from '@/data';
import { isKnown } from '@/data/cell';
import type { timeline } from '@/data/timeline/definition';
import type { RowOf } from '@/data/schema';
import {
  WIDTHS,
  layTimeline,
  type TimelineSeries,
} from '@/components/figures/pretraining-timeline/layout';
import { spec, whenOf } from '@/components/figures/pretraining-timeline/spec';
import { textWidth } from '@/lib/labels';
import { defaultState, type FigureState } from '@/lib/url-state';
import { allStates, dataFor } from '@/tests/fixtures/figures';

const data = dataFor(spec);
const rows = data.timeline?.rows as RowOf<typeof timeline>[];
const states = allStates(spec.controls);
const draw = (changes: FigureState = {}): TimelineSeries =>
  spec.series(data, { ...defaultState(spec.controls), ...changes });
const LAYOUTS = ['wide', 'narrow'] as const;

/** The text of a section of a chapter, up to the next heading of its rank or a higher one. */
function sectionAt(address: string): string | undefined {
  const { pathname, hash } = new URL(address, 'http://site');
  const text = readFileSync(`content${pathname.replace(/\/$/, '')}.mdx`, 'utf8');
  const sections = text.split(/^(?=##+ )/m);
  return sections.find((section) => section.split('\n')[0]?.includes(`[${hash}]`));
}

const TOLD = rows.filter((row) => row.chapter);

test.each(TOLD.map((row) => [row.event, row.chapter ?? '', row] as const))(
  '“%s” is told of at %s',
  (_, chapter, row) => {
    const section = sectionAt(chapter);
    expect(section).toBeDefined();
    const works = [row.source, isKnown(row.date) ? row.date.source : ''];
    const signs = [
      ...works.filter(Boolean).map((id) => new RegExp(`[" ]${id}[",]`)),
      new RegExp(`\\b${row.event.split(/ \(|[:,] | wins/)[0]}`),
      // Names in what happened: "Hugging Face", "PyTorch".
      ...(row.what.match(/[A-Z]\w+ [A-Z]\w+|[A-Z]\w*[A-Z]\w*/g) ?? []).map((n) => new RegExp(n)),
      new RegExp(`models\\.${row.model}\\.`),
    ];
    expect(signs.some((sign) => sign.test(section ?? ''))).toBe(true);
  },
);

test('most events lead to a section, and every turning point does', () => {
  expect(TOLD.length).toBeGreaterThan(rows.length * 0.8);
  expect(rows.filter((row) => row.turning_point && !row.chapter)).toEqual([]);
});

test('the strands that can be chosen are those of the data, in their order', () => {
  const control = spec.controls.find(({ key }) => key === 'strand');
  const offered = control && 'options' in control ? control.options.slice(1) : [];
  const column = data.timeline?.columns.find(({ key }) => key === 'strand');
  expect(offered.map(({ value, label }) => [value, label])).toEqual(
    Object.entries(column?.options ?? {}),
  );
});

test.each([
  ['1976', 1976.5, [1976, 1977]],
  ['2012-10-13', 2012.783, undefined],
  ['2013-01', 2013.042, undefined],
  ['2025-12-31', 2025.999, undefined],
])('%s stands at %f', (date, at, span) => {
  expect(whenOf(date).at).toBeCloseTo(at, 3);
  expect(whenOf(date).span).toEqual(span);
});

test('by default all events are there, and the rush comes after 2012', () => {
  const { readings, turning, summary } = draw();
  expect(readings.length).toBe(dataset('timeline').rows.length);
  const early = readings.filter(({ x }) => x < 2012).length;
  expect(early).toBeLessThan(readings.length / 5);
  expect(summary).toContain(
    `${early} of them lie before 2012, ${readings.length - early} after its beginning`,
  );
  expect(turning.length).toBeLessThan(20);
});

test('the fields turn one after another: pictures, language, speech, pictures with words', () => {
  const yearOf = (id: string) => draw().readings.find((r) => r.id === id)?.x ?? NaN;
  const turns = ['alexnet', 'bert', 'wav2vec-2', 'clip'].map(yearOf);
  expect(turns).toEqual([...turns].sort((a, b) => a - b));
});

test('the periods share out the events', () => {
  const periods = ['1976-2011', '2012-2017', '2018-2020', '2021-2026'];
  const ids = periods.flatMap((period) => draw({ period }).readings.map(({ id }) => id));
  expect(ids.length).toBe(rows.length);
  expect(new Set(ids).size).toBe(rows.length);
});

test('a strand without events in a period says so', () => {
  const { readings, summary, strands } = draw({ strand: 'speech', period: '1976-2011' });
  expect(readings).toEqual([]);
  expect(strands).toHaveLength(1);
  expect(summary).toBe('Our timeline has no event of this strand in this period.');
});

test('a strip without events says so in the picture', () => {
  const { strands } = layTimeline(draw({ strand: 'speech', period: '1976-2011' }), 'narrow');
  expect(strands.map(({ label }) => label)).toEqual(['Speech: none in these years']);
});

test('one strand alone takes the whole width for its own years, but not within a period', () => {
  expect(draw({ strand: 'scaling' }).x.domain[0]).toBeGreaterThan(2016);
  const period = '2018-2020';
  expect(draw({ strand: 'scaling', period }).x.domain).toEqual(draw({ period }).x.domain);
});

test('a reading says when, what and why, and leads to its section', () => {
  const alexnet = draw().readings.find(({ id }) => id === 'alexnet');
  expect(alexnet?.text).toMatch(/^\(13 Oct 2012\)\. Krizhevsky.* 26\.2\. Computer vision .*two$/);
  expect(alexnet).toMatchObject({ href: '/history/vision-backbones/#alexnet', y: 1 });
});

test('years have ticks inside the axis, and every mark stands on it and in a strand', () => {
  for (const state of states) {
    const { x, readings, strands, spans } = spec.series(data, state);
    const [low, high] = x.domain;
    const isIn = (year: number) => year >= low && year <= high;
    expect(x.ticks.length).toBeGreaterThan(2);
    expect(x.ticks.every(isIn)).toBe(true);
    const out = readings.filter((r) => !strands[r.y] || ![r.x, ...(spans[r.id] ?? [])].every(isIn));
    expect({ state, out }).toEqual({ state, out: [] });
  }
});

test('no mark lies on another, and no name on another, in every state and layout', () => {
  for (const state of states) {
    for (const layout of LAYOUTS) {
      const { marks, names, height, plot } = layTimeline(spec.series(data, state), layout);
      const close = marks.flatMap((a, i) =>
        marks.slice(i + 1).filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < 8.5),
      );
      const boxes = names.map(({ id, text, x, y, anchor }) => {
        const width = textWidth(text);
        const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
        return { id, left, right: left + width, y };
      });
      const touching = boxes.flatMap((a, i) =>
        boxes
          .slice(i + 1)
          .filter((b) => Math.abs(a.y - b.y) < 12 && a.left < b.right && b.left < a.right),
      );
      const outside = [
        ...boxes.filter(({ left, right, y }) => left < 0 || right > WIDTHS[layout] || y < plot.top),
        ...marks.filter(({ y }) => y > plot.bottom || y > height),
      ];
      expect({ state, layout, close, touching, outside }).toEqual({
        state,
        layout,
        close: [],
        touching: [],
        outside: [],
      });
    }
  }
});

test('wide, every turning point has its name but one that stands under another', () => {
  const series = draw();
  const unnamed = series.turning.filter(
    (id) => !layTimeline(series, 'wide').names.some((name) => name.id === id),
  );
  expect(unnamed).toEqual(['decaf', 'llama']);
});
