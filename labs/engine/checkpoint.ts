/**
 * Weights as a safetensors file: the length of a JSON header in eight bytes, the header, the numbers.
 * Format: https://github.com/huggingface/safetensors (README, “Format”).
 *
 * For the wire, matrices can be stored in eight bits: each row as whole numbers from −127 to 127 and
 * one scale (see quantize.ts).
 */
import { HEADER_LENGTH, METADATA, notReadable, readHeader } from './header';
import { dequantize, quantize } from './quantize';
import { sizeOf, type Weight, type Weights } from './weights';

export interface Checkpoint {
  weights: Weights;
  /** What the file says of itself: texts by name. */
  metadata: Readonly<Record<string, string>>;
}

export type Precision = 'float32' | 'int8';

interface Entry {
  dtype: 'F32' | 'I8';
  shape: readonly number[];
  data_offsets: readonly [number, number];
}

const SCALES = '.int8-scales';
const BYTES = { F32: 4, I8: 1 } as const;

/** How matrices are stored in eight bits. */
const ROWS = { format: 'int8', groups: 'row' } as const;

export function writeCheckpoint(
  { weights, metadata }: Checkpoint,
  precision: Precision,
): Uint8Array {
  const header: Record<string, Entry | Checkpoint['metadata']> = { [METADATA]: metadata };
  const parts: Uint8Array[] = [];
  let end = 0;
  const add = (
    name: string,
    dtype: Entry['dtype'],
    shape: readonly number[],
    numbers: Float32Array | Int8Array,
  ) => {
    const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
    header[name] = { dtype, shape, data_offsets: [end, end + bytes.length] };
    parts.push(bytes);
    end += bytes.length;
  };
  // Four-byte numbers first, so that each begins at a multiple of four.
  const inRows = (name: string) => precision === 'int8' && weights[name]!.shape.length > 1;
  const names = Object.keys(weights);
  const quantized = names
    .filter(inRows)
    .map((name) => ({ name, ...quantize(weights[name]!, ROWS) }));
  for (const name of names.filter((one) => !inRows(one))) {
    const { shape, data } = weights[name]!;
    add(name, 'F32', shape, Float32Array.from(data));
  }
  for (const { name, scales } of quantized) add(name + SCALES, 'F32', [scales.length], scales);
  for (const { name, shape, codes } of quantized) add(name, 'I8', shape, codes);

  const text = JSON.stringify(header);
  const padded = new TextEncoder().encode(text.padEnd(Math.ceil(text.length / 8) * 8));
  const file = new Uint8Array(HEADER_LENGTH + padded.length + end);
  new DataView(file.buffer).setBigUint64(0, BigInt(padded.length), true);
  file.set(padded, HEADER_LENGTH);
  let at = HEADER_LENGTH + padded.length;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

const isEntry = (value: unknown): value is Entry => {
  const { dtype, shape, data_offsets: place } = (value ?? {}) as Partial<Entry>;
  return (
    (dtype === 'F32' || dtype === 'I8') &&
    Array.isArray(shape) &&
    shape.every((side) => Number.isInteger(side) && side >= 0) &&
    Array.isArray(place) &&
    place.length === 2 &&
    place[1] - place[0] === sizeOf(shape) * BYTES[dtype]
  );
};

/** @throws Error in words for a reader when the file is none of ours, or is cut off */
export function readCheckpoint(file: Uint8Array): Checkpoint {
  const no = notReadable;
  const { entries, metadata, end } = readHeader(file);
  // A plain view: `slice` of Node's own kind of bytes would not copy, nor be aligned.
  const body = new Uint8Array(file.buffer, file.byteOffset + end, file.length - end);
  const numbers = (name: string): Weight => {
    const entry = entries[name];
    if (!isEntry(entry)) throw no(`“${name}” has a form that is not known`);
    const [from, to] = entry.data_offsets;
    if (to > body.length) throw no(`“${name}” is cut off`);
    const bytes = body.slice(from, to);
    if (entry.dtype === 'F32') return { shape: entry.shape, data: new Float32Array(bytes.buffer) };
    const scales = numbers(name + SCALES).data as Float32Array;
    return dequantize({
      ...ROWS,
      shape: entry.shape,
      codes: new Int8Array(bytes.buffer),
      scales,
    });
  };
  const names = Object.keys(entries).filter((name) => !name.endsWith(SCALES));
  return {
    weights: Object.fromEntries(names.map((name) => [name, numbers(name)])),
    metadata,
  };
}
