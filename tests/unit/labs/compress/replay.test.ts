import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runLab } from '@/labs/host';
import type { CompressRecord } from '@/labs/compress/records';
import type { News } from '@/labs/protocol';
import { compare } from '@/labs/receipt';
import type { RecordedRun } from '@/labs/recorded';
import recorded from '@/tests/fixtures/compress-short.json';

const { receipt, records } = recorded as unknown as RecordedRun;

/** Time is of the moment; all else comes back. */
const lasting = (found: readonly unknown[]) =>
  (found as readonly CompressRecord[]).map((record) =>
    record.kind === 'mark' ? { ...record, bits: undefined, time: undefined } : { id: record.id },
  );

async function replay(config: RecordedRun['receipt']['config']) {
  const news: News[] = [];
  await runLab({ lab: 'compress', settings: config }, 'wasm', {
    read: (name) => readFile(join('public', 'labs', name)),
    tell: (one) => void news.push(one),
    gate: () => Promise.resolve(),
  });
  return news;
}

test('a recorded run comes out the same when it is run again', { timeout: 240_000 }, async () => {
  const news = await replay(receipt.config);
  const end = news.at(-1);
  if (end?.type !== 'done') throw new Error(JSON.stringify(end));
  expect(end.dataHash).toBe(receipt.dataHash);
  const differences = compare(receipt, end.metrics);
  expect(differences.map(({ metric }) => metric)).toEqual([
    'original.bits',
    'int4-block.bits',
    'magnitude-50.bits',
    'structured-50.bits',
    'untaught.bits',
    'distilled.bits',
  ]);
  expect(differences.filter(({ isSame }) => !isSame)).toEqual([]);
  const found = news.flatMap((one) => (one.type === 'record' ? [one.record] : []));
  expect(lasting(found)).toEqual(lasting(records));
  const timed = (found as CompressRecord[]).flatMap((record) =>
    record.kind === 'mark' && record.time !== undefined ? record.way : [],
  );
  expect(timed).toEqual(['structured', 'untaught', 'distilled']);
  const shares = news.flatMap((one) => (one.type === 'progress' ? one.progress.share : []));
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
});

test('a run without a way ends in words', async () => {
  const news = await replay({ ...receipt.config, ways: [] });
  expect(news.at(-1)).toMatchObject({ type: 'failed', why: expect.stringContaining('no way') });
});
