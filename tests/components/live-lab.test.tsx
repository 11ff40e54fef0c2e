// @vitest-environment happy-dom
import { act, cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LiveLab, type LiveLabProps } from '@/components/labs/live-lab';
import * as view from '@/components/labs/adapt/view';
import { spec } from '@/labs/adapt/spec';
import type { Metrics } from '@/labs/lab';
import { packReceipt, type Receipt } from '@/labs/receipt';
import type { RecordedRun } from '@/labs/recorded';
import { makeSession, type Session } from '@/labs/session';
import { defaultState, readState } from '@/lib/url-state';
import { FakeWorker } from '@/tests/fixtures/fake-worker';
import file from '@/tests/fixtures/adapt-short.json';

const recorded = file as unknown as RecordedRun;
const { receipt, records } = recorded;
let session: Session;
let workers: FakeWorker[];
vi.mock('@/components/labs/sessions', () => ({ sessionOf: () => session }));

beforeEach(() => {
  workers = [];
  const spawn = () => {
    workers.push(new FakeWorker());
    return workers.at(-1)!;
  };
  session = makeSession(spec, spawn, 'code');
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function open(address: string, props: Partial<LiveLabProps> = {}) {
  history.replaceState(null, '', address);
  const all = { spec, view, recorded, alone: true, brief: false, width: 620, tableOpen: false };
  return render(
    <section className="lab">
      <LiveLab {...all} {...props} />
    </section>,
  );
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const message = () => document.querySelector('.figure-message')!.textContent;

test('the link that a chapter’s lab gives leads to the lab’s page, with the settings set there', async () => {
  open('/methods/adaptation/?adapt.methods=lora&adapt.examples=10', { alone: false });
  await press('Link to these settings');
  const url = new URL(message()!.match(/https?:\S+/)![0]);
  expect(url.pathname).toBe('/labs/adapt/');
  expect(readState(spec.controls, url.searchParams, spec.id, true)).toEqual({
    state: { ...defaultState(spec.controls), methods: ['lora'], examples: 10 },
    problems: [],
  });
});

const lab = () => document.querySelector<HTMLElement>('.lab-body')!;
const origin = () => document.querySelector('.lab-origin')!.textContent;
const verdict = () => document.querySelector('.verdict')?.textContent;
const order = () => {
  const [first] = workers.at(-1)!.orders;
  if (first?.type !== 'start') throw new Error('nothing was started');
  return first;
};
const isOff = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name }).disabled;

/** The run that was begun last finds what the recorded one did, and ends with these numbers. */
const finish = (metrics: Metrics = receipt.metrics) =>
  act(() => {
    const worker = workers.at(-1)!;
    worker.tell({ type: 'started', device: 'wasm' });
    records.forEach((record) => worker.tell({ type: 'record', record }));
    worker.tell({ type: 'done', metrics, dataHash: receipt.dataHash, wallMs: 1 });
  });

const fileOf = (content: unknown) => new File([JSON.stringify(content)], 'receipt.json');

async function drop(...files: File[]) {
  const event = createEvent.drop(lab());
  Object.defineProperty(event, 'dataTransfer', { value: { files, types: ['Files'] } });
  fireEvent(lab(), event);
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  return event;
}

const other: Receipt = { ...receipt, metrics: { ...receipt.metrics, 'full.loss': 99 } };

test('a receipt that is dropped sets the settings, and its replay is held against it', async () => {
  open('/labs/adapt/');
  expect((await drop(fileOf(receipt))).defaultPrevented).toBe(true);
  expect(message()).toContain('The receipt is open');
  await press('Replay and verify');
  expect(order()).toMatchObject({ settings: receipt.config, isReplay: true });
  finish();
  expect(verdict()).toContain('✓ Verified.');
});

test.each([
  ['of another lab', { ...receipt, lab: 'forget' }, 'this receipt is of the lab “forget”'],
  ['with a number out of range', { ...receipt, config: { steps: 1e12 } }, 'Steps of training'],
  ['without metrics', { ...receipt, metrics: {} }, 'nothing can be compared'],
])('a receipt %s is refused in words, dropped or in a link', async (_, bad, why) => {
  open('/labs/adapt/');
  await drop(fileOf(bad));
  expect(message()).toContain(why);
  cleanup();
  open(`/labs/adapt/#receipt=${packReceipt(bad as Receipt)}`);
  expect(message()).toContain(why);
  await press('Replay and verify');
  expect(order().settings).toEqual(receipt.config);
});

test('what is too large for a receipt, or cannot be read, is said in words', async () => {
  open('/labs/adapt/');
  await drop(new File(['x'.repeat(1_000_001)], 'book.txt'));
  expect(message()).toContain('too large for a receipt');
  const lost = new File(['{}'], 'lost.json');
  vi.spyOn(lost, 'text').mockRejectedValue(new Error('gone'));
  await drop(lost);
  expect(message()).toBe('the file could not be read (gone).');
});

test('the same file can be chosen twice', async () => {
  open('/labs/adapt/');
  const picker = document.querySelector<HTMLInputElement>('input[type=file]')!;
  await userEvent.upload(picker, fileOf(receipt));
  expect(picker.value).toBe('');
  expect(picker.files).toHaveLength(0);
});

test('text that is dragged is left to the fields that it may be meant for', async () => {
  open('/labs/adapt/');
  for (const make of [createEvent.dragOver, createEvent.drop]) {
    const event = make(lab());
    const dataTransfer = { files: [], types: ['text/plain'] };
    Object.defineProperty(event, 'dataTransfer', { value: dataTransfer });
    fireEvent(lab(), event);
    expect(event.defaultPrevented).toBe(false);
  }
});

test('a receipt of a link is replayed with its settings; there is none to save until the run ends', async () => {
  open(`/labs/adapt/#receipt=${packReceipt(receipt)}`);
  expect(message()).toContain('A receipt came with the link');
  await press('Replay and verify');
  expect(order()).toMatchObject({ settings: receipt.config, isReplay: true });
  expect(['Receipt (JSON)', 'Receipt as a link'].map(isOff)).toEqual([true, true]);
  finish();
  expect(verdict()).toContain('to the last bit');
  expect(isOff('Receipt (JSON)')).toBe(false);
});

test('a verdict does not pass over to another receipt that is opened after its run', async () => {
  open(`/labs/adapt/#receipt=${packReceipt(receipt)}`);
  await press('Replay and verify');
  finish();
  await drop(fileOf(other));
  expect(verdict()).toBeUndefined();
  await press('Replay and verify');
  finish();
  expect(verdict()).toContain('✗ Not the same.');
});

test('a run of one’s own is held against nothing, and what is verified after it is that run', async () => {
  open(`/labs/adapt/#receipt=${packReceipt(other)}`);
  await press('Replay and verify');
  finish();
  expect(verdict()).toContain('✗ Not the same.');
  await press('Run again');
  expect(order().isReplay).toBe(false);
  const own = { 'full.loss': 0.5 };
  finish(own);
  expect(verdict()).toBeUndefined();
  await press('Replay and verify');
  expect(order()).toMatchObject({ settings: receipt.config, isReplay: true });
  finish(own);
  expect(verdict()).toContain('✓ Verified.');
});

test.each(['failed', 'stopped'])(
  'after a run that %s before it found anything, the recorded one is in sight, with what happened',
  async (how) => {
    open('/labs/adapt/', { brief: true });
    const results = () => document.querySelector('.lab-results-all')!.textContent;
    const before = results();
    await press('Run it yourself');
    if (how === 'failed') act(() => workers[0]!.tell({ type: 'failed', why: 'no memory' }));
    else await press('Stop');
    expect(origin()).toContain(
      how === 'failed' ? 'Your run failed. No memory.' : 'Stopped before it had found anything.',
    );
    expect(origin()).toContain('The picture shows the recorded run');
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
    expect(results()).toBe(before);
  },
);

test('a run that failed with results keeps them in sight', async () => {
  open('/labs/adapt/');
  await press('Run it yourself');
  act(() => {
    workers[0]!.tell({ type: 'record', record: records[0] });
    workers[0]!.tell({ type: 'failed', why: 'no memory' });
  });
  expect(origin()).toBe('Your run failed. No memory. The results so far are shown.');
});
