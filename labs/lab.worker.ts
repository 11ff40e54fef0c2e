/** Runs one lab off the page's thread. To cancel a run, the page ends the worker. */
import { href } from '@/lib/site';
import { chooseDevice } from './engine/probe';
import { runLab, wordsOf } from './host';
import { isOwn, keepOwn, readOwn } from './own';
import type { News, Order } from './protocol';

const tell = (news: News) => postMessage(news);

/** Lets messages in: between two steps nothing else would. */
const breathe = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

let goOn: (() => void) | undefined;
let pause: Promise<void> | undefined;

async function gate() {
  await breathe();
  await pause;
}

async function read(name: string): Promise<Uint8Array> {
  if (isOwn(name)) return readOwn(name);
  const response = await fetch(href(`/labs/${name}`)).catch(() => undefined);
  if (!response?.ok)
    throw new Error(
      `the file ${name} could not be loaded (${response?.status ?? 'no connection'})`,
    );
  return new Uint8Array(await response.arrayBuffer());
}

async function begin(order: Extract<Order, { type: 'start' }>) {
  const { device, remark } = await chooseDevice(order.device);
  tell({ type: 'started', device, remark });
  const came = await runLab(order, device, {
    read,
    keep: keepOwn,
    // A failure on WebGPU is no end: the run begins again on WASM.
    tell: (news) => (news.type === 'failed' && device === 'webgpu' ? undefined : tell(news)),
    gate,
  });
  if (came || device === 'wasm') return;
  tell({ type: 'started', device: 'wasm', remark: 'WebGPU failed, so it began again on WASM.' });
  await runLab(order, 'wasm', { read, keep: keepOwn, tell, gate });
}

addEventListener('message', ({ data: order }: MessageEvent<Order>) => {
  if (order.type === 'start')
    begin(order).catch((error: unknown) => tell({ type: 'failed', why: wordsOf(error) }));
  else if (order.type === 'pause') pause ??= new Promise((resolve) => (goOn = resolve));
  else {
    goOn?.();
    pause = undefined;
  }
});
