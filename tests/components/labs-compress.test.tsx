// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Results, series } from '@/components/labs/compress/view';
import type { CompressRecord, MarkRecord } from '@/labs/compress/records';
import type { RecordedRun } from '@/labs/recorded';
import file from '@/tests/fixtures/compress-short.json';

const { records } = file as unknown as RecordedRun;
const marks = (records as CompressRecord[]).filter(
  (record): record is MarkRecord => record.kind === 'mark',
);
afterEach(cleanup);

const cellsOf = (name: RegExp) =>
  within(screen.getByRole('row', { name }))
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

test('every model is a mark at its bytes and bits; what others are held against is grey', () => {
  const drawn = series(records);
  expect(drawn.readings.map(({ x, y }) => [x, y])).toEqual(
    marks.map(({ diskBytes, bits }) => [diskBytes, bits]),
  );
  expect(drawn.readings.filter(({ muted }) => muted).map(({ id }) => id)).toEqual([
    'original',
    'untaught',
  ]);
  expect(drawn.table.rows).toHaveLength(marks.length);
  for (const { x, y } of drawn.readings) {
    expect(x).toBeGreaterThan(drawn.x.domain[0]);
    expect(x).toBeLessThan(drawn.x.domain[1]);
    expect(y).toBeGreaterThan(drawn.y.domain[0]);
    expect(y).toBeLessThan(drawn.y.domain[1]);
  }
  expect(drawn.x.ticks.length).toBeGreaterThan(1);
  expect(drawn.summary).toContain(
    'The original takes 3.76\u00a0MB and 1.92 bits per character. int4, a scale for 64: ',
  );
});

test('degrees of one way are one curve, from few bytes to many', () => {
  const int4 = marks.find(({ id }) => id === 'int4-block')!;
  const coarser = { ...int4, id: 'int4-tensor', diskBytes: int4.diskBytes - 1000 };
  const lines = series([...records, coarser]).lines!;
  expect(lines.map(({ id }) => id)).toEqual(['level', 'int4']);
  expect(lines[1]!.points.map(([x]) => x)).toEqual([coarser.diskBytes, int4.diskBytes]);
});

test('before anything is found there is a picture without marks', () => {
  const drawn = series([]);
  expect(drawn.readings).toEqual([]);
  expect(drawn.summary).toBe('Nothing has been measured yet.');
  expect(render(<Results records={[]} />).container.textContent).toBe('');
});

test('time stands only where less is computed; memory shrinks only there', () => {
  render(<Results records={records} />);
  const before = marks.find(({ way }) => way === 'original')!;
  for (const name of [/^int4/, /^Magnitude/]) {
    const cells = cellsOf(name);
    expect(cells.at(-1)).toBe('–');
    expect(cells[3]).toBe('3.76\u00a0MB');
  }
  for (const name of [/^Structured/, /^Distilled/]) {
    expect(cellsOf(name).at(-1)).toMatch(/^\d\.\d\d$/);
    expect(cellsOf(name)[3]).not.toBe('3.76\u00a0MB');
  }
  expect(before.memoryBytes).toBe(4 * before.weights);
});

test('every model shows what it wrote, the original first', () => {
  render(<Results records={records} />);
  const terms = screen.getAllByRole('term').map(({ textContent }) => textContent);
  expect(terms).toHaveLength(marks.length);
  expect(terms[0]).toBe('Original');
  expect(terms).toContain('Magnitude pruning, 50% out');
});
