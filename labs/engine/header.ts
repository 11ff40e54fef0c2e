/** The head of a safetensors file, which says what is in it. Read alone, it needs no engine. */

export const HEADER_LENGTH = 8;
/** Most bytes that a header may have, as in the format's own reader. */
const LONGEST_HEADER = 100_000_000;
export const METADATA = '__metadata__';

export interface Header {
  /** What the file says of itself: texts by name. */
  metadata: Readonly<Record<string, string>>;
  /** By name of weights, as they were found: not yet looked at. */
  entries: Readonly<Record<string, unknown>>;
  /** Where the numbers begin, in bytes. */
  end: number;
}

export const notReadable = (why: string): Error =>
  new Error(`this file is not a checkpoint that we can read: ${why}`);

/** @throws Error in words for a reader when the file is none of ours, or is cut off */
export function readHeader(file: Uint8Array): Header {
  if (file.length < HEADER_LENGTH) throw notReadable('it is too short');
  const length = Number(new DataView(file.buffer, file.byteOffset).getBigUint64(0, true));
  const end = HEADER_LENGTH + length;
  if (length > LONGEST_HEADER || end > file.length) throw notReadable('its header is cut off');
  try {
    const text = new TextDecoder().decode(file.subarray(HEADER_LENGTH, end));
    const { [METADATA]: metadata = {}, ...entries } = JSON.parse(text) as Record<string, unknown>;
    return { metadata: metadata as Header['metadata'], entries, end };
  } catch {
    throw notReadable('its header is not JSON');
  }
}
