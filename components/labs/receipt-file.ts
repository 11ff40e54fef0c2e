/** A receipt that a reader brings along, as a file. */
import { formatBytes } from '@/lib/format';

/** The most that is read, in bytes. A receipt has some kilobytes. */
const LARGEST = 1_000_000;

/** @throws Error that says, for a reader, why it cannot be read */
export async function readReceiptFile(file: File): Promise<string> {
  if (file.size > LARGEST)
    throw new Error(
      `this file is too large for a receipt (${formatBytes(file.size)}; at most ${formatBytes(LARGEST)} are read)`,
    );
  return file.text().catch((error: unknown) => {
    throw new Error(`the file could not be read (${(error as Error).message})`);
  });
}
