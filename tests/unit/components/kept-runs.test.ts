// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findRun, keepRuns } from '@/components/labs/kept-runs';
import type { News } from '@/labs/protocol';
import { makeSession, type Session } from '@/labs/session';
import { FakeWorker } from '@/tests/fixtures/fake-worker';

/** The browser's storage, which its tabs share; by value, as there. */
let stored: Map<string, unknown>;
/** Names of locks that tabs hold; undefined in a browser without locks. */
let held: Set<string> | undefined;
vi.mock('idb-keyval', () => ({
  createStore: () => undefined,
  get: async (id: string) => structuredClone(stored.get(id)),
  update: async (id: string, change: (there: unknown) => unknown) =>
    void stored.set(id, structuredClone(change(stored.get(id)))),
  del: async (id: string) => void stored.delete(id),
}));

beforeEach(() => {
  stored = new Map();
  held = new Set();
  vi.stubGlobal('navigator', {
    get locks() {
      if (!held) return undefined;
      const names = held;
      return {
        async request(name: string, act: () => Promise<void>) {
          names.add(name);
          await act();
          names.delete(name);
        },
        query: async () => ({ held: [...names].map((name) => ({ name })) }),
      };
    },
  });
});

const sessions: Session[] = [];
afterEach(() => {
  sessions.splice(0).forEach((session) => session.cancel());
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const CODE = '1-code';
let clock = 1_000;

/** A tab that has found nothing kept. */
function openTab(code = CODE) {
  const workers: FakeWorker[] = [];
  const spawn = () => {
    workers.push(new FakeWorker());
    return workers.at(-1)!;
  };
  const session = makeSession({ id: 'adapt', v: 1 }, spawn, 'code');
  keepRuns('adapt', code, session);
  sessions.push(session);
  const tell = (news: News) => workers.at(-1)!.tell(news);
  return {
    session,
    start: () => {
      vi.spyOn(Date, 'now').mockReturnValue((clock += 10_000));
      session.start({ seed: 1 });
    },
    find: (record: unknown) => {
      vi.spyOn(Date, 'now').mockReturnValue((clock += 10_000));
      tell({ type: 'record', record });
    },
    end: () => tell({ type: 'done', metrics: { a: 1 }, dataHash: '', wallMs: 1 }),
    fail: () => tell({ type: 'failed', why: 'no memory' }),
  };
}
const found = async (code = CODE) => findRun('adapt', code);

test('a run that came to its end is found as it was', async () => {
  const tab = openTab();
  tab.start();
  tab.find('one');
  tab.end();
  expect(await found()).toEqual(tab.session.snapshot());
  expect(await found()).toMatchObject({ state: 'done', records: ['one'] });
});

test('a run without records is not kept, and leaves an earlier one', async () => {
  const tab = openTab();
  tab.start();
  tab.fail();
  expect(await found()).toBeUndefined();
  tab.start();
  tab.find('one');
  tab.end();
  tab.start();
  tab.fail();
  expect(await found()).toMatchObject({ state: 'done', records: ['one'] });
});

test('a run of other code is dropped, with a remark once', async () => {
  const tab = openTab();
  tab.start();
  tab.find('one');
  tab.end();
  const other = await found('1-other');
  expect(other).toMatchObject({ state: 'idle', records: [] });
  expect(other?.settings).toBeUndefined();
  expect(other?.remark).toContain('another version of this lab');
  expect(await found('1-other')).toBeUndefined();
});

test('what was kept before versions were is dropped too', async () => {
  stored.set('adapt', { state: 'done', records: ['old'], settings: {}, elapsed: 1 });
  expect(await found()).toMatchObject({ records: [], remark: expect.stringContaining('version') });
});

test('a run that another tab is at is not said to have ended, until that tab is gone', async () => {
  const tab = openTab();
  tab.start();
  tab.find('one');
  expect(held?.size).toBe(1);
  expect(await found()).toMatchObject({
    state: 'idle',
    records: ['one'],
    remark: expect.stringContaining('goes on in another tab'),
  });
  held?.clear();
  expect((await found())?.remark).toContain('ended with the page');
  held = undefined;
  expect((await found())?.remark).toContain('was closed, or it goes on in another tab');
});

test('a tab holds its run to the end, and no longer', async () => {
  const tab = openTab();
  tab.start();
  tab.session.pause();
  expect(held?.size).toBe(1);
  tab.session.cancel();
  await vi.waitFor(() => expect(held?.size).toBe(0));
  tab.start();
  const [first] = [...held!];
  tab.start();
  await vi.waitFor(() => expect(held?.size).toBe(1));
  expect([...held!]).not.toEqual([first]);
});

test('a page that is left lets go, so that it can be kept whole, and holds again after the way back', async () => {
  const tab = openTab();
  tab.start();
  window.dispatchEvent(new Event('pagehide'));
  await vi.waitFor(() => expect(held?.size).toBe(0));
  const back = Object.assign(new Event('pageshow'), { persisted: true });
  window.dispatchEvent(back);
  expect(held?.size).toBe(1);
  tab.session.cancel();
  await vi.waitFor(() => expect(held?.size).toBe(0));
  window.dispatchEvent(back);
  expect(held?.size).toBe(0);
});

test('of two tabs, the run that was begun last is kept', async () => {
  const [first, second] = [openTab(), openTab()];
  first.start();
  first.find('first');
  second.start();
  second.find('second');
  first.find('first again');
  first.end();
  expect((await found())?.records).toEqual(['second']);
  second.end();
  expect(await found()).toMatchObject({ state: 'done', records: ['second'] });
});
