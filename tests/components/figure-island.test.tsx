// @vitest-environment happy-dom
import { act, cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StubObserver, data, openIsland, spec, state } from '@/tests/fixtures/island';

/** What the build drew is given to the server only; the browser has it on the page. */
const drawn = vi.hoisted(() => ({ markup: '' }));
vi.mock('#still', () => ({ stillMarkup: () => drawn.markup }));
vi.mock('@/components/figures/imagenet-progress/view', () => ({
  Chart: ({ series }: { series: { readings: readonly unknown[] } }) => (
    <p data-testid="chart">{series.readings.length} marks</p>
  ),
}));

// For slow machines: the live figure's modules are loaded while a test waits.
configure({ asyncUtilTimeout: 10_000 });

const reply = (ok = true) => ({
  ok,
  status: ok ? 200 : 503,
  json: () => Promise.resolve(data['imagenet-backbones']),
});
const fetchFile = vi.fn();

beforeEach(() => {
  fetchFile.mockReset().mockImplementation(() => Promise.resolve(reply()));
  vi.stubGlobal('IntersectionObserver', StubObserver);
  vi.stubGlobal('fetch', fetchFile);
  history.replaceState(null, '', '/figures/imagenet-progress/');
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const open = () => openIsland(drawn);
const move = () => fireEvent.pointerMove(document.body);

const isLive = () => waitFor(() => expect(screen.getByTestId('chart')).toBeTruthy());
const radio = (name: string) => screen.getByLabelText<HTMLInputElement>(name);

test('nothing is loaded before the figure is near or touched', () => {
  const island = open();
  move();
  StubObserver.last?.see(false);
  expect(fetchFile).not.toHaveBeenCalled();
  expect(island.dataset.live).toBe('no');
  expect(screen.getByText('still picture')).toBeTruthy();
  expect(StubObserver.last?.options.rootMargin).toBe('300px');
});

test('near the viewport the figure becomes live, from the published file', async () => {
  const island = open();
  move();
  StubObserver.last?.see();
  await isLive();
  expect(fetchFile.mock.calls).toEqual([['/data/imagenet-backbones.json']]);
  expect(island.dataset.live).toBe('yes');
  expect(screen.queryByText('still picture')).toBeNull();
  expect(screen.getByTestId('chart').textContent).toBe(
    `${spec.series(data, state).readings.length} marks`,
  );
});

test('a touch makes the figure live, and more touches load nothing twice', async () => {
  open();
  await userEvent.click(screen.getByText('still picture'));
  await isLive();
  await userEvent.click(screen.getByTestId('chart'));
  StubObserver.last?.see();
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
    expect(
      screen
        .getAllByRole('status')
        .map((s) => s.textContent)
        .join(),
    ).toContain('Citation copied: Warm Start'),
  );
});

test.each([
  ['the network fails', () => Promise.reject(new Error('offline')), 'offline'],
  [
    'the server answers with an error',
    () => Promise.resolve(reply(false)),
    '503 for the dataset imagenet-backbones',
  ],
])(
  'when %s the picture stays with a message, and the next touch tries again',
  async (_, failure, words) => {
    fetchFile.mockImplementationOnce(failure);
    const island = open();
    move();
    StubObserver.last?.see();
    await screen.findByText(new RegExp(`could not be loaded \\(${words}\\)`));
    expect(island.dataset.live).toBe('failed');
    await userEvent.click(screen.getByText('still picture'));
    await isLive();
    expect(screen.queryByText(/could not be loaded/)).toBeNull();
    expect(island.dataset.live).toBe('yes');
  },
);
