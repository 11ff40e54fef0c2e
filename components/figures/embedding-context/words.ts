/** What the picture says in words. */
import { formatNumber } from '@/lib/format';
import { GROUPS, pointsOf, type Kind, type Point, type Row, type SentenceRow } from './model';

/** The word of the state that shows the mean of all. */
export const ALL = 'all';

const cosine = (value: number) => formatNumber(Number(value.toFixed(2)));
const percent = (value: number) => `${formatNumber(value, 3)}%`;
const sayValue = (kind: Kind, value: number) =>
  kind === 'nearest' ? percent(value) : cosine(value);

/** "cosine 0.6 for two sentences of the same sense, from 0.41 (plane) to 0.74 (plant)". */
export function sayPoint(kind: Kind, { value, low, high, ends }: Point): string {
  const { say } = GROUPS.find(({ id }) => id === kind)!;
  const said = `${kind === 'nearest' ? '' : 'cosine '}${sayValue(kind, value)} ${say}`;
  return ends && low !== undefined && high !== undefined
    ? `${said}, from ${sayValue(kind, low)} (${ends[0]}) to ${sayValue(kind, high)} (${ends[1]})`
    : said;
}

/** The value of a kind after the last layer, and after that where it is highest. */
function ofKind(rows: readonly Row[], kind: Kind) {
  const points = pointsOf(rows, kind);
  const highest = points.reduce((best, point) => (point.value > best.value ? point : best));
  return { last: points.at(-1)!, highest, points };
}

export function summarise(rows: readonly Row[], word: string): string {
  const of = (kind: Kind) => ofKind(rows, kind);
  const whose = word === ALL ? 'Six words' : `“${word}”`;
  const [same, other, twin, nearest] = (['same', 'other', 'twin', 'nearest'] as const).map(of);
  const shares = nearest!.points.map(({ value }) => value);
  return (
    `${whose} in sentences of two senses. After the last layer, two sentences of the same sense have a mean cosine of ${cosine(same!.last.value)}, two of different senses ${cosine(other!.last.value)}; ` +
    `two of different senses that end with the same words reach ${cosine(twin!.highest.value)} after layer ${twin!.highest.layer}. ` +
    `The nearest neighbour has the same sense for ${percent(Math.min(...shares))} to ${percent(Math.max(...shares))} of the sentences, depending on the layer; chance is 50%.`
  );
}

/** A pair of sentences to see what is compared, and how to read the numbers. */
export function noteOn(sentences: readonly SentenceRow[], word: string, show: string): string {
  const own = sentences.filter((row) => word === ALL || row.word === word);
  const pair = own[0]!;
  const count = 2 * sentences.filter((row) => row.word === pair.word).length;
  const example = `Two that end alike: “${pair.sentence_1}”, “${pair.sentence_2}”.`;
  const how =
    show === 'nearest'
      ? 'Sentences that end alike are not asked as neighbours, so chance is one half.'
      : 'Except in the dashed line, the mean of the word’s vectors is taken off before comparing; unrelated sentences then come out a little below zero.';
  const ends = word === ALL ? ' Bars run from the lowest word to the highest.' : '';
  return `${count} sentences a word, the word always at the same place. ${example} ${how}${ends} The model is the small one of this site’s labs; it reads from left to right, so only what stands before the word can change its vector.`;
}
