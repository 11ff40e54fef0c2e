import { expect, test } from 'vitest';
import type { PointSeries } from '@/lib/figure';
import { defaultState, type FigureState } from '@/lib/url-state';
import type { Method, Row } from '@/components/figures/peft-comparison/model';
import {
  sayMeasure,
  sayOneIn,
  sayScore,
  saySize,
} from '@/components/figures/peft-comparison/model';
import { spec } from '@/components/figures/peft-comparison/spec';
import { TABLES, TASKS } from '@/components/figures/peft-comparison/tables';
import { dataFor } from '@/tests/fixtures/figures';

const data = dataFor(spec);
const rows = data.peft?.rows as Row[];
const families = new Map(
  (data['adaptation-methods']?.rows as Method[]).map((method) => [method.id, method.family]),
);
const draw = (changes: FigureState = {}): PointSeries =>
  spec.series(data, { ...defaultState(spec.controls), ...changes });
const reading = (series: PointSeries, id: string) => series.readings.find((r) => r.id === id);
const plain = (text = '') => text.replaceAll('\u00a0', ' ');
const IDS = TABLES.map(({ value }) => value);

test('every table that prints a size is offered, and no other', () => {
  const sized = rows.filter((row) => row.trainable_parameters ?? row.trainable_share);
  expect(TABLES.map(({ label }) => label).sort()).toEqual(
    [...new Set(sized.map((row) => row.comparison))].sort(),
  );
});

test.each(TABLES)('$label: every task has just one name among the tasks', ({ label }) => {
  const names = new Set(rows.filter((row) => row.comparison === label).map((row) => row.task));
  const found = [...names].map((name) => TASKS.filter((task) => task.names.includes(name)).length);
  expect(found).toEqual([...names].map(() => 1));
  const used = TASKS.map((task) => task.names.filter((name) => names.has(name)).length);
  expect(Math.max(...used)).toBe(1);
});

test.each(IDS)('%s: a picture never mixes tables, tasks or metrics', (table) => {
  for (const task of TASKS.map(({ value }) => value)) {
    const drawn = draw({ table, task }).readings.map((r) => rows.find((row) => row.id === r.id));
    expect(drawn.length).toBeGreaterThan(1);
    for (const key of ['comparison', 'task', 'metric'] as const)
      expect(new Set(drawn.map((row) => row?.[key])).size).toBe(1);
  }
});

test.each(IDS)(
  '%s: only its own tasks are offered, and one that it lacks gives the first',
  (table) => {
    const { choices, readings } = draw({ table, task: 'average' });
    const offered = choices?.task ?? [];
    const title = TABLES.find(({ value }) => value === table)?.label;
    const own = new Set(rows.filter((row) => row.comparison === title).map((row) => row.task));
    expect(offered).toHaveLength(own.size);
    const missing = TASKS.find(({ value }) => !offered.includes(value))?.value ?? '';
    const instead = draw({ table, task: missing }).readings.map((r) => r.id);
    expect(instead).toEqual(draw({ table, task: offered[0] ?? '' }).readings.map((r) => r.id));
    if (offered.includes('average')) expect(instead).toEqual(readings.map((r) => r.id));
  },
);

test('the default makes the point: LoRA is level with full fine-tuning over two orders of its size', () => {
  const series = draw();
  const full = series.readings.at(-1);
  expect(full).toMatchObject({ x: 175e9, y: 73.8, label: 'Full fine-tuning, row “Fine-Tune”' });
  const lora = series.readings.filter((r) => r.label.startsWith('LoRA,'));
  expect(lora).toHaveLength(10);
  for (const { y } of lora) expect(Math.abs(y - 73.8)).toBeLessThanOrEqual(0.5);
  const sizes = lora.map((r) => r.x);
  expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([4.7e6, 603.8e6]);
  expect(Math.log10(175e9 / Math.min(...sizes))).toBeGreaterThan(4);
});

test('known: the LoRA of the footnote, 73.7% with one weight in 9,300', () => {
  const found = reading(draw(), 'lora-gpt3-budgets-lora-qv4-wikisql');
  expect(found).toMatchObject({ x: 18.8e6, y: 73.7 });
  expect(plain(found?.text)).toBe(
    'WikiSQL, validation accuracy: 73.7%; 18.8 million trained weights, one in 9,300',
  );
  expect(found?.sources.map(({ id }) => id)).toEqual(['hu-2021', 'hu-2021']);
});

test('on MNLI every LoRA and every adapter of the default table beats full fine-tuning', () => {
  const series = draw({ task: 'mnli' });
  const full = series.readings.at(-1)?.y ?? Infinity;
  const added = series.readings.filter((r) => /^(LoRA|Adapters)/.test(r.label));
  expect(added).toHaveLength(15);
  expect(added.every((r) => r.y > full)).toBe(true);
});

test('full fine-tuning is a line across the picture where a table has it, and is missed where not', () => {
  const [line] = draw().lines ?? [];
  expect(line?.points.map(([, y]) => y)).toEqual([73.8, 73.8]);
  const without = draw({ table: 'dora-commonsense-llama-7b' });
  expect(without.lines).toEqual([]);
  expect(without.note).toContain('This table has no full fine-tuning to compare with.');
  expect(without.summary).toContain('The table has no full fine-tuning.');
});

test('where a table prints shares, full fine-tuning has all the weights by definition', () => {
  const series = draw({ table: 'prefix-gpt2-medium', task: 'dart' });
  const full = reading(series, 'prefix-gpt2-medium-ft-dart-bleu');
  expect(full).toMatchObject({ x: 100, y: 46.2 });
  expect(plain(full?.text)).toContain('100% of the weights');
  expect(series.note).toContain('No mark for “FT-TOP2”: the table gives no size.');
  expect(series.x.format(0.1)).toBe('0.1%');
});

test('a confidence interval is drawn around its score, an interquartile range is only told', () => {
  const glue = draw({ table: 'lora-glue-roberta-large', task: 'rte' });
  const lora = reading(glue, 'lora-glue-roberta-large-lora-rte');
  expect(lora).toMatchObject({ y: 87.4, low: 84.9, high: 89.9 });
  expect(glue.note).toMatch(/^Bars: confidence interval/);
  const few = draw({ table: 'tfew-t0-3b', task: 'rte' });
  expect(few.readings.some((r) => r.low !== undefined)).toBe(false);
  expect(reading(few, 'tfew-t0-3b-lora-rte')?.text).toContain('interquartile range 7.6');
  expect(few.note).toContain('interquartile range');
});

test('what was quoted from earlier work says so', () => {
  const glue = draw({ table: 'lora-glue-roberta-base' });
  expect(reading(glue, 'lora-glue-roberta-base-bitfit-average')?.text).toContain(
    '(Marked * in the table: published in an earlier work)',
  );
  const dora = draw({ table: 'dora-commonsense-llama-7b' });
  expect(reading(dora, 'dora-commonsense-llama-7b-lora-average')?.text).toContain(
    '(quoted from earlier work; Taken from the LLM-Adapters paper',
  );
});

test('colours are families', () => {
  const series = draw({ table: 'peft-metamath' });
  for (const { id, group } of series.readings) {
    const method = rows.find((row) => row.id === id)?.method ?? '';
    expect(series.groups[group]?.id).toBe(families.get(method));
  }
});

test('scores may be held against zero', () => {
  expect(draw({ zero: true }).y.domain[0]).toBe(0);
  expect(draw({ zero: true }).note).not.toContain('does not begin at zero');
  expect(draw().note).toContain('The axis of scores does not begin at zero.');
});

test('sizes and scores in words', () => {
  expect(plain(saySize(4.7e6, 'parameters'))).toBe('4.7 million trained weights');
  expect(saySize(2.1, 'percent')).toBe('2.1% of the weights');
  expect(sayOneIn(4.7e6, 175e9)).toBe(', one in 37,000');
  expect(plain(sayScore(36.2, 'GiB'))).toBe('36.2 GiB');
  expect(sayScore(87.2, 'points')).toBe('87.2');
});

test('what was measured is said once', () => {
  expect(sayMeasure({ task: 'WikiSQL', metric: 'validation accuracy' })).toBe(
    'WikiSQL, validation accuracy',
  );
  expect(sayMeasure({ task: 'E2E, BLEU', metric: 'BLEU' })).toBe('E2E, BLEU');
  expect(sayMeasure({ task: 'MT-Bench', metric: 'MT-Bench, mean grade out of 10' })).toBe(
    'MT-Bench, mean grade out of 10',
  );
});
