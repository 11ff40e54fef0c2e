import { beforeAll, describe, expect, test } from 'vitest';
import { adapt } from '@/labs/engine/adaptation';
import { jit, np, tree, valueAndGrad, type Tensor, type Tensors } from '@/labs/engine/backend';
import { classScores, freshHead } from '@/labs/engine/classifier';
import { freshWeights } from '@/labs/engine/transformer';
import { toTensors, type Weight, type Weights } from '@/labs/engine/weights';
import { seeded } from '@/lib/seeded';
import { TINY, startExact } from '@/tests/fixtures/tiny-transformer';
import { NAMED, ints, lengths, loraNames, roughened, summed, zip } from './tiny';

beforeAll(startExact);

/** DoRA as LoRA on stretched columns, for norms that do not change with the weights. */
function withoutNorms(weights: Weights, norms: ReadonlyMap<string, Weight>): Weights {
  const stretched = [...norms].flatMap(([name, norm]) => {
    const by = zip(weights[`${name}.dora.magnitude`]!, norm, (m, length) => m / length);
    return [`${name}.weight`, `${name}.lora.up`].map(
      (one) => [one, zip(weights[one]!, by, (value, factor) => value * factor)] as const,
    );
  });
  const rest = Object.entries(weights).filter(([name]) => !name.endsWith('.dora.magnitude'));
  return { ...Object.fromEntries(rest), ...Object.fromEntries(stretched) };
}

describe('the gradient of every weight that trains agrees with differences', () => {
  const NORMS = [
    ['layer', 'causal'],
    ['rms', 'both'],
  ] as const;
  // The others train the same weights as one of these, or fewer.
  const OWN = /^(features|full|bitfit|adapters|prefix|prompt|lora, linear|dora|qlora)/;
  const CASES = NORMS.flatMap(([norm, attention]) =>
    NAMED.filter(([name]) => OWN.test(name)).map(
      ([name, adaptation]) => [name, norm, attention, adaptation] as const,
    ),
  );
  test.each(CASES)('%s, %s norm, %s', (_, norm, attention, adaptation) => {
    const config = { ...TINY, layers: 1, norm, attention };
    const plain = { ...freshWeights(config, 1), ...freshHead(config, 3, 2) };
    const { weights: atStart, trains } = adapt(config, plain, adaptation, 4);
    const weights = roughened(atStart);
    // Scores as they are: the library's logarithm has steps of a millionth, which differences show.
    const valueOf = (learned: Tensors, fixed: Tensors): Tensor =>
      classScores(
        config,
        { ...learned, ...fixed },
        ints([1, 4, 2, 9, 10, 0, 3, 3, 7, 5, 8, 6], [2, 6]),
        np.array(Float64Array.from([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0]), { shape: [2, 6] }),
      )
        .mul(np.array(Float64Array.from([1, -0.5, 0.2, -1, 0.7, 0.4]), { shape: [2, 3] }))
        .sum();
    const part = (wanted: boolean) =>
      toTensors(
        Object.fromEntries(Object.entries(weights).filter(([name]) => trains(name) === wanted)),
      );
    const [value, gradients] = valueAndGrad(valueOf)(part(true), part(false)) as [Tensor, Tensors];
    value.dispose();
    expect(Object.keys(gradients)).toEqual(Object.keys(weights).filter(trains));
    const compiled = jit((all: Tensors) => valueOf(all, {}));
    // DoRA's norms count as constants: differences are those of a model that has them as such.
    const norms = new Map(
      adaptation.method === 'dora'
        ? loraNames(weights).map((name) => [name, lengths(summed(weights, name))])
        : [],
    );
    const at = (changed: Weights) =>
      compiled(toTensors(withoutNorms({ ...weights, ...changed }, norms))).dataSync()[0]!;
    const random = seeded(5);
    // The library's exp and erf are good to about seven digits, in double precision too.
    const STEP = 2e-3;
    for (const [name, tensor] of Object.entries(gradients)) {
      const { shape, data } = weights[name]!;
      const direction = Float64Array.from(data, () => random() - 0.5);
      const along = (tensor.ref.dataSync() as Float64Array).reduce(
        (sum, g, i) => sum + g * direction[i]!,
        0,
      );
      const moved = (step: number) =>
        at({ [name]: { shape, data: data.map((one, i) => one + step * direction[i]!) } });
      const difference = (moved(STEP) - moved(-STEP)) / (2 * STEP);
      expect([name, along]).toEqual([name, expect.closeTo(difference, 4)]);
    }
    tree.dispose(gradients);
    compiled.dispose();
  });
});
