import { beforeEach, expect, test, vi } from 'vitest';
import type { cutText as Cut } from '@/components/figures/tokenizer/cutter.browser';
import type { Answer, Order } from '@/components/figures/tokenizer/cutter.worker';
import { ENCODINGS } from '@/components/figures/tokenizer/encodings';

/** Stands in for the browser's worker: keeps what it is asked, answers when the test says so. */
class FakeWorker extends EventTarget {
  static all: FakeWorker[] = [];
  orders: Order[] = [];
  isEnded = false;
  constructor() {
    super();
    FakeWorker.all.push(this);
  }
  postMessage(order: Order) {
    this.orders.push(order);
  }
  terminate() {
    this.isEnded = true;
  }
  answer(data: Answer) {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  break(message: string) {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}

const [GPT_2, GPT_4] = ENCODINGS;
/** Every test has a page of its own. */
let cutText: typeof Cut;
beforeEach(async () => {
  FakeWorker.all = [];
  vi.stubGlobal('Worker', FakeWorker);
  vi.resetModules();
  ({ cutText } = await import('@/components/figures/tokenizer/cutter.browser'));
});

const worker = (n = 0) => FakeWorker.all[n]!;
const done = (number: number): Answer => ({ number, kind: 'done', cuts: new Map() });

test('no tokenizer, no worker', async () => {
  expect(await cutText('x', [], () => {})).toEqual(new Map());
  expect(FakeWorker.all).toHaveLength(0);
});

test('one worker takes all texts, and each gets its own answer, in whatever order', async () => {
  const one = cutText('one', [GPT_2], () => {});
  const two = cutText('two', [GPT_2, GPT_4], () => {});
  expect(FakeWorker.all).toHaveLength(1);
  expect(worker().orders.map(({ text, encodings }) => [text, encodings])).toEqual([
    ['one', ['r50k_base']],
    ['two', ['r50k_base', 'cl100k_base']],
  ]);
  const [first, second] = worker().orders.map(({ number }) => number) as [number, number];
  worker().answer({
    number: second,
    kind: 'done',
    cuts: new Map([['cl100k_base', []]]),
  });
  worker().answer(done(first));
  expect((await one).size).toBe(0);
  expect([...(await two).keys()]).toEqual(['cl100k_base']);
});

test('shares reach who waits for them', async () => {
  const shares: number[] = [];
  const cut = cutText('x', [GPT_2], (share) => shares.push(share));
  const { number } = worker().orders[0]!;
  worker().answer({ number, kind: 'share', share: 0.5 });
  worker().answer({ number: number + 1, kind: 'share', share: 0.9 });
  worker().answer(done(number));
  await cut;
  expect(shares).toEqual([0.5]);
});

test('a vocabulary that cannot be had is said, and the worker stays', async () => {
  const cut = cutText('x', [GPT_2], () => {});
  worker().answer({ number: worker().orders[0]!.number, kind: 'failed', why: '404 for r50k_base' });
  await expect(cut).rejects.toThrow('404 for r50k_base');
  const again = cutText('x', [GPT_2], () => {});
  worker().answer(done(worker().orders[1]!.number));
  await again;
  expect(FakeWorker.all).toHaveLength(1);
});

test('a worker that breaks fails all who wait, and the next call begins another', async () => {
  const one = cutText('one', [GPT_2], () => {});
  const two = cutText('two', [GPT_2], () => {});
  worker().break('');
  await expect(one).rejects.toThrow('could not start the worker');
  await expect(two).rejects.toThrow('could not start the worker');
  expect(worker().isEnded).toBe(true);
  const three = cutText('three', [GPT_2], () => {});
  worker(1).answer(done(worker(1).orders[0]!.number));
  await three;
});
