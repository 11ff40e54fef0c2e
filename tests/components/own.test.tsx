// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Own as OwnOfAdapt } from '@/components/labs/adapt/own';
import { Own as OwnOfPretrain } from '@/components/labs/pretrain/own';
import { writeCheckpoint } from '@/labs/engine/checkpoint';
import { OWN_MODEL, OWN_TEXT } from '@/labs/own';
import { metadataOf } from '@/labs/training';

/** The browser's storage; undefined where it keeps nothing. */
let kept: Map<string, Uint8Array> | undefined;
const open = async () => {
  if (!kept) throw new Error('refused');
  return kept;
};
vi.mock('idb-keyval', () => ({
  createStore: () => () => undefined,
  get: async (name: string) => (await open()).get(name),
  set: async (name: string, bytes: Uint8Array) => void (await open()).set(name, bytes),
  del: async (name: string) => void (await open()).delete(name),
}));

beforeEach(() => void (kept = new Map()));
afterEach(cleanup);

const model = () =>
  writeCheckpoint(
    {
      weights: {},
      metadata: metadataOf({
        config: {
          vocabulary: 1024,
          context: 64,
          width: 32,
          layers: 1,
          heads: 4,
          attention: 'causal',
          norm: 'layer',
        },
        training: { objective: 'causal', start: 'scratch', corpus: 'own', steps: 10, seed: 1 },
      }),
    },
    'float32',
  );

test('without a model of one’s own, the way to one is shown; the shipped one asks nothing', async () => {
  const { rerender } = render(<OwnOfAdapt settings={{ start: 'own' }} state="idle" />);
  const link = await screen.findByRole('link', { name: 'train one' });
  expect(link.getAttribute('href')).toBe('/labs/pretrain/');
  rerender(<OwnOfAdapt settings={{ start: 'shipped' }} state="idle" />);
  expect(screen.queryByRole('link')).toBeNull();
});

test('a model of one’s own is named where it is used, and can be taken out where it was made', async () => {
  kept?.set(OWN_MODEL, model());
  const about = '1 layer of width 32, 10 steps of guessing what comes next, from random weights';
  render(<OwnOfAdapt settings={{ start: 'own' }} state="idle" />);
  expect((await screen.findByText(/^Your own model/)).textContent).toContain(about);
  cleanup();
  render(<OwnOfPretrain settings={{ corpus: 'definitions' }} state="done" />);
  expect(await screen.findByRole('button', { name: /^Download it/ })).toBeTruthy();
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('a text of one’s own is kept as it is written, found again, and removed', async () => {
  const user = userEvent.setup();
  const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Your text/ });
  render(<OwnOfPretrain settings={{ corpus: 'own' }} state="idle" />);
  await user.type(field(), 'Call me');
  expect(screen.getByRole('status').textContent).toContain('7 characters. About 4,000 are needed.');
  cleanup();
  render(<OwnOfPretrain settings={{ corpus: 'own' }} state="idle" />);
  await vi.waitFor(() => expect(field().value).toBe('Call me'));
  await user.click(screen.getByRole('button', { name: 'Remove the text' }));
  expect(field().value).toBe('');
  await vi.waitFor(() => expect(kept?.has(OWN_TEXT)).toBe(false));
});

test('a browser that keeps nothing is said so', async () => {
  kept = undefined;
  const user = userEvent.setup();
  render(<OwnOfPretrain settings={{ corpus: 'own' }} state="idle" />);
  await user.type(screen.getByRole('textbox', { name: /^Your text/ }), 'C');
  await vi.waitFor(() =>
    expect(screen.getByRole('status').textContent).toContain('This browser keeps nothing here'),
  );
});
