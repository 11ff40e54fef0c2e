import { beforeAll, describe, expect, test, vi } from 'vitest';
import { matrixWeights, parameterCount } from '@/components/figures/adapter-budget/formula';
import {
  adapt,
  optimiserBytes,
  storedBytes,
  trainableCount,
  type Adaptation,
} from '@/labs/engine/adaptation';
import { tree } from '@/labs/engine/backend';
import { freshHead } from '@/labs/engine/classifier';
import { freshWeights, logitsOf } from '@/labs/engine/transformer';
import { toTensors } from '@/labs/engine/weights';
import { TINY, startExact } from '@/tests/fixtures/tiny-transformer';
import { BIASES, LOW, METHODS, NAMED, SHAPE, base, farthest, ints, logits } from './tiny';

beforeAll(startExact);

describe('at the start', () => {
  const TOKENS = [1, 4, 2, 9, 3, 0];

  test.each(NAMED)(
    '%s: the same as the base, where its paper says so',
    (_, adaptation, __, start) => {
      const { weights } = adapt(TINY, base, adaptation, 4);
      const far = farthest(logits(TINY, weights, TOKENS), logits(TINY, base, TOKENS));
      if (start === 'same') expect(far).toBeLessThan(1e-6);
      if (start === 'near') expect(far).toBeLessThan(1e-4);
      if (start !== 'same') expect(far).toBeGreaterThan(0);
    },
  );

  test.each(NAMED)('%s: as many numbers train as the formula says', (_, adaptation, count) => {
    const adapted = adapt(TINY, base, adaptation, 4);
    const head = freshHead(TINY, 3, 2);
    const withHead = adapt(TINY, { ...base, ...head }, adaptation, 4);
    expect(trainableCount(adapted)).toBe(count);
    expect(trainableCount(withHead)).toBe(count + 8 * 3 + 3);
    expect(storedBytes(adapted)).toBe(4 * count);
    expect(optimiserBytes(adapted)).toBe(8 * count);
  });

  test('a seed decides what is added', () => {
    for (const [adaptation] of METHODS) {
      const of = (seed: number) => adapt(TINY, base, adaptation, seed).weights;
      expect(of(7)).toEqual(of(7));
      if (!/features|full|gradual|bitfit/.test(adaptation.method)) expect(of(7)).not.toEqual(of(8));
    }
  });

  test('what stays takes four bytes a number, and 4.5 bits in NF4 where few scales are doubled', () => {
    const bytes = (adaptation: Adaptation) => adapt(TINY, base, adaptation, 4).frozenBytes;
    const all = parameterCount(SHAPE);
    expect(bytes({ method: 'full' })).toBe(0);
    expect(bytes({ method: 'prompt', length: 2 })).toBe(4 * all);
    expect(bytes({ method: 'bitfit' })).toBe(4 * (all - BIASES));
    const matrices = matrixWeights(SHAPE);
    const second = 2 * 6 * (4 + 4);
    expect(bytes({ method: 'qlora', ...LOW, matrices: 'linear', block: 64 })).toBe(
      4 * (all - matrices) + matrices / 2 + matrices / 64 + second,
    );
  });
});

test('a pass gives back all that it borrows and makes', () => {
  const config = { ...TINY, width: 64, layers: 1 };
  const plain = freshWeights(config, 1);
  const grow = vi.spyOn(WebAssembly.Memory.prototype, 'grow');
  for (const [name, adaptation] of NAMED) {
    if (!/adapters|prefix|prompt|lora, linear|dora/.test(name)) continue;
    const tensors = toTensors(adapt(config, plain, adaptation, 4).weights);
    for (let i = 0; i < 20; i += 1) {
      if (i === 5) grow.mockClear();
      logitsOf(config, tree.ref(tensors), ints(Array(72).fill(3), [12, 6])).dispose();
    }
    // Fifteen times 72 × 64 numbers, the smallest that is made for every token, fill four pages.
    expect([name, grow.mock.calls]).toEqual([name, []]);
    expect(Object.values(tensors).filter(({ refCount }) => refCount !== 1)).toEqual([]);
    tree.dispose(tensors);
  }
  grow.mockRestore();
});
