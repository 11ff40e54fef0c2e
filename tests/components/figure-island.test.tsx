// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FigureBody } from '@/components/charts/figure-body';
import { FigureIsland } from '@/components/charts/figure-island';
import { defaultState } from '@/lib/url-state';
import { dataFor, specOf } from '@/tests/fixtures/figures';

vi.mock('@/components/figures/imagenet-progress/view', () => ({
  Chart: ({ series }: { series: { readings: readonly unknown[] } }) => <p data-testid="chart">{series.readings.length} marks</p>,
}));

const spec = await specOf('imagenet-progress');
const data = dataFor(spec);
const state = defaultState(spec.controls);
const DATASETS = ['imagenet-backbones'];

let observers: StubObserver[] = [];
class StubObserver {
  watching = true;
  constructor(
    private readonly callback: (entries: { isIntersecting: boolean }[]) => void,
    readonly options: IntersectionObserverInit,
  ) {
    observers.push(this);
  }
  observe() {}
  disconnect() {
    this.watching = false;
  }
  see(isIntersecting: boolean) {
    if (this.watching) act(() => this.callback([{ isIntersecting }]));
  }
}

const reply = (ok = true) => ({ ok, status: ok ? 200 : 503, json: () => Promise.resolve(data['imagenet-backbones']) });
const fetchFile = vi.fn();

beforeEach(() => {
  observers = [];
  fetchFile.mockReset().mockImplementation(() => Promise.resolve(reply()));
  vi.stubGlobal('IntersectionObserver', StubObserver);
  vi.stubGlobal('fetch', fetchFile);
  history.replaceState(null, '', '/figures/imagenet-progress/');
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open() {
  const { container } = render(
    <FigureIsland id="imagenet-progress" alone datasets={DATASETS}>
      <FigureBody spec={spec} series={spec.series(data, state)} state={state} alone>
        <p>still picture</p>
      </FigureBody>
    </FigureIsland>,
  );
  return container.firstElementChild as HTMLElement;
}

const isLive = () => waitFor(() => expect(screen.getByTestId('chart')).toBeTruthy());
const radio = (name: string) => screen.getByLabelText<HTMLInputElement>(name);

test('nothing is loaded before the figure is near or touched', () => {
  const island = open();
  observers[0]?.see(false);
  expect(fetchFile).not.toHaveBeenCalled();
  expect(island.dataset.live).toBe('no');
  expect(screen.getByText('still picture')).toBeTruthy();
  expect(observers[0]?.options.rootMargin).toBe('300px');
});

test('near the viewport the figure becomes live, from the published file', async () => {
  const island = open();
  observers[0]?.see(true);
  await isLive();
  expect(fetchFile.mock.calls).toEqual([['/data/imagenet-backbones.json']]);
  expect(island.dataset.live).toBe('yes');
  expect(screen.queryByText('still picture')).toBeNull();
  expect(screen.getByTestId('chart').textContent).toBe(`${spec.series(data, state).readings.length} marks`);
});

test('a touch makes the figure live, and more touches load nothing twice', async () => {
  open();
  await userEvent.click(screen.getByText('still picture'));
  await isLive();
  await userEvent.click(screen.getByTestId('chart'));
  observers[0]?.see(true);
  expect(fetchFile).toHaveBeenCalledTimes(1);
});

test('keyboard focus makes the figure live and stays where it was', async () => {
  open();
  act(() => radio('Several networks').focus());
  await isLive();
  await waitFor(() => expect(document.activeElement).toBe(radio('Several networks')));
});

test('what was chosen in the form before is kept', async () => {
  let answer: (response: unknown) => void = () => {};
  fetchFile.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
  open();
  await userEvent.click(radio('Several networks'));
  await waitFor(() => expect(fetchFile).toHaveBeenCalled());
  await userEvent.click(radio('Top-1'));
  expect(screen.getByText('still picture')).toBeTruthy();
  await act(async () => answer(reply()));
  await isLive();
  expect([radio('Several networks').checked, radio('Top-1').checked]).toEqual([true, true]);
  const expected = spec.series(data, { ...state, protocol: 'ensemble', error: 'top1' });
  expect(screen.getByTestId('chart').textContent).toBe(`${expected.readings.length} marks`);
});

test('a button that was pressed too early is carried out by the live figure', async () => {
  open();
  await userEvent.click(screen.getByRole('button', { name: 'Cite' }));
  await isLive();
  await waitFor(() =>
    expect(screen.getAllByRole('status').map((s) => s.textContent).join()).toContain('Citation copied: Warm Start'),
  );
});

test.each([
  ['the network fails', () => Promise.reject(new Error('offline')), 'offline'],
  ['the server answers with an error', () => Promise.resolve(reply(false)), '503 for the dataset imagenet-backbones'],
])('when %s the picture stays with a message, and the next touch tries again', async (_, failure, words) => {
  fetchFile.mockImplementationOnce(failure);
  const island = open();
  observers[0]?.see(true);
  await screen.findByText(new RegExp(`could not be loaded \\(${words}\\)`));
  expect(island.dataset.live).toBe('failed');
  await userEvent.click(screen.getByText('still picture'));
  await isLive();
  expect(screen.queryByText(/could not be loaded/)).toBeNull();
  expect(island.dataset.live).toBe('yes');
});

test('a figure that leaves the page stops watching', () => {
  open();
  cleanup();
  expect(observers[0]?.watching).toBe(false);
});
