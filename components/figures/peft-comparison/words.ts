/** What a state says in words: to a screen reader, and below the picture. */
import { isFull, sayMeasure, sayScore, saySize, spreadNote, type Row, type View } from './model';

const andList = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

export function summarise(view: View): string {
  const { title, unit, scoreUnit, full } = view;
  const said = (value: number) => sayScore(value, scoreUnit);
  const others = view.drawn.filter((run) => !isFull(run));
  const byScore = [...others].sort((a, b) => a.score.value - b.score.value);
  const bySize = [...others].sort((a, b) => a.size.value - b.size.value);
  const [lowest, highest] = [byScore[0], byScore.at(-1)];
  const [smallest, largest] = [bySize[0], bySize.at(-1)];
  if (!lowest || !highest || !smallest || !largest) return `${title}: no run with a known size.`;
  const above = full && others.filter((run) => run.score.value >= full.score.value).length;
  const reference = full?.size
    ? `Full fine-tuning, ${saySize(full.size.value, unit)}, has ${said(full.score.value)}; ${above === 0 ? 'none' : above} of the other ${others.length} runs ${above === 1 ? 'has' : 'have'} as much or more.`
    : 'The table has no full fine-tuning.';
  return (
    `${title}. ${sayMeasure(view)}, against how much is trained, on a logarithmic scale. ${reference} ` +
    `The others train from ${saySize(smallest.size.value, unit)} to ${saySize(largest.size.value, unit)} ` +
    `and reach from ${said(lowest.score.value)} with ${lowest.method.name} to ${said(highest.score.value)} with ${highest.method.name}.`
  );
}

export function noteFor(view: View, rows: readonly Row[], fromZero: boolean): string {
  const sizeless = view.runs.filter((run) => !run.size).map((run) => `“${run.row.run}”`);
  const sized = new Set(
    rows
      .filter((row) => row.trainable_parameters ?? row.trainable_share)
      .map((row) => row.comparison),
  );
  const tables = new Set(rows.map((row) => row.comparison)).size;
  return [
    sizeless.length > 0 && `No mark for ${andList(sizeless)}: the table gives no size.`,
    !view.full && 'This table has no full fine-tuning to compare with.',
    spreadNote(view.runs),
    !fromZero && 'The axis of scores does not begin at zero.',
    `${tables - sized.size} of the ${tables} tables in the dataset print no sizes and are not offered here.`,
  ]
    .filter(Boolean)
    .join(' ');
}
