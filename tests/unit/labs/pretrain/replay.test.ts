import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { spec as adaptSpec } from '@/labs/adapt/spec';
import { start as startEngine } from '@/labs/engine/backend';
import { readHeader } from '@/labs/engine/header';
import { runLab } from '@/labs/host';
import type { LabId, RunContext, Settings } from '@/labs/lab';
import { isOwn, OWN_MODEL } from '@/labs/own';
import { lab as pretrain } from '@/labs/pretrain/lab';
import type { PretrainRecord } from '@/labs/pretrain/records';
import type { News } from '@/labs/protocol';
import { compare } from '@/labs/receipt';
import type { RecordedRun } from '@/labs/recorded';
import { trainedBy } from '@/labs/training';
import { defaultState } from '@/lib/url-state';
import recorded from '@/tests/fixtures/pretrain-short.json';

const { receipt, records } = recorded as unknown as RecordedRun;
const RUN = { timeout: 120_000 };

/** A run with all that it told; what it keeps is kept in memory, as a browser would. */
async function runOf(lab: LabId, settings: Settings, kept = new Map<string, Uint8Array>()) {
  const news: News[] = [];
  await runLab({ lab, settings }, 'wasm', {
    async read(name) {
      if (!isOwn(name)) return readFile(join('public', 'labs', name));
      const found = kept.get(name);
      if (!found) throw new Error(`no ${name} here`);
      return found;
    },
    keep: async (name, bytes) => void kept.set(name, bytes),
    tell: (one) => void news.push(one),
    gate: () => Promise.resolve(),
  });
  const end = news.at(-1);
  const found = news.flatMap((one) => (one.type === 'record' ? one.record : []));
  return { news, end, found, kept };
}

test('a recorded run comes out the same when it is run again', RUN, async () => {
  const { news, end, found } = await runOf('pretrain', receipt.config);
  if (end?.type !== 'done') throw new Error(JSON.stringify(end));
  expect(end.dataHash).toBe(receipt.dataHash);
  const differences = compare(receipt, end.metrics);
  expect(differences.map(({ metric }) => metric)).toEqual([
    'loss',
    'heldOut',
    'accuracy',
    'bitsPerCharacter',
  ]);
  expect(differences.filter(({ isSame }) => !isSame)).toEqual([]);
  expect(found).toHaveLength(records.length);
  const shares = news.flatMap((one) => (one.type === 'progress' ? one.progress.share : []));
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
});

const short = { ...receipt.config, steps: 10 };

test(
  'what a run has trained is kept, and says how; another lab can start from it',
  RUN,
  async () => {
    const { kept } = await runOf('pretrain', { ...short, seed: 7 });
    const { config, training } = trainedBy(readHeader(kept.get(OWN_MODEL)!).metadata);
    expect(config).toMatchObject({ width: 32, layers: 1, attention: 'causal' });
    expect(training).toEqual({
      objective: 'causal',
      start: 'scratch',
      corpus: 'definitions',
      steps: 10,
      seed: 7,
    });
    const settings = {
      ...defaultState(adaptSpec.controls),
      methods: ['features'],
      start: 'own',
      steps: 10,
      examples: 10,
    };
    const { end, found } = await runOf('adapt', settings, kept);
    expect(end?.type).toBe('done');
    expect(found[0]).toMatchObject({ kind: 'base' });
    expect(JSON.stringify(found[0])).toContain('10 steps of guessing what comes next');
  },
);

test(
  'guessing what is hidden, a model reads both ways, and is refused where it must write',
  RUN,
  async () => {
    const { kept, end, found } = await runOf('pretrain', { ...short, objective: 'masked' });
    expect(end).toMatchObject({ type: 'done' });
    const all = found as PretrainRecord[];
    const blanks = all.flatMap((record) => (record.kind === 'blank' ? record : []));
    for (const { guesses } of blanks) {
      const shares = guesses.map(({ share }) => share);
      expect(shares).toEqual([...shares].sort((a, b) => b - a));
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(100);
    }
    expect(blanks.map(({ step }) => step)).toContain(10);
    const settings = { ...defaultState(adaptSpec.controls), start: 'own' };
    const refused = async (change: Settings) =>
      (await runOf('adapt', { ...settings, ...change }, kept)).end;
    expect(await refused({ task: 'write' })).toMatchObject({
      type: 'failed',
      why: expect.stringContaining('cannot write on'),
    });
    expect(await refused({ methods: ['in-context'] })).toMatchObject({
      type: 'failed',
      why: expect.stringContaining('how likely a text is'),
    });
  },
);

test('the shipped checkpoint begins lower than random weights do', RUN, async () => {
  await startEngine('wasm');
  const context: RunContext = {
    file: (name) => readFile(join('public', 'labs', name)),
    keep: async () => {},
    tick: async () => {},
    now: () => 0,
  };
  const first = async (start: string) => {
    for await (const record of pretrain.run({ ...short, start, corpus: 'addresses' }, context))
      if (record.kind === 'score') return record.heldOut;
    throw new Error('there was no score');
  };
  expect(await first('shipped')).toBeLessThan((await first('scratch')) - 1);
});

test('a text of one’s own that is not here is said in words', async () => {
  const { end } = await runOf('pretrain', { ...short, corpus: 'own' });
  expect(end).toEqual({ type: 'failed', why: 'no own/text.txt here' });
});
