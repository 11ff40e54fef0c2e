/** Reading sourced cells without the checker, so that no schema code is sent to readers. */
import type { Cell } from './schema';

export type KnownCell<V> = Exclude<Cell<V>, { value: null }>;

/** True for a sourced cell that holds a value. */
export function isKnown<V>(cell: Cell<V> | undefined): cell is KnownCell<V> {
  return cell !== undefined && cell.value !== null;
}
