// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LiveLab, type LiveLabProps } from '@/components/labs/live-lab';
import * as view from '@/components/labs/adapt/view';
import { spec } from '@/labs/adapt/spec';
import type { RecordedRun } from '@/labs/recorded';
import { makeSession, type Session } from '@/labs/session';
import { defaultState, readState } from '@/lib/url-state';
import { FakeWorker } from '@/tests/fixtures/fake-worker';
import file from '@/tests/fixtures/adapt-short.json';

const recorded = file as unknown as RecordedRun;
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
