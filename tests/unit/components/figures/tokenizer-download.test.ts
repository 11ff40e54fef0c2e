/** How a vocabulary comes to the browser. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ENCODINGS } from '@/components/figures/tokenizer/encodings';
import type { loadTokenizers as Load } from '@/components/figures/tokenizer/load';

vi.mock('#vocabulary', () => import('@/components/figures/tokenizer/vocabulary.browser'));

const [GPT_2, GPT_4] = ENCODINGS;
const bytes = Array.from({ length: 256 }, (_, byte) =>
  byte < 128 ? String.fromCharCode(byte) : [byte],
);
const FILE = `{"pieces":[\n${bytes.map((piece) => JSON.stringify(piece)).join(',\n')}\n]}\n`;
const fetchFile = vi.fn();
/** Every test has a page of its own: what was loaded before is gone. */
let loadTokenizers: typeof Load;

/** A reply whose body comes in two parts, the second when it is let go. */
function inTwoParts() {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const half = FILE.length / 2;
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(new TextEncoder().encode(FILE.slice(0, half)));
      await gate;
      controller.enqueue(new TextEncoder().encode(FILE.slice(half)));
      controller.close();
    },
  });
  return { response: new Response(body), letGo };
}

beforeEach(async () => {
  fetchFile.mockReset().mockImplementation(async () => new Response(FILE));
  vi.stubGlobal('fetch', fetchFile);
  vi.resetModules();
  ({ loadTokenizers } = await import('@/components/figures/tokenizer/load'));
});
afterEach(() => vi.unstubAllGlobals());

test('a vocabulary is fetched from the site itself, once for all', async () => {
  const first = await loadTokenizers([GPT_2], () => {});
  const again = await loadTokenizers([GPT_2], () => {});
  expect(fetchFile.mock.calls).toEqual([['/vocabularies/r50k_base.json']]);
  expect(again.get('r50k_base')).toBe(first.get('r50k_base'));
  expect(first.get('r50k_base')?.encode('hi')).toEqual([0x68, 0x69]);
});

test('the share that has come in is told as it comes, and not when nothing had to come', async () => {
  const { response, letGo } = inTwoParts();
  fetchFile.mockImplementationOnce(async () => response);
  const shares: number[] = [];
  const loading = loadTokenizers([GPT_2], (share) => shares.push(share));
  await vi.waitFor(() => expect(shares).toHaveLength(1));
  letGo();
  await loading;
  const [half = 0, whole = 0] = shares;
  expect(half).toBeGreaterThan(0);
  expect(half).toBeLessThan(whole);
  expect(whole * GPT_2.pieces).toBeCloseTo(FILE.split('\n').length - 1);
  const later = vi.fn();
  await loadTokenizers([GPT_2], later);
  expect(later).not.toHaveBeenCalled();
});

test('who asks while a file comes in waits for the same file and hears of it', async () => {
  const { response, letGo } = inTwoParts();
  fetchFile.mockImplementationOnce(async () => response);
  const one = loadTokenizers([GPT_2], () => {});
  const report = vi.fn();
  const two = loadTokenizers([GPT_2, GPT_4], report);
  letGo();
  await Promise.all([one, two]);
  expect(fetchFile).toHaveBeenCalledTimes(2);
  expect(report).toHaveBeenCalled();
});

test.each([
  ['the network fails', () => Promise.reject(new Error('offline')), 'offline'],
  ['the server answers with an error', async () => new Response('', { status: 503 }), '503'],
])('when %s the next call tries again', async (_, failure, words) => {
  fetchFile.mockImplementationOnce(failure);
  await expect(loadTokenizers([GPT_2], () => {})).rejects.toThrow(words);
  expect((await loadTokenizers([GPT_2], () => {})).size).toBe(1);
});
