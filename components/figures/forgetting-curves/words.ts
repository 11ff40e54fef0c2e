/** The figure in words: where every path ends, and which ends the seeds do not tell apart. */
import { lastOf, numberIn, stepOf, type Row } from './model';

const bits = (value: number) => value.toFixed(2);

const overlap = (a: Row, b: Row) =>
  numberIn(a.old_low) <= numberIn(b.old_high) && numberIn(b.old_low) <= numberIn(a.old_high);

/** “A and B” for each pair whose ranges on the old text have something in common. */
export const overlapping = (ends: readonly Row[]): string[] =>
  ends.flatMap((one, i) =>
    ends
      .slice(i + 1)
      .filter((other) => overlap(one, other))
      .map((other) => `${one.name} and ${other.name}`),
  );

export function summarise(rows: readonly Row[]): string {
  const ends = lastOf(rows);
  const start = rows.find((row) => stepOf(row) === 0);
  if (!start || ends.length === 0) return 'No way to learn is chosen.';
  const parts = ends.map(
    (row) =>
      `${row.name} ${bits(numberIn(row.new))} and ${bits(numberIn(row.old))} (${bits(numberIn(row.old_low))} to ${bits(numberIn(row.old_high))})`,
  );
  const pairs = overlapping(ends);
  return (
    `Bits per character of Moby-Dick and of definitions; lower is better. ` +
    `Before: ${bits(numberIn(start.new))} and ${bits(numberIn(start.old))}. ` +
    `After ${stepOf(ends[0]!)} steps, mean over ${numberIn(ends[0]!.seeds)} seeds, on definitions with the range: ${parts.join('; ')}. ` +
    (pairs.length > 0
      ? `On definitions these ranges overlap: ${pairs.join('; ')}.`
      : 'On definitions no two ranges overlap.')
  );
}
