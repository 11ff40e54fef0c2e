// @vitest-environment happy-dom
/** A figure some of whose settings need more than the datasets. */
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LiveFigure } from '@/components/charts/live-figure';
import type { ChartProps } from '@/components/charts/chart';
import type { FigureSeries, FigureSpec, Report } from '@/lib/figure';

class StubResizeObserver {
  observe() {}
  disconnect() {}
}

interface Request {
  mode: string;
  report: Report;
  come: (what: string) => Promise<void>;
  fail: (why: string) => Promise<void>;
}

/** What was asked for and has not been answered by the test. */
let requests: Request[] = [];

const MODES = ['here', 'far', 'further'];

const spec: FigureSpec<FigureSeries, string> = {
  id: 'loading',
  title: 'A figure that loads',
  question: 'What comes?',
  lookFor: 'What comes when it is asked for, and what is shown until then.',
  datasets: [],
  controls: [
    {
      kind: 'choice',
      key: 'mode',
      label: 'Mode',
      default: 'here',
      options: MODES.map((value) => ({ value, label: value })),
    },
  ],
  load: (_, state, report) => {
    const mode = String(state.mode);
    if (mode === 'here') return Promise.resolve('at rest');
    return new Promise((resolve, reject) =>
      requests.push({
        mode,
        report: (share) => act(() => report(share)),
        come: (what) => act(async () => resolve(what)),
        fail: (why) => act(async () => reject(new Error(why))),
      }),
    );
  },
  series: (_, state, loaded) => ({
    readings: [],
    groups: [],
    table: { columns: [], rows: [] },
    named: [],
    summary: `${String(state.mode)}: ${loaded}`,
  }),
};

const StubChart = ({ series }: ChartProps<FigureSeries>) => (
  <p data-testid="chart">{series.summary}</p>
);

beforeEach(() => {
  requests = [];
  vi.stubGlobal('ResizeObserver', StubResizeObserver);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function open(query = '') {
  history.replaceState(null, '', `/figures/loading/${query}`);
  const given = spec as unknown as FigureSpec<FigureSeries>;
  await act(async () => {
    render(
      <LiveFigure
        spec={given}
        data={{}}
        Chart={StubChart}
        loadedAtRest="at rest"
        alone
        width={620}
        tableOpen={false}
      />,
    );
  });
}

const shown = () => screen.getByTestId('chart').textContent;
const bar = () => screen.queryByRole<HTMLProgressElement>('progressbar');
/** A setting's bytes are asked for after its paint. */
const asked = (count = 1) => waitFor(() => expect(requests).toHaveLength(count));
async function choose(mode: string) {
  const before = requests.length;
  await userEvent.click(screen.getByLabelText(mode));
  if (mode !== 'here') await asked(before + 1);
}
const isBusy = () => screen.getByRole('application').getAttribute('aria-busy');

test('a setting that needs nothing is shown at once, without a bar', async () => {
  await open();
  expect([shown(), bar()]).toEqual(['here: at rest', null]);
});

test('until a setting’s bytes are in, the last picture stays and a bar tells their share', async () => {
  await open();
  await choose('far');
  expect([shown(), bar()]).toEqual(['here: at rest', null]);
  requests[0]?.report(0.25);
  expect([bar()?.value, isBusy(), shown()]).toEqual([0.25, 'true', 'here: at rest']);
  await requests[0]?.come('from afar');
  expect([shown(), bar(), isBusy()]).toEqual(['far: from afar', null, 'false']);
  await waitFor(() => expect(location.search).toBe('?mode=far'));
});

test('an address that needs bytes begins with the picture of the page', async () => {
  await open('?mode=far');
  await asked();
  requests[0]?.report(0.5);
  expect([shown(), bar()?.value]).toEqual(['here: at rest', 0.5]);
  await requests[0]?.come('from afar');
  expect(shown()).toBe('far: from afar');
});

test('when it fails the picture stays with the reason, and another try is offered', async () => {
  await open();
  await choose('far');
  requests[0]?.report(0.5);
  await requests[0]?.fail('offline');
  expect(screen.getByText(/could not be loaded \(offline\)/)).toBeTruthy();
  expect([shown(), bar(), isBusy()]).toEqual(['here: at rest', null, 'false']);
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await asked(2);
  expect(screen.queryByText(/could not be loaded/)).toBeNull();
  await requests[1]?.come('at last');
  expect(shown()).toBe('far: at last');
});

test('a setting that is left before it has come is not shown, and its news are not told', async () => {
  await open();
  await choose('far');
  await choose('further');
  requests[0]?.report(0.9);
  expect(bar()).toBeNull();
  await requests[0]?.come('too late');
  expect(shown()).toBe('here: at rest');
  await requests[1]?.come('in time');
  expect(shown()).toBe('further: in time');
});

test('a failure is forgotten with the setting that failed', async () => {
  await open();
  await choose('far');
  await requests[0]?.fail('offline');
  await choose('here');
  expect(screen.queryByText(/could not be loaded/)).toBeNull();
  expect(shown()).toBe('here: at rest');
});
