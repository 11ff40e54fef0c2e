// @vitest-environment happy-dom
import { cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Own as OwnOfAdapt } from '@/components/labs/adapt/own';
import { Own as OwnOfPretrain } from '@/components/labs/pretrain/own';
import { writeCheckpoint } from '@/labs/engine/checkpoint';
import { LONGEST_OWN } from '@/labs/pretrain/own-limits';
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

const picker = () => screen.getByLabelText<HTMLInputElement>(/^Or a file/);
const status = () => screen.getByRole('status').textContent;

test('of a text that is too long only what would be read is kept, and that is said', async () => {
  render(<OwnOfPretrain settings={{ corpus: 'own' }} state="idle" />);
  // In UTF-8 these need three bytes each, the most that a unit can.
  const book = new File(['中'.repeat(LONGEST_OWN + 5_000)], 'book.txt');
  await userEvent.upload(picker(), book);
  await vi.waitFor(() => expect(status()).toContain('The first 1,000,000 characters.'));
  expect(status()).toContain('is not kept');
  const bytes = kept?.get(OWN_TEXT);
  expect(new TextDecoder().decode(bytes)).toBe('中'.repeat(LONGEST_OWN));
});

test('no more of a file is taken into memory than can be used', async () => {
  render(<OwnOfPretrain settings={{ corpus: 'own' }} state="idle" />);
  const film = new File(['x'], 'film.txt');
  const slice = vi.spyOn(film, 'slice').mockReturnValue(new Blob(['a few words']));
  await userEvent.upload(picker(), film);
  await vi.waitFor(() => expect(status()).toContain('11 characters.'));
  expect(slice.mock.calls[0]![1]).toBeLessThan(4 * LONGEST_OWN);
});

test('a file that cannot be read is said so, and can be chosen again', async () => {
  render(<OwnOfPretrain settings={{ corpus: 'own' }} state="idle" />);
  const file = new File(['Call me'], 'lost.txt');
  const lost = new Blob();
  vi.spyOn(lost, 'text').mockRejectedValue(new Error('gone'));
  vi.spyOn(file, 'slice').mockReturnValueOnce(lost);
  await userEvent.upload(picker(), file);
  await vi.waitFor(() => expect(status()).toContain('The file could not be read (gone).'));
  expect(picker().files).toHaveLength(0);
  await userEvent.upload(picker(), file);
  await vi.waitFor(() => expect(status()).toContain('7 characters.'));
  expect(status()).not.toContain('could not be read');
});

test('a file that is dropped is the text, and goes no further; dragged text is left to the field', async () => {
  const outer = vi.fn();
  render(
    <div onDrop={outer}>
      <OwnOfPretrain settings={{ corpus: 'own' }} state="idle" />
    </div>,
  );
  const field = screen.getByRole('textbox', { name: /^Your text/ });
  const drop = (dataTransfer: unknown) => {
    const event = createEvent.drop(field);
    Object.defineProperty(event, 'dataTransfer', { value: dataTransfer });
    fireEvent(field, event);
    return event.defaultPrevented;
  };
  expect(drop({ files: [], types: ['text/plain'] })).toBe(false);
  expect(drop({ files: [new File(['Call me'], 'a.txt')], types: ['Files'] })).toBe(true);
  expect(outer).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(status()).toContain('7 characters.'));
});
