import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ForgetRecord } from '@/labs/forget/records';
import { runLab } from '@/labs/host';
import type { News } from '@/labs/protocol';
import { compare } from '@/labs/receipt';
import type { RecordedRun } from '@/labs/recorded';
import { defaultState } from '@/lib/url-state';
import { spec } from '@/labs/forget/spec';
import recorded from '@/tests/fixtures/forget-short.json';

const { receipt, records } = recorded as unknown as RecordedRun;

test('a recorded run comes out the same when it is run again', { timeout: 240_000 }, async () => {
  const news: News[] = [];
  await runLab({ lab: 'forget', settings: receipt.config }, 'wasm', {
    read: (name) => readFile(join('public', 'labs', name)),
    tell: (one) => void news.push(one),
    gate: () => Promise.resolve(),
  });
  const end = news.at(-1);
  if (end?.type !== 'done') throw new Error(JSON.stringify(end));
  expect(end.dataHash).toBe(receipt.dataHash);
  const differences = compare(receipt, end.metrics);
  expect(differences.map(({ metric }) => metric)).toEqual([
    'start.old',
    'start.new',
    ...['rehearsal', 'ewc'].flatMap((method) => [
      `${method}.old`,
      `${method}.new`,
      `${method}.loss`,
    ]),
  ]);
  expect(differences.filter(({ isSame }) => !isSame)).toEqual([]);
  const again = news.flatMap((one) => (one.type === 'record' ? [one.record as ForgetRecord] : []));
  expect(again.map(({ kind }) => kind)).toEqual(
    (records as ForgetRecord[]).map(({ kind }) => kind),
  );
  const shares = news.flatMap((one) => (one.type === 'progress' ? one.progress.share : []));
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  // All paths begin at one point: no method changes the model before its first step.
  const starts = again.flatMap((one) => (one.kind === 'score' && one.step === 0 ? [one] : []));
  expect(starts).toHaveLength(2);
  expect(starts[1]).toMatchObject({ old: starts[0]!.old, new: starts[0]!.new });
});

test('without a method there is no run, and it says so', async () => {
  const news: News[] = [];
  await runLab(
    { lab: 'forget', settings: { ...defaultState(spec.controls), methods: [] } },
    'wasm',
    {
      read: () => Promise.reject(new Error('nothing is read')),
      tell: (one) => void news.push(one),
      gate: () => Promise.resolve(),
    },
  );
  expect(news.at(-1)).toEqual({
    type: 'failed',
    why: 'no way to learn is chosen; choose at least one',
  });
});
