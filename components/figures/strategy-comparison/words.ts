/** What a state says in words: to a screen reader, and below the picture. */
import { formatNumber } from '@/lib/format';
import { sayGap, sayScore, signed } from './numbers';
import { average, rowId, type Mark, type View } from './rows';

/** "better on 1 of 5 tasks, −2.3 points on average". */
function sayRow(marks: readonly Mark[], isGain: boolean): string {
  const tasks = marks.filter(({ score }) => !score.isAverage);
  const mean = average(marks);
  const [only] = tasks;
  if (only && tasks.length === 1) {
    return isGain ? sayGap(only.at) : sayScore(only.score);
  }
  if (isGain) {
    const better = tasks.filter(({ at }) => at > 0).length;
    const onAverage = mean ? `, ${signed(mean.at)} points on average` : '';
    return `better on ${better} of ${tasks.length} tasks${onAverage}`;
  }
  const values = tasks.map(({ at }) => at);
  const onAverage = mean ? `, ${sayScore(mean.score)} on average` : '';
  return `from ${formatNumber(Math.min(...values))} to ${formatNumber(Math.max(...values))}${onAverage}`;
}

export function summarise(view: View): string {
  if (view.marks.length === 0) return `${view.title}: no scores on shifted test data.`;
  const rows = view.rows.map(({ id, label }) => {
    const marks = view.marks.filter(({ score }) => rowId(score) === id);
    return `${label}: ${sayRow(marks, view.isGain)}`;
  });
  const what = view.isGain ? 'Each strategy against full fine-tuning' : 'Scores of each strategy';
  return `${view.title}. ${what}. ${rows.join('; ')}.`;
}

const sentencesOf = (note: string) => note.split(/(?<=\.) /).filter(Boolean);

/** What a note says of its run alone: the rest stands below the picture, once. */
export function ownNote(note: string, shared: readonly string[]): string {
  const own = sentencesOf(note).filter((sentence) => !shared.includes(sentence));
  return own.join(' ').replace(/\.$/, '');
}

/** Sentences that the source has for more than one row: they concern the table. */
export function sharedNotes({ marks }: View): string[] {
  const runs = new Map(marks.map(({ score }) => [rowId(score), sentencesOf(score.note)]));
  const all = [...runs.values()].flat();
  return [...new Set(all.filter((sentence, i) => all.indexOf(sentence) !== i))];
}

export function noteFor(view: View, test: string): string {
  const { marks, isGain, hasShift } = view;
  // Averages and the same score on other data are no other kind of score.
  const tasks = marks.filter(({ score }) => !score.isAverage);
  const metrics = ['alike', 'shifted'].map(
    (shift) =>
      new Set(tasks.filter(({ score }) => score.shift === shift).map(({ score }) => score.metric)),
  );
  const spread = marks.find(({ score }) => score.spread)?.score.spread;
  const notes = sharedNotes(view);
  const isImagenet = marks.some(({ score }) => score.id.startsWith('ssv-'));
  return [
    !hasShift && test !== 'alike' && 'Tested on data like the training data only.',
    isImagenet &&
      'These numbers stand in no one table: each model’s come from its own authors, so hold a probe against the fine-tuning of the same model only.',
    isGain &&
      metrics.some(({ size }) => size > 1) &&
      'The points are those of each task’s own score.',
    spread && isGain && 'The printed intervals belong to the scores: choose “Scores” to see them.',
    spread && !isGain && `Bars: ${spread.note ?? ''}`,
    notes.length > 0 && `About the numbers: ${notes.join(' ')}`,
  ]
    .filter(Boolean)
    .join(' ');
}
