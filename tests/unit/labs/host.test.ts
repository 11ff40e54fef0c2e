import { afterEach, expect, test, vi } from 'vitest';
import { runLab } from '@/labs/host';
import type { RunContext, Settings } from '@/labs/lab';

vi.mock('@/labs/engine/backend', () => ({ start: async () => {} }));
/** A lab that keeps a model at its end, as the one that trains models does. */
vi.mock('@/labs/pretrain/lab', () => ({
  lab: {
    async *run(_: Settings, { keep }: RunContext) {
      yield 'a record';
      await keep('own/model', Uint8Array.of(1));
    },
    metrics: () => ({ a: 1 }),
  },
}));
afterEach(vi.clearAllMocks);

const keep = vi.fn(async () => {});
const run = (isReplay?: boolean) =>
  runLab({ lab: 'pretrain', settings: {}, isReplay }, 'wasm', {
    read: async () => new Uint8Array(),
    keep,
    tell: () => {},
    gate: async () => {},
  });

test.each([undefined, false])('a run keeps its model (a replay: %s)', async (isReplay) => {
  expect(await run(isReplay)).toBe(true);
  expect(keep).toHaveBeenCalledOnce();
});

test('a replay of a receipt comes to its end, and keeps nothing over the reader’s own', async () => {
  expect(await run(true)).toBe(true);
  expect(keep).not.toHaveBeenCalled();
});
