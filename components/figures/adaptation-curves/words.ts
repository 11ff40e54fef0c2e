/** What the picture says in words. */
import { formatNumber } from '@/lib/format';
import { UNTRAINED, examplesFor, isApart, type Labels, type Point } from './model';

const percent = (value: number) => `${formatNumber(value, 3)}%`;

/** "57.8% (55.1 to 60.5)". */
export const sayAccuracy = ({ mean, low, high }: Point): string =>
  `${percent(mean)} (${formatNumber(low, 3)} to ${formatNumber(high, 3)})`;

/** Whether the intervals of a warm and a cold start are apart. */
function sayGap(warm: Point | undefined, cold: Point | undefined): string {
  if (!warm || !cold) return '';
  const verdict = isApart(warm, cold)
    ? 'The intervals of full fine-tuning and of training from scratch do not overlap'
    : 'The intervals of full fine-tuning and of training from scratch overlap, so these seeds do not settle it';
  return ` ${verdict}.`;
}

/** What the examples of the checkpoint’s side are worth from scratch. */
function sayWorth(warm: Point | undefined, cold: readonly Point[]): string {
  if (!warm) return '';
  const worth = examplesFor(cold, warm.mean);
  if (worth !== undefined)
    return ` From scratch, about ${formatNumber(worth, 2)} examples are needed for what full fine-tuning does with ${warm.examples}.`;
  const last = cold.at(-1);
  return last && last.mean < warm.mean
    ? ` From scratch, ${formatNumber(last.examples)} examples do not reach what full fine-tuning does with ${warm.examples}.`
    : '';
}

/**
 * @param shown points that are drawn for this number of examples
 * @param all points of all ways
 */
export function summarise(
  shown: readonly Point[],
  all: readonly Point[],
  examples: number,
  labels: Labels,
): string {
  if (shown.length === 0) return 'No way to adapt is chosen.';
  const of = (method: string) => all.filter(({ row }) => row.method === method);
  const at = (method: string) => of(method).find((point) => point.examples === examples);
  const parts = [...shown]
    .sort((a, b) => b.mean - a.mean)
    .map((point) => `${labels[point.row.method]} ${sayAccuracy(point)}`);
  return `With ${examples} labelled examples: ${parts.join('; ')}.${sayGap(at('full'), at('scratch'))}${sayWorth(at('full'), of('scratch'))}`;
}

/** Where the scatter comes from, and what has no place in the picture. */
export function noteOn(shown: readonly Point[], isCost: boolean): string {
  const untrained = shown.some(({ row }) => row.method === UNTRAINED);
  return [
    'Runs of this site’s lab, small enough for a browser: the order of the ways says nothing of large models. Learning rates were set by hand, one for each way.',
    isCost && untrained && 'In-context learning trains nothing, so it has no mark here.',
  ]
    .filter(Boolean)
    .join(' ');
}
