import { expect, test, vi } from 'vitest';
import type { News } from '@/labs/protocol';
import type { Receipt } from '@/labs/receipt';
import { makeSession } from '@/labs/session';
import { FakeWorker } from '@/tests/fixtures/fake-worker';

function open() {
  const workers: FakeWorker[] = [];
  const session = makeSession(
    { id: 'adapt', v: 3 },
    () => {
      workers.push(new FakeWorker());
      return workers.at(-1)!;
    },
    'code',
  );
  const progress = (phase: 'compiling' | 'training', share = 0.5): News => ({
    type: 'progress',
    progress: { phase, share, doing: 'x' },
    elapsed: 100,
  });
  return { session, workers, progress };
}

const settings = { seed: 7 };

test('a run goes from loading over running to done, and leaves a receipt', () => {
  const { session, workers, progress } = open();
  session.start(settings, 'wasm');
  expect(session.snapshot().state).toBe('loading');
  const worker = workers[0]!;
  expect(worker.orders).toEqual([
    { type: 'start', lab: 'adapt', settings, device: 'wasm', isReplay: false },
  ]);
  worker.tell({ type: 'started', device: 'wasm' });
  worker.tell(progress('compiling'));
  expect(session.snapshot().state).toBe('loading');
  worker.tell(progress('training'));
  expect(session.snapshot().state).toBe('running');
  worker.tell({ type: 'record', record: 'one' });
  worker.tell({ type: 'done', metrics: { a: 1 }, dataHash: 'hash', wallMs: 5 });
  expect(session.snapshot()).toMatchObject({
    state: 'done',
    records: ['one'],
    receipt: {
      lab: 'adapt',
      v: 3,
      seed: 7,
      device: 'wasm',
      codeVersion: 'code',
      metrics: { a: 1 },
    },
  });
  expect(worker.ended).toBe(true);
});

test('a replay says so to its worker and remembers what it is held against; the next run does not', () => {
  const { session, workers } = open();
  const against = { lab: 'adapt' } as Receipt;
  session.start(settings, 'wasm', against);
  expect(workers[0]!.orders).toMatchObject([{ isReplay: true }]);
  expect(session.snapshot().against).toBe(against);
  session.start(settings, 'wasm');
  expect(workers[1]!.orders).toMatchObject([{ isReplay: false }]);
  expect(session.snapshot().against).toBeUndefined();
});

test('a pause holds although news come in, and going on ends it', () => {
  const { session, workers, progress } = open();
  session.start(settings);
  workers[0]!.tell(progress('training'));
  session.pause();
  workers[0]!.tell(progress('training', 0.6));
  expect(session.snapshot().state).toBe('paused');
  session.resume();
  expect(session.snapshot().state).toBe('running');
  expect(workers[0]!.orders.map(({ type }) => type)).toEqual(['start', 'pause', 'resume']);
});

test('a run that is stopped ends at once and keeps what it found', () => {
  const { session, workers } = open();
  session.start(settings);
  workers[0]!.tell({ type: 'record', record: 'one' });
  session.cancel();
  expect(workers[0]!.ended).toBe(true);
  expect(session.snapshot()).toMatchObject({ state: 'idle', records: ['one'] });
});

test('a worker that fails or is lost leaves the results and says what happened', () => {
  const { session, workers } = open();
  session.start(settings);
  workers[0]!.tell({ type: 'record', record: 'one' });
  workers[0]!.tell({ type: 'failed', why: 'no memory' });
  expect(session.snapshot()).toMatchObject({
    state: 'failed',
    remark: 'no memory',
    records: ['one'],
  });
  session.start(settings);
  workers[1]!.tell({ type: 'record', record: 'two' });
  workers[1]!.onerror?.({ message: 'gone' } as ErrorEvent);
  expect(session.snapshot()).toMatchObject({ state: 'failed', records: ['two'] });
  expect(session.snapshot().remark).toContain('gone');
});

test('a browser without workers is told, not thrown', () => {
  const session = makeSession(
    { id: 'adapt', v: 1 },
    () => {
      throw new Error('no workers');
    },
    'code',
  );
  session.start(settings);
  expect(session.snapshot()).toMatchObject({ state: 'failed' });
  expect(session.snapshot().remark).toContain('no workers');
});

test('beginning again on another device throws away what the first one found', () => {
  const { session, workers } = open();
  session.start(settings);
  workers[0]!.tell({ type: 'started', device: 'webgpu' });
  workers[0]!.tell({ type: 'record', record: 'half' });
  workers[0]!.tell({ type: 'started', device: 'wasm', remark: 'WebGPU failed' });
  expect(session.snapshot()).toMatchObject({
    records: [],
    device: 'wasm',
    remark: 'WebGPU failed',
  });
});

test('a stored run is shown, but never over one that was begun here', () => {
  const { session } = open();
  const stored = { state: 'idle', settings, records: ['old'], elapsed: 9 } as const;
  session.restore(stored);
  expect(session.snapshot()).toEqual(stored);
  const other = open().session;
  other.start(settings);
  other.restore(stored);
  expect(other.snapshot()).toMatchObject({ state: 'loading', records: [] });
});

test('listeners hear every change until they stop listening', () => {
  const { session, workers } = open();
  const listener = vi.fn();
  const stop = session.subscribe(listener);
  session.start(settings);
  workers[0]!.tell({ type: 'record', record: 1 });
  expect(listener).toHaveBeenCalledTimes(2);
  stop();
  workers[0]!.tell({ type: 'record', record: 2 });
  expect(listener).toHaveBeenCalledTimes(2);
});
