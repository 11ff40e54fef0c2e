/** In the browser texts are cut by a worker: one for all figures of a page, begun when first needed. */
import type { Report } from '@/lib/figure';
import type { Cuts } from './cut';
import type { Answer, Order } from './cutter.worker';
import type { Encoding } from './encodings';

interface Waiting {
  report: Report;
  resolve: (cuts: Cuts) => void;
  reject: (error: Error) => void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let orders = 0;

/** A worker that could not be had is not kept: the next call tries again. */
function giveUp(event: ErrorEvent) {
  worker?.terminate();
  worker = undefined;
  const why = event.message || 'the browser could not start the worker';
  waiting.forEach(({ reject }) => reject(new Error(why)));
  waiting.clear();
}

function take({ data }: MessageEvent<Answer>) {
  const one = waiting.get(data.number);
  if (!one) return;
  if (data.kind === 'share') return one.report(data.share);
  waiting.delete(data.number);
  if (data.kind === 'done') one.resolve(data.cuts);
  else one.reject(new Error(data.why));
}

function begin(): Worker {
  const begun = new Worker(new URL('./cutter.worker.ts', import.meta.url), { type: 'module' });
  begun.addEventListener('message', take);
  begun.addEventListener('error', giveUp);
  return begun;
}

/** As cutText in cut.ts. */
export function cutText(text: string, wanted: readonly Encoding[], report: Report): Promise<Cuts> {
  if (wanted.length === 0) return Promise.resolve(new Map());
  return new Promise((resolve, reject) => {
    worker ??= begin();
    const order: Order = { number: ++orders, text, encodings: wanted.map(({ id }) => id) };
    waiting.set(order.number, { report, resolve, reject });
    worker.postMessage(order);
  });
}
