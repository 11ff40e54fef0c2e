// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { Controls } from '@/components/charts/controls';
import { defaultState, readForm, type FigureState } from '@/lib/url-state';
import { CONTROLS } from '@/tests/fixtures/controls';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const DEFAULT = defaultState(CONTROLS);
const common = { figureId: 'fruit', title: 'Fruit', controls: CONTROLS };
const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });
const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
const month = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Month' });

/** Does something to every control. */
async function changeAll() {
  await userEvent.click(radio('The far'));
  await userEvent.selectOptions(month(), 'july');
  await userEvent.click(box('Grid'));
  await userEvent.click(box('The fig'));
}
const CHANGED = { view: 'far', month: 'july', grid: false, show: ['plum', 'fig', 'pear'] };

function Live({ seen }: { seen: (state: FigureState) => void }) {
  const [state, setState] = useState<FigureState>(DEFAULT);
  const change = (next: FigureState) => {
    seen(next);
    setState(next);
  };
  return <Controls {...common} state={state} onChange={change} />;
}

test.each([
  ['the default', DEFAULT],
  ['another state', CHANGED],
])('the form shows %s', (_, state) => {
  render(<Controls {...common} state={state} />);
  const form = screen.getByRole<HTMLFormElement>('form');
  expect(readForm(CONTROLS, new FormData(form))).toEqual(state);
});

test('a few options are radio buttons in a group, many are a list', () => {
  render(<Controls {...common} state={DEFAULT} />);
  expect(
    screen.getByRole('group', { name: 'View' }).querySelectorAll('input[type=radio]'),
  ).toHaveLength(2);
  expect(month().options).toHaveLength(5);
});

test('a list that depends on another choice offers what there is, and shows the first for what there is not', () => {
  const choices = { month: ['june', 'july'] };
  const { rerender } = render(<Controls {...common} choices={choices} state={CHANGED} />);
  expect([...month().options].map((option) => option.value)).toEqual(choices.month);
  expect(month().value).toBe('july');
  const other = { ...CHANGED, month: 'may' };
  rerender(<Controls {...common} choices={choices} state={other} onChange={() => {}} />);
  expect(month().value).toBe('june');
});

test('before the figure is live the form keeps what the reader chooses', async () => {
  const { rerender } = render(<Controls {...common} state={DEFAULT} />);
  await changeAll();
  rerender(<Controls {...common} state={DEFAULT} />);
  const form = screen.getByRole<HTMLFormElement>('form');
  expect(readForm(CONTROLS, new FormData(form))).toEqual(CHANGED);
});

test('every change of the live form is told as a whole state', async () => {
  const seen = vi.fn();
  render(<Live seen={seen} />);
  await changeAll();
  expect(seen.mock.calls.map(([state]) => state as FigureState)).toEqual([
    { ...DEFAULT, view: 'far' },
    { ...DEFAULT, view: 'far', month: 'july' },
    { ...DEFAULT, view: 'far', month: 'july', grid: false },
    CHANGED,
  ]);
  expect(radio('The far').checked && !box('Grid').checked && box('The fig').checked).toBe(true);
});

test('the live form shows the state that it is given, not what was clicked', async () => {
  const seen = vi.fn();
  render(<Controls {...common} state={DEFAULT} onChange={seen} />);
  await userEvent.click(box('Grid'));
  expect(seen).toHaveBeenCalledWith({ ...DEFAULT, grid: false });
  expect(box('Grid').checked).toBe(true);
});

test('a set may be emptied', async () => {
  const seen = vi.fn();
  render(<Live seen={seen} />);
  await userEvent.click(box('The plum'));
  await userEvent.click(box('The pear'));
  expect(seen).toHaveBeenLastCalledWith({ ...DEFAULT, show: [] });
});

test('both forms are to React’s liking', async () => {
  const complaint = vi.spyOn(console, 'error');
  render(<Controls {...common} state={DEFAULT} />);
  cleanup();
  render(<Live seen={() => {}} />);
  await changeAll();
  expect(complaint).not.toHaveBeenCalled();
});

test('ids are those of the figure, and each is there once', () => {
  const { container } = render(<Controls {...common} state={DEFAULT} />);
  const ids = [...container.querySelectorAll('[id]')].map((element) => element.id);
  expect(ids).toContain('fruit-grid');
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => id.startsWith('fruit-'))).toBe(true);
});

test('a figure without settings has no form', () => {
  const { container } = render(<Controls {...common} controls={[]} state={{}} />);
  expect(container.innerHTML).toBe('');
});

test('settings of less importance are folded away, still count, and say when they are changed', () => {
  const folded = CONTROLS.map((control, i) =>
    i === 0 ? control : { ...control, more: true as const },
  );
  const { container, rerender } = render(
    <Controls {...common} controls={folded} state={DEFAULT} onChange={() => {}} />,
  );
  const details = container.querySelector('details');
  expect(details?.open).toBe(false);
  expect(details?.querySelector('summary')?.textContent).toBe('More settings');
  const form = container.querySelector('form')!;
  expect(readForm(folded, new FormData(form))).toEqual(DEFAULT);
  const state = { ...DEFAULT, month: 'july', grid: false };
  rerender(<Controls {...common} controls={folded} state={state} moreOpen onChange={() => {}} />);
  expect(details?.open).toBe(true);
  expect(details?.querySelector('summary')?.textContent).toBe('More settings (2 changed)');
});
