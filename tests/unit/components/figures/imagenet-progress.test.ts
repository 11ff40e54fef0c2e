import { expect, test } from 'vitest';
import type { imagenetBackbones } from '@/data/imagenet-backbones/definition';
import type { RowOf } from '@/data/schema';
import type { PointSeries } from '@/lib/figure';
import { defaultState, type FigureState } from '@/lib/url-state';
import { spec } from '@/components/figures/imagenet-progress/spec';
import { dataFor } from '@/tests/fixtures/figures';

const data = dataFor(spec);
const rows = new Map(
  (data['imagenet-backbones']?.rows as RowOf<typeof imagenetBackbones>[]).map((row) => [
    row.id,
    row,
  ]),
);
const draw = (changes: FigureState = {}): PointSeries =>
  spec.series(data, { ...defaultState(spec.controls), ...changes });
const reading = (series: PointSeries, id: string) => series.readings.find((r) => r.id === id);
const PROTOCOLS = ['single-crop', 'multi-crop', 'ensemble'];

test.each(PROTOCOLS)('with %s in focus exactly the other protocols are muted', (protocol) => {
  const { readings } = draw({ protocol });
  const inFocus = readings.filter((r) => !r.muted);
  expect(inFocus.length).toBeGreaterThan(5);
  expect(inFocus.length).toBeLessThan(readings.length);
  for (const { id, muted } of readings)
    expect([id, muted]).toEqual([id, rows.get(id)?.protocol !== protocol]);
});

test.each(PROTOCOLS)(
  'with %s in focus the muted marks come first and lie below, then all go by position',
  (protocol) => {
    const { readings } = draw({ protocol });
    const firstInFocus = readings.findIndex((r) => !r.muted);
    const parts = [readings.slice(0, firstInFocus), readings.slice(firstInFocus)];
    expect(parts.map((part) => new Set(part.map((r) => r.muted)))).toEqual([
      new Set([true]),
      new Set([false]),
    ]);
    for (const part of parts)
      expect(part.map((r) => r.x)).toEqual(part.map((r) => r.x).sort((a, b) => a - b));
  },
);

test('a protocol keeps its colour and shape whatever is in focus', () => {
  const [single, ensemble] = ['single-crop', 'ensemble'].map((protocol) => draw({ protocol }));
  const groups = (series?: PointSeries) =>
    Object.fromEntries(series?.readings.map((r) => [r.id, r.group]) ?? []);
  expect(groups(single)).toEqual(groups(ensemble));
  expect(single?.groups.map((g) => g.id)).toEqual(PROTOCOLS);
  for (const r of single?.readings ?? []) expect(PROTOCOLS[r.group]).toBe(rows.get(r.id)?.protocol);
});

test.each([
  [
    'the ResNet ensemble, 3.57% on the test set',
    'resnet-ensemble-6-test',
    'ensemble',
    3.57,
    ['six networks', '6 networks', 'test images', 'contest entry', 'Dec 2015'],
  ],
  [
    'GoogLeNet, 10.07% with one crop',
    'googlenet-single-crop-val',
    'single-crop',
    10.07,
    ['GoogLeNet', 'one network, 1 crop, validation images', 'Sep 2014'],
  ],
  [
    'the AlexNet entry, 15.3% on the test set',
    'alexnet-ensemble-7-test',
    'ensemble',
    15.3,
    ['AlexNet', '7 networks, 10 crops, test images, contest entry', 'Oct 2012'],
  ],
  [
    'one AlexNet, 18.2% with ten crops',
    'alexnet-10-crop-val',
    'multi-crop',
    18.2,
    ['AlexNet', '10 crops', '60 million parameters'],
  ],
])('known: %s', (_, id, protocol, error, words) => {
  const found = reading(draw({ protocol }), id);
  expect(found).toMatchObject({ y: error, muted: false });
  const said = `${found?.label}: ${found?.text}`.replaceAll('\u00a0', ' ');
  for (const word of [`${error}% top-5 error`, ...words]) expect(said).toContain(word);
});

test('top-1 errors are other numbers of the same results', () => {
  const found = reading(draw({ protocol: 'multi-crop', error: 'top1' }), 'alexnet-10-crop-val');
  expect(found?.y).toBe(40.7);
  expect(found?.text).toContain('40.7% top-1 error');
});

test('by parameters a result without a known size has no mark, and the note says so', () => {
  const series = draw({ x: 'parameters' });
  expect(reading(series, 'alexnet-10-crop-val')?.x).toBe(6e7);
  expect(reading(series, 'resnet-ensemble-6-test')).toBeUndefined();
  expect(series.note).toMatch(
    /^\d+ of \d+ results are not drawn, because no source gives the size/,
  );
  expect(series.x.scale).toBe('log');
});

test('by parameters a reading names the work that gives the size as well', () => {
  const sources = reading(draw({ x: 'parameters' }), 'resnet-50-single-crop-val')?.sources ?? [];
  expect(sources).toHaveLength(2);
  expect(reading(draw(), 'resnet-50-single-crop-val')?.sources).toEqual(sources.slice(0, 1));
});

const rival = (id: string) =>
  `${rows.get(id)?.name.replace(/ \((torchvision|Caffe).*$/, '')} ${rows.get(id)?.protocol}`;

test.each(['top5', 'top1'])(
  'without re-trainings (%s) others’ rows stand only where the authors gave none',
  (error) => {
    const { readings } = draw({ error });
    const others = readings.filter((r) => rows.get(r.id)?.trained_by === 'others');
    const authors = new Set(readings.filter((r) => !others.includes(r)).map((r) => rival(r.id)));
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter((r) => authors.has(rival(r.id)))).toEqual([]);
    expect(new Set(others.map((r) => rival(r.id))).size).toBe(others.length);
  },
);

test.each(['top5', 'top1'])(
  'the re-trainings that the toggle adds (%s) are all by others',
  (error) => {
    const before = draw({ error });
    const after = draw({ error, retrained: true });
    const added = after.readings.filter((r) => !reading(before, r.id));
    expect(added.length).toBeGreaterThan(5);
    expect(added.filter((r) => rows.get(r.id)?.trained_by !== 'others')).toEqual([]);
    expect(before.readings.filter((r) => !reading(after, r.id))).toEqual([]);
    for (const r of added) expect(r.text).toContain('re-trained by others');
  },
);

test('the note counts the re-trainings by others that stand in', () => {
  const { readings, note } = draw();
  const others = readings.filter(({ text }) => text.includes('re-trained by others')).length;
  expect(note).toBe(
    `${others} of the ${readings.length} marks are re-trainings by others, drawn where the authors printed no such result.`,
  );
});

test('landmarks of the chapter are named before the others', () => {
  const { named } = draw();
  expect(rows.get(named[0] ?? '')?.name).toMatch(/^AlexNet/);
  expect(rows.get(named[1] ?? '')?.name).toBe('ResNet-152');
});

test('the summary names the best in focus, and warns of a lower number of another protocol', () => {
  const { summary } = draw({ protocol: 'multi-crop' });
  expect(summary).toContain('in focus: one network, many crops');
  expect(summary).toContain('to 4.2% (Inception-v3)');
  expect(summary).toContain(
    'The lowest number of all, 2.251% (SENet, several networks), is of another protocol.',
  );
  expect(draw({ protocol: 'ensemble' }).summary).not.toContain('another protocol');
});
