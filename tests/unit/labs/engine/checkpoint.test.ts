import { expect, test } from 'vitest';
import { readCheckpoint, writeCheckpoint } from '@/labs/engine/checkpoint';
import { freshWeights } from '@/labs/engine/transformer';

const weights = freshWeights(
  { vocabulary: 9, context: 4, width: 8, layers: 1, heads: 2, attention: 'causal', norm: 'layer' },
  1,
);
const metadata = { steps: '10', licence: 'CC BY 4.0' };

test('what is written in single precision is read back to the bit', () => {
  const read = readCheckpoint(writeCheckpoint({ weights, metadata }, 'float32'));
  expect(read).toEqual({ weights, metadata });
});

test('eight bits a number: a quarter of the bytes, and no number off by more than half a step', () => {
  const whole = writeCheckpoint({ weights, metadata: {} }, 'float32');
  const file = writeCheckpoint({ weights, metadata: {} }, 'int8');
  expect(file.length).toBeLessThan(whole.length);
  const read = readCheckpoint(file).weights;
  expect(Object.keys(read).sort()).toEqual(Object.keys(weights).sort());
  for (const [name, { shape, data }] of Object.entries(weights)) {
    const width = shape.at(-1)!;
    data.forEach((value, i) => {
      const row = data.slice(i - (i % width), i - (i % width) + width);
      const step = shape.length > 1 ? Math.max(...row.map(Math.abs)) / 127 : 0;
      expect(Math.abs(read[name]!.data[i]! - value)).toBeLessThanOrEqual(step / 2 + 1e-7);
    });
  }
});

test('the header is as the format has it: names, types, shapes, places without gaps', () => {
  const file = writeCheckpoint({ weights, metadata }, 'float32');
  const length = Number(new DataView(file.buffer).getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length)));
  expect(header.__metadata__).toEqual(metadata);
  expect(header.embedding).toEqual({ dtype: 'F32', shape: [9, 8], data_offsets: [0, 288] });
  expect((8 + length) % 8).toBe(0);
});

test('a file that is none, or is cut off, is refused in words', () => {
  const file = writeCheckpoint({ weights, metadata }, 'int8');
  const refuse = (bytes: Uint8Array, why: RegExp) =>
    expect(() => readCheckpoint(bytes)).toThrow(why);
  refuse(new Uint8Array(3), /too short/);
  refuse(new TextEncoder().encode('<!doctype html><title>404</title>'), /header is cut off/);
  refuse(file.slice(0, 40), /header is cut off/);
  refuse(file.slice(0, file.length - 1), /is cut off/);
  const broken = file.slice();
  broken[8] = 0x21;
  refuse(broken, /not JSON/);
});
