// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { afterPaint } from '@/components/charts/after-paint';

/** What waits for the next frame. */
let waiting = new Map<number, () => void>();
const frame = () => {
  const calls = [...waiting.values()];
  waiting.clear();
  calls.forEach((call) => call());
};

beforeEach(() => {
  vi.useFakeTimers();
  waiting = new Map();
  let last = 0;
  vi.stubGlobal('requestAnimationFrame', (call: () => void) => {
    waiting.set(++last, call);
    return last;
  });
  vi.stubGlobal('cancelAnimationFrame', (id: number) => waiting.delete(id));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('it is called once, after the frame and not within it', () => {
  const call = vi.fn();
  afterPaint(call);
  frame();
  expect(call).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  frame();
  expect(call).toHaveBeenCalledTimes(1);
});

test('where no frame is painted it is called all the same, once', () => {
  const call = vi.fn();
  afterPaint(call);
  vi.advanceTimersByTime(10_000);
  expect(call).toHaveBeenCalledTimes(1);
  frame();
  vi.advanceTimersByTime(10_000);
  expect(call).toHaveBeenCalledTimes(1);
});
