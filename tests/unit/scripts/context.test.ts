import { expect, test } from 'vitest';
import recorded from '@/data/context-similarities/similarities.json';
import { measureContext } from '@/scripts/record/context';

test('the recorded similarities are what the model gives; `npm run record -- context` writes them', async () => {
  const found = await measureContext();
  expect(found.map(({ id }) => id)).toEqual(recorded.map(({ id }) => id));
  found.forEach(({ whole, layers }, i) => {
    expect(whole[0]).toBe(1);
    whole.forEach((value, layer) => expect(value).toBeCloseTo(recorded[i]!.whole[layer]!, 3));
    // Layer 1 hardly moves the vector, so its small differences are less exact.
    layers.slice(1).forEach((one, layer) => {
      const { same, other, twin, nearest } = recorded[i]!.layers[layer + 1]!;
      expect(one.same).toBeCloseTo(same, 2);
      expect(one.other).toBeCloseTo(other, 2);
      expect(one.twin).toBeCloseTo(twin, 2);
      expect(one.nearest).toBe(nearest);
    });
  });
}, 60_000);
