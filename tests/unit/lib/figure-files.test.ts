import { csvParse } from 'd3-dsv';
import { expect, test } from 'vitest';
import { figureCsv, figureFooter, figureJson } from '@/lib/figure-files';
import { figureAddress } from '@/lib/figure-links';
import { defaultState } from '@/lib/url-state';
import { dataFor, specOf } from '@/tests/fixtures/figures';

const HOST = 'https://example.org/history/vision-backbones/?theme=dark#alexnet';
const spec = await specOf('imagenet-progress');
const data = dataFor(spec);
const usual = defaultState(spec.controls);
const changed = { ...usual, protocol: 'ensemble', x: 'parameters' };
const series = spec.series(data, changed);
const address = figureAddress(spec, changed, HOST);

test('the footer credits works, counts the rest, and gives licence and address', () => {
  const [credits = '', place] = figureFooter(spec, data, address);
  const works = Object.keys(data['imagenet-backbones']?.sources ?? {}).length;
  expect(credits).toContain('Krizhevsky et al., 2012');
  expect(credits).toContain(`and ${works - 5} more works`);
  expect(place).toBe(`Warm Start, CC BY 4.0. ${address}`);
});

test('a short list of works is credited in full', () => {
  const file = data['imagenet-backbones']!;
  const few = {
    'imagenet-backbones': {
      ...file,
      sources: Object.fromEntries(Object.entries(file.sources).slice(0, 5)),
    },
  };
  expect(figureFooter(spec, few, address)[0]).not.toContain('more works');
});

test('the CSV has the columns of the table with their units, and a row a reading', () => {
  const parsed = csvParse(figureCsv(series));
  expect(parsed.columns).toEqual([
    'id',
    'network',
    'protocol',
    'split',
    'released',
    'parameters',
    'error (percent)',
    'source',
  ]);
  expect(parsed.map((row) => row.id)).toEqual(series.table.rows.map((row) => row.id));
  for (const [i, row] of series.table.rows.entries()) {
    expect(parsed[i]?.['error (percent)']).toBe(String(row.error));
    expect(parsed[i]?.network).toBe(row.network);
    expect(parsed[i]?.source).toBe(row.source);
  }
});

test('an unknown is an empty cell of the CSV', () => {
  const parsed = csvParse(figureCsv(spec.series(data, { ...usual, protocol: 'ensemble' })));
  expect(parsed.find((row) => row.id === 'resnet-ensemble-6-test')?.parameters).toBe('');
});

test('the JSON has state, address, rows and exactly the works that the readings rest on', () => {
  const json = JSON.parse(figureJson(spec, series, changed, data, address)) as {
    sources: Record<string, { id: string }>;
  } & Record<string, unknown>;
  expect(json).toMatchObject({
    id: spec.id,
    title: spec.title,
    address,
    state: changed,
    summary: series.summary,
  });
  expect(json.rows).toEqual(JSON.parse(JSON.stringify(series.table.rows)));
  const used = new Set(series.readings.flatMap((r) => r.sources.map(({ id }) => id)));
  expect(new Set(Object.keys(json.sources))).toEqual(used);
  expect(used.size).toBeLessThan(Object.keys(data['imagenet-backbones']?.sources ?? {}).length);
  expect(Object.entries(json.sources).every(([id, work]) => work.id === id)).toBe(true);
});
