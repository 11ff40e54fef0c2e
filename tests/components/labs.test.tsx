// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Results, series } from '@/components/labs/adapt/view';
import * as forget from '@/components/labs/forget/view';
import { SPECS } from '@/components/labs/specs';
import { Progress } from '@/components/labs/progress';
import { Verdict } from '@/components/labs/verdict';
import { LAB_IDS, PHASES } from '@/labs/lab';
import { compare, fitReceipt, readReceipt } from '@/labs/receipt';
import type { RecordedRun } from '@/labs/recorded';
import { EMPTY, type Snapshot } from '@/labs/session';
import { splitFrontMatter } from '@/lib/mdx/front-matter';
import file from '@/tests/fixtures/adapt-short.json';
import forgetFile from '@/tests/fixtures/forget-short.json';

const { receipt, records } = file as unknown as RecordedRun;
afterEach(cleanup);

test('every score is a mark, and every way to adapt a curve and a group', () => {
  const drawn = series(records, receipt.config);
  const scores = file.records.filter(({ kind }) => kind === 'score');
  expect(drawn.readings).toHaveLength(scores.length);
  expect(drawn.table.rows).toHaveLength(scores.length);
  expect(drawn.groups.map(({ label }) => label)).toEqual(['Full fine-tuning', 'LoRA']);
  expect(drawn.lines?.map(({ points }) => points.length)).toEqual([
    scores.filter(({ method }) => method === 'full').length,
    scores.filter(({ method }) => method === 'lora').length,
  ]);
  expect(drawn.summary).toContain('With 10 examples, on the whole test: Full fine-tuning');
});

test('before anything is found, the ways that were asked for have their names', () => {
  const drawn = series([], receipt.config);
  expect(drawn.readings).toEqual([]);
  expect(drawn.groups).toHaveLength(2);
  expect(drawn.summary).toBe('No method has come to its end yet.');
});

test('results name what was trained and what it took', () => {
  render(<Results records={records} settings={receipt.config} />);
  const row = screen.getByRole('row', { name: /^LoRA/ });
  const cells = within(row)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);
  // Query and value of four layers of width 128, rank 8, and a head of six kinds.
  expect(cells[1]).toBe((2 * 4 * 2 * 128 * 8 + 128 * 6 + 6).toLocaleString('en'));
});

const forgot = forgetFile as unknown as RecordedRun;

test('what was learned stands against what was kept, with one start for all paths', () => {
  const drawn = forget.series(forgot.records, forgot.receipt.config);
  const scores = forgetFile.records.filter(({ kind }) => kind === 'score');
  const later = scores.filter(({ step }) => step! > 0);
  expect(drawn.readings).toHaveLength(later.length + 1);
  expect(drawn.groups.map(({ label }) => label)).toEqual(['Rehearsal', 'EWC']);
  expect(drawn.lines?.map(({ points }) => points[0])).toEqual(
    [0, 1].map(() => [drawn.readings[0]!.x, drawn.readings[0]!.y]),
  );
  expect(drawn.table.rows).toHaveLength(scores.length);
  expect(drawn.summary).toContain('the lower left corner is ideal');
});

test('before anything is found, paths that were asked for have their names', () => {
  const drawn = forget.series([], forgot.receipt.config);
  expect(drawn.groups).toHaveLength(2);
  expect(drawn.summary).toBe('No method has come to its end yet.');
});

test('results name what is kept, where the old text is held, and what is written before and after', () => {
  render(<forget.Results records={forgot.records} settings={forgot.receipt.config} />);
  const kept = (name: RegExp) =>
    within(screen.getByRole('row', { name })).getAllByRole('cell').at(3)!.textContent;
  expect(kept(/^EWC/)).toMatch(/of old weights, .* of Fisher information/);
  expect(kept(/^Rehearsal/)).toMatch(/of old text/);
  expect(screen.getAllByRole('row', { name: /^Layer \d, (attention|feed-forward)/ })).toHaveLength(
    8,
  );
  expect(screen.getAllByText('Before', { selector: 'dt' })).toHaveLength(2);
  expect(screen.getAllByText('EWC', { selector: 'dt' })).toHaveLength(2);
});

test('a start from the reader’s own model is named, and is no way to adapt', () => {
  const about = '1 layer of width 32, 10 steps of guessing what comes next';
  const found = [{ kind: 'base', about }, ...records];
  render(<Results records={found} settings={receipt.config} />);
  expect(screen.getByText(/started from your own model/).textContent).toContain(about);
  const [drawn, without] = [found, records].map((all) => series(all, receipt.config));
  expect(drawn!.groups).toEqual(without!.groups);
  expect(drawn!.readings).toEqual(without!.readings);
});

const got = { ...receipt, wallMs: 1 };
test.each([
  ['the same to the bit', receipt.metrics, '✓ Verified.', 'Every number is the same'],
  [
    'within the tolerance',
    { ...receipt.metrics, 'full.loss': receipt.metrics['full.loss']! * 1.001 },
    '✓ Verified.',
    'within the tolerance',
  ],
  [
    'other numbers',
    { ...receipt.metrics, 'full.loss': 99 },
    '✗ Not the same.',
    'outside the tolerance',
  ],
  [
    'a number less',
    { 'full.loss': receipt.metrics['full.loss']! },
    '✗ Not the same.',
    'do not have the same numbers',
  ],
])('a replay that is %s says so', (_, metrics, verdict, why) => {
  render(<Verdict receipt={receipt} got={got} differences={compare(receipt, metrics)} />);
  const status = screen.getByRole('status');
  expect(status.textContent).toContain(verdict);
  expect(status.textContent).toContain(why);
  expect(status.textContent).not.toContain('To keep in mind');
});

test('a replay on other code or data says what to keep in mind', () => {
  const other = { ...got, codeVersion: 'other', dataHash: 'other' };
  render(<Verdict receipt={receipt} got={other} differences={compare(receipt, receipt.metrics)} />);
  expect(screen.getByRole('status').textContent).toContain(
    'To keep in mind: the code has changed since, the data is not the same.',
  );
});

test('progress estimates what is left once there is something to estimate from', () => {
  const running = (share: number): Snapshot => ({
    ...EMPTY,
    state: 'running',
    elapsed: 10_000,
    progress: { phase: 'training', share, doing: 'LoRA, step 5 of 80', loss: 1.2345 },
  });
  const { rerender } = render(<Progress snapshot={running(0.5)} phases={PHASES} />);
  expect(screen.getByText(/step 5 of 80 · loss 1.23 · 10 s so far · about 10 s left/)).toBeTruthy();
  rerender(<Progress snapshot={running(0.01)} phases={PHASES} />);
  expect(screen.queryByText(/left/)).toBeNull();
  rerender(
    <Progress snapshot={{ ...running(1), state: 'done', elapsed: 95_000 }} phases={PHASES} />,
  );
  expect(screen.getByText('Done in 1 min 35 s.')).toBeTruthy();
});

test.each(LAB_IDS)('the text of the lab %s asks the question that the lab answers', async (id) => {
  const { spec } = await SPECS[id]();
  const path = `content/labs/${id}.mdx`;
  const { title, question } = splitFrontMatter(readFileSync(path, 'utf8'), path).meta;
  expect({ title, question }).toEqual({ title: spec.title, question: spec.question });
});

test.each(LAB_IDS)('the receipt of the recorded run of %s fits its lab as it is', async (id) => {
  const { spec } = await SPECS[id]();
  const run = JSON.parse(readFileSync(`public/labs/recorded/${id}.json`, 'utf8')) as RecordedRun;
  expect(fitReceipt(readReceipt(JSON.stringify(run.receipt)), spec)).toEqual(run.receipt);
});
