import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runLab } from '@/labs/host';
import type { News } from '@/labs/protocol';
import { compare } from '@/labs/receipt';
import type { RecordedRun } from '@/labs/recorded';
import recorded from '@/tests/fixtures/adapt-short.json';

const { receipt, records } = recorded as unknown as RecordedRun;

/** The run again, with all that it told. */
async function replay(read = (name: string) => readFile(join('public', 'labs', name))) {
  const news: News[] = [];
  await runLab({ lab: 'adapt', settings: receipt.config }, 'wasm', {
    read,
    tell: (one) => void news.push(one),
    gate: () => Promise.resolve(),
  });
  return news;
}

test('a recorded run comes out the same when it is run again', { timeout: 120_000 }, async () => {
  const news = await replay();
  const end = news.at(-1);
  if (end?.type !== 'done') throw new Error(JSON.stringify(end));
  expect(end.dataHash).toBe(receipt.dataHash);
  const differences = compare(receipt, end.metrics);
  expect(differences.map(({ metric }) => metric)).toEqual([
    'full.score',
    'full.loss',
    'lora.score',
    'lora.loss',
  ]);
  expect(differences.filter(({ isSame }) => !isSame)).toEqual([]);
  expect(news.filter(({ type }) => type === 'record')).toHaveLength(records.length);
  const shares = news.flatMap((one) => (one.type === 'progress' ? one.progress.share : []));
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  // The first step of each way takes long because it is compiled, and that is what is said of it.
  const phases = news.flatMap((one) => (one.type === 'progress' ? one.progress.phase : []));
  const first = phases.flatMap((phase, i) =>
    phase === 'training' && phases[i - 1] !== 'training' ? phases[i - 1]! : [],
  );
  expect(first.filter((phase) => phase === 'compiling')).toHaveLength(2);
});

test('a file that cannot be had ends the run in words', async () => {
  const news = await replay(() => Promise.reject(new Error('the file x could not be loaded')));
  expect(news.at(-1)).toEqual({ type: 'failed', why: 'the file x could not be loaded' });
});
