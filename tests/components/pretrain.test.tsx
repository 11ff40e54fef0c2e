// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { mostDecided } from '@/components/labs/pretrain/attention';
import { Blanks } from '@/components/labs/pretrain/samples';
import { Chart, Results, series } from '@/components/labs/pretrain/view';
import type { AttentionRecord, PretrainRecord } from '@/labs/pretrain/records';
import type { RecordedRun } from '@/labs/recorded';
import file from '@/tests/fixtures/pretrain-short.json';

const { receipt, records: found } = file as unknown as RecordedRun;
const records = found as readonly PretrainRecord[];
afterEach(cleanup);

const only = <Kind extends PretrainRecord['kind']>(kind: Kind) =>
  records.filter(
    (record): record is Extract<PretrainRecord, { kind: Kind }> => record.kind === kind,
  );

test('every score is a mark on each curve, but for the loss before the first step', () => {
  const drawn = series(records, receipt.config);
  const scores = only('score');
  expect(drawn.lines?.map(({ points }) => points.length)).toEqual([
    scores.length - 1,
    scores.length,
  ]);
  expect(drawn.table.rows).toHaveLength(scores.length);
  expect(drawn.table.rows[0]).toMatchObject({ step: 0, loss: null });
  const ys = drawn.readings.map(({ y }) => y);
  expect(drawn.y.domain[0]).toBeLessThanOrEqual(Math.min(...ys));
  expect(drawn.y.domain[1]).toBeGreaterThanOrEqual(Math.max(...ys));
  expect(drawn.summary).toContain('in 10 steps');
});

test('the whole picture can be drawn, at any number of steps', () => {
  for (const steps of [10, 400, 10_000]) {
    const drawn = series(records, { ...receipt.config, steps });
    const { container } = render(
      <Chart series={drawn} layout="narrow" size={{ width: 350, height: 400 }} />,
    );
    expect(container.textContent).toContain('Steps of training');
    expect(drawn.x.ticks.length).toBeLessThanOrEqual(8);
    cleanup();
  }
});

test('before anything is found there is an empty picture', () => {
  const drawn = series([], { steps: 400 });
  expect(drawn.readings).toEqual([]);
  expect(drawn.x.domain[1]).toBeGreaterThan(400);
  expect(drawn.summary).toBe('The model has not learned anything yet.');
});

test('the texts are shown at each moment, and results count the weights', () => {
  render(<Results records={records} settings={receipt.config} />);
  const table = screen.getByRole('region', { name: 'Table: what it writes' });
  const rows = within(table).getAllByRole('row').slice(1);
  expect(rows).toHaveLength(new Set(only('text').map(({ step }) => step)).size);
  // Width 32, one layer, 1,024 tokens, 64 places: embedding and places, matrices, biases, norms.
  const d = 32;
  const weights = (1024 + 64) * d + 12 * d * d + 9 * d + 3 * 2 * d;
  expect(screen.getByRole('row', { name: /^Its weights/ }).textContent).toContain(
    weights.toLocaleString('en'),
  );
});

test('a reader chooses moment, layer and head by keyboard; numbers follow', async () => {
  const user = userEvent.setup();
  render(<Results records={records} settings={receipt.config} />);
  const last = only('attention').at(-1)!;
  const { layer, head } = mostDecided(last);
  const shown = () =>
    within(screen.getByRole('region', { name: 'Table: attention' }))
      .getAllByRole('row')
      .at(-1)!;
  const numbers = () =>
    within(shown())
      .getAllByRole('cell')
      .map(({ textContent }) => Number(textContent));
  expect(numbers()).toEqual(last.shares[layer]![head]!.at(-1));
  const heads = screen.getByRole('group', { name: 'Head' });
  const chosen = within(heads).getByRole<HTMLInputElement>('radio', { checked: true });
  chosen.focus();
  await user.keyboard(head === 0 ? '{ArrowRight}' : '{ArrowLeft}');
  const other = head === 0 ? 1 : head - 1;
  expect(numbers()).toEqual(last.shares[layer]![other]!.at(-1));
});

test('what lies ahead of a causal model is empty, and shown to one that reads both ways', () => {
  const record = (rows: number[][]): AttentionRecord => ({
    kind: 'attention',
    step: 5,
    tokens: ['a', ' b'],
    shares: [[rows]],
  });
  const cells = (rows: number[][]) => {
    render(<Results records={[record(rows)]} settings={{}} />);
    const all = screen.getAllByRole('cell').map(({ textContent }) => textContent);
    cleanup();
    return all.slice(-4);
  };
  expect(
    cells([
      [100, 0],
      [40, 60],
    ]),
  ).toEqual(['100', '', '40', '60']);
  expect(
    cells([
      [90, 10],
      [40, 60],
    ]),
  ).toEqual(['90', '10', '40', '60']);
});

test('each frequent word is a dot, and neighbours are named before and after', () => {
  const { container } = render(<Results records={records} settings={receipt.config} />);
  const [first, last] = only('embedding');
  expect(container.querySelectorAll('.embedding-maps circle')).toHaveLength(
    first!.words.length + last!.words.length,
  );
  const { word, near } = last!.near[0]!;
  const row = screen.getByRole('row', { name: new RegExp(`^${word} `) });
  expect(within(row).getAllByRole('cell')[1]!.textContent).toBe(near.join(', '));
});

test('a hidden word that was found is marked', () => {
  const guesses = (...texts: string[]) => texts.map((text, i) => ({ text, share: 30 - 10 * i }));
  const blank = { kind: 'blank', before: 'used as a', answer: 'point', after: ' of' } as const;
  render(
    <Blanks
      records={[
        { ...blank, step: 0, guesses: guesses('the', 'of') },
        { ...blank, step: 9, guesses: guesses('point', 'part') },
      ]}
    />,
  );
  const [, before, after] = screen.getAllByRole('row');
  expect(before!.textContent).not.toContain('✓');
  expect(after!.textContent).toContain('point ✓ 30%');
});
