import { beforeAll, describe, expect, test, vi } from 'vitest';
import { adapt } from '@/labs/engine/adaptation';
import { predicting, type Batch } from '@/labs/engine/objectives';
import type { OptimiserConfig } from '@/labs/engine/optimiser';
import { freshWeights, logitsOf, type TransformerConfig } from '@/labs/engine/transformer';
import { makeTrainer } from '@/labs/engine/trainer';
import type { Weights } from '@/labs/engine/weights';
import { drawWhole, seeded, type Random } from '@/lib/seeded';
import { TINY, startExact } from '@/tests/fixtures/tiny-transformer';
import { LOW, NAMED } from './tiny';

beforeAll(startExact);

describe('training', () => {
  const CONFIG: TransformerConfig = { ...TINY, layers: 1, norm: 'rms' };
  const OPTIMISER: OptimiserConfig = {
    rate: 0.03,
    warmUp: 5,
    final: 0.1,
    steps: 150,
    beta1: 0.9,
    beta2: 0.99,
    decay: 0.01,
    clip: 1,
  };
  const objective = predicting((weights, tokens) => logitsOf(CONFIG, weights, tokens));

  /** After a 9 numbers fall, after a 10 they rise; turned, the other way round. */
  function batchOf(random: Random, isTurned: boolean): Batch {
    const [batch, length] = [16, 4];
    const places = Array.from({ length: batch }, () => {
      const [start, rises] = [drawWhole(random, 0, 8), drawWhole(random, 0, 1)];
      const step = (rises === 1) !== isTurned ? 1 : -1;
      return [9 + rises, ...Array.from({ length }, (_, i) => (start + 9 + i * step) % 9)];
    });
    return {
      batch,
      length,
      tokens: Int32Array.from(places.flatMap((row) => row.slice(0, -1))),
      targets: Int32Array.from(places.flatMap((row) => row.slice(1))),
      counts: Float32Array.from({ length: batch * length }, (_, i) => (i % length === 0 ? 0 : 1)),
    };
  }

  let pretrained: Weights;
  beforeAll(async () => {
    const trainer = makeTrainer(objective, freshWeights(CONFIG, 1), OPTIMISER);
    const random = seeded(1);
    for (let i = 0; i < OPTIMISER.steps; i += 1) await trainer.step(batchOf(random, false));
    expect(await trainer.lossOf(batchOf(random, false))).toBeLessThan(0.2);
    pretrained = await trainer.weights();
    trainer.dispose();
  });

  // There is no head, which would learn whatever the method does: all learning is the method's own.
  const LEARN = NAMED.filter(([name]) => !/features|lora, (query|linear)/.test(name));
  test.each(LEARN)('%s learns the turned text, and moves nothing else', async (_, adaptation) => {
    const { weights, trains, rateOf } = adapt(CONFIG, pretrained, adaptation, 4);
    const optimiser = { ...OPTIMISER, rate: 0.1, steps: 40 };
    const trainer = makeTrainer(objective, weights, optimiser, { trains, rateOf });
    const asked = batchOf(seeded(99), true);
    const before = await trainer.lossOf(asked);
    const random = seeded(2);
    for (let i = 0; i < 40; i += 1) await trainer.step(batchOf(random, true));
    expect(await trainer.lossOf(asked)).toBeLessThan(0.75 * before);
    const now = await trainer.weights();
    trainer.dispose();
    for (const [name, { data }] of Object.entries(now)) {
      const same = expect([name, data]);
      (trains(name) ? same.not : same).toEqual([name, weights[name]!.data]);
    }
  });

  test.each(['lora', 'dora'] as const)('%s: memory is flat over many steps', async (method) => {
    const how = { method, ...LOW, matrices: 'linear' } as const;
    const { weights, trains } = adapt(CONFIG, pretrained, how, 4);
    const trainer = makeTrainer(objective, weights, OPTIMISER, { trains });
    const grow = vi.spyOn(WebAssembly.Memory.prototype, 'grow');
    const random = seeded(2);
    for (let i = 0; i < 150; i += 1) {
      if (i === 20) grow.mockClear();
      await trainer.step(batchOf(random, true));
    }
    expect(grow).not.toHaveBeenCalled();
    trainer.dispose();
    grow.mockRestore();
  });
});
