// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LiveFigure, type LiveProps } from '@/components/charts/live-figure';
import type { ChartProps } from '@/components/charts/chart';
import type { FigureSeries } from '@/lib/figure';
import { defaultState } from '@/lib/url-state';
import { dataFor, specOf } from '@/tests/fixtures/figures';

const spec = await specOf('imagenet-progress');
const data = dataFor(spec);
const PATH = '/history/vision-backbones/';
let resize: (width: number) => void = () => {};

/** Stands for the chart: a button a mark. */
function StubChart({ series, layout, active, onActivate }: ChartProps<FigureSeries>) {
  const marks = series.readings.map(({ id }) => (
    <button
      key={id}
      type="button"
      aria-pressed={id === active}
      onPointerEnter={() => onActivate?.(id)}
    >
      {id}
    </button>
  ));
  return <div data-layout={layout}>{marks}</div>;
}

class StubResizeObserver {
  constructor(callback: (entries: { contentRect: { width: number } }[]) => void) {
    resize = (width) => callback([{ contentRect: { width } }]);
  }
  observe() {}
  disconnect() {}
}

beforeEach(() => vi.stubGlobal('ResizeObserver', StubResizeObserver));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function open(address: string, props: Partial<LiveProps> = {}) {
  history.replaceState({ kept: true }, '', address);
  const all = { spec, data, Chart: StubChart, alone: true, width: 620, tableOpen: false, ...props };
  return render(
    <figure>
      <LiveFigure {...all} />
    </figure>,
  );
}

const chosen = () =>
  screen
    .getAllByRole<HTMLInputElement>('radio')
    .filter((r) => r.checked)
    .map((r) => r.value);
const said = () => screen.getAllByRole('status').map((status) => status.textContent ?? '');
const picture = () => screen.getByRole('application');
const active = () => screen.queryByRole('button', { pressed: true })?.textContent;
const { readings } = spec.series(data, defaultState(spec.controls));
const inOrder = [...readings].sort((a, b) => Number(a.muted) - Number(b.muted) || a.x - b.x);

test.each([
  ['alone', '/figures/imagenet-progress/?protocol=ensemble&retrained=1', true],
  [
    'in a chapter',
    `${PATH}?imagenet-progress.protocol=ensemble&imagenet-progress.retrained=1&protocol=x`,
    false,
  ],
])('%s the state comes from the address', (_, address, alone) => {
  open(address, { alone });
  expect(chosen()).toEqual(['ensemble', 'year', 'top5']);
  expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(true);
  expect(said()[1]).toBe('');
});

test('a broken address is apologised for, and the default is shown', () => {
  open('/figures/imagenet-progress/?protocol=seven-crops');
  expect(said()[1]).toBe(
    'This link asks for something the figure does not have: “seven-crops” is not a choice for “Protocol”. Showing the default instead.',
  );
  expect(chosen()).toEqual(['single-crop', 'year', 'top5']);
});

test('a change goes into the address, without a new entry in the history', async () => {
  open(`${PATH}?theme=dark#alexnet`, { alone: false });
  const entries = history.length;
  await userEvent.click(screen.getByLabelText('Several networks'));
  await waitFor(() =>
    expect(location.search).toBe('?theme=dark&imagenet-progress.protocol=ensemble'),
  );
  expect([location.pathname, location.hash]).toEqual([PATH, '#alexnet']);
  expect([history.length, history.state]).toEqual([entries, { kept: true }]);
  await userEvent.click(screen.getByLabelText('One network, one crop'));
  await waitFor(() => expect(location.search).toBe('?theme=dark'));
});

test('back at the default, an address that held nothing else ends without a question mark', async () => {
  open('/figures/imagenet-progress/?x=parameters');
  const replace = vi.spyOn(history, 'replaceState');
  await userEvent.click(screen.getByLabelText('Year'));
  await waitFor(() =>
    expect(replace).toHaveBeenLastCalledWith({ kept: true }, '', '/figures/imagenet-progress/'),
  );
});

test('a change redraws chart, table and note, and takes message and reading away', async () => {
  open('/figures/imagenet-progress/?error=top9');
  fireEvent.keyDown(picture(), { key: 'Home' });
  expect(said()[0]).toContain('Source: ');
  await userEvent.click(screen.getByLabelText('Parameters'));
  const marks = spec.series(data, { ...defaultState(spec.controls), x: 'parameters' });
  expect(screen.getAllByRole('button', { pressed: false })).toHaveLength(marks.readings.length);
  await userEvent.click(screen.getByText('Show as table'));
  await waitFor(() =>
    expect(screen.getAllByRole('row', { hidden: true })).toHaveLength(marks.readings.length + 1),
  );
  expect(screen.getByText(marks.note ?? '')).toBeTruthy();
  expect(marks.readings.map(({ id }) => id)).toContain(inOrder[0]?.id);
  expect(said()).toEqual([expect.stringContaining('Point at a mark'), '']);
});

test.each([
  ['ArrowRight', 0],
  ['ArrowDown', 0],
  ['Home', 0],
  ['ArrowLeft', -1],
  ['ArrowUp', -1],
  ['End', -1],
])('%s starts at the right end of the readings and says it', (key, index) => {
  open('/figures/imagenet-progress/');
  expect(fireEvent.keyDown(picture(), { key })).toBe(false);
  const reading = inOrder.at(index);
  expect(active()).toBe(reading?.id);
  expect(said()[0]).toContain(`${reading?.label} ${reading?.text}. Source: `);
});

test('arrow keys go on and back, those in focus first, and stop at the ends', () => {
  open('/figures/imagenet-progress/');
  const steps = [
    ['ArrowRight', 0],
    ['ArrowRight', 1],
    ['ArrowDown', 2],
    ['ArrowLeft', 1],
    ['ArrowUp', 0],
    ['ArrowLeft', 0],
    ['End', -1],
    ['ArrowRight', -1],
  ] as const;
  for (const [key, index] of steps) {
    fireEvent.keyDown(picture(), { key });
    expect(active()).toBe(inOrder.at(index)?.id);
  }
  expect(inOrder[0]?.muted).toBe(false);
});

test('Escape takes the reading away, other keys are left alone', () => {
  open('/figures/imagenet-progress/');
  fireEvent.keyDown(picture(), { key: 'End' });
  expect(fireEvent.keyDown(picture(), { key: 'Tab' })).toBe(true);
  expect(active()).toBe(inOrder.at(-1)?.id);
  fireEvent.keyDown(picture(), { key: 'Escape' });
  expect(active()).toBeUndefined();
  expect(said()[0]).toContain('Point at a mark');
});

test('pointing at a mark reads it', () => {
  open('/figures/imagenet-progress/');
  fireEvent.pointerEnter(screen.getByText('googlenet-single-crop-val'));
  expect(said()[0]).toContain('GoogLeNet 10.07% top-5 error');
});

test('a choice made in the static form is kept, unless the address says otherwise', () => {
  const form = new FormData();
  Object.entries({ protocol: 'multi-crop', x: 'year', error: 'top1' }).forEach(([k, v]) =>
    form.append(k, v),
  );
  open('/figures/imagenet-progress/', { form });
  expect(chosen()).toEqual(['multi-crop', 'year', 'top1']);
  cleanup();
  open('/figures/imagenet-progress/?protocol=ensemble', { form });
  expect(chosen()).toEqual(['ensemble', 'year', 'top5']);
});

test.each([
  [350, 'narrow'],
  [620, 'wide'],
])('a column of %d pixels gets the %s chart, also when it changes', (width, layout) => {
  const { container } = open('/figures/imagenet-progress/', { width: 970 - width });
  expect(container.querySelector(`[data-layout="${layout}"]`)).toBeNull();
  act(() => resize(width));
  expect(container.querySelector(`[data-layout="${layout}"]`)).not.toBeNull();
});

test('a table that was open stays open', () => {
  expect(open('/x/', { tableOpen: true }).container.querySelector('details')?.open).toBe(true);
});
