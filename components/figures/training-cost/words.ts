/** What the figure says in words: values, the worked example, what stands out, what is missing. */
import { formatNumber, formatScaled, formatScientific } from '@/lib/format';
import type { Estimate } from './estimate';
import { chipHours, type Assumptions, type Measure } from './formula';
import type { Published } from './runs';

const NO_BREAK = '\u00a0';

export const MEASURES = {
  money: { axis: 'Price of the chip-hours (US dollars)', unit: 'dollars', noun: 'price' },
  energy: { axis: 'Electricity (MWh)', unit: 'MWh', noun: 'electricity' },
  carbon: { axis: 'Emissions (tonnes CO₂e)', unit: 'tonnes CO₂e', noun: 'emissions' },
} as const;

/** A million and more in words, less in digits. */
const inWords = (value: number, digits: number): string =>
  value >= 1e6 ? formatScaled(value, digits) : formatNumber(value, digits);

const plain = (measure: Measure, value: number, digits: number): string =>
  measure === 'money' ? inWords(value, digits) : formatNumber(value, digits);

const digitsOf = (measure: Measure) => (measure === 'money' ? 3 : 5);

/** "5.58 million dollars", "1,287 MWh", "24.7 tonnes CO₂e". */
export const amount = (measure: Measure, value: number, digits = digitsOf(measure)): string =>
  `${plain(measure, value, digits)}${NO_BREAK}${MEASURES[measure].unit}`;

/** Two digits: the assumptions bear no more. */
export const about = (measure: Measure, value: number): string => amount(measure, value, 2);

/** "8,500 to 19,000 MWh". */
export const between = (
  measure: Measure,
  low: number,
  high: number,
  digits = digitsOf(measure),
): string => `${plain(measure, low, digits)} to ${amount(measure, high, digits)}`;

/** Chip-hours: "2.3 million", "250,000". */
export const inHours = (hours: number): string => inWords(hours, 2);

/** Who says so, and what is counted. */
export function whose({ by, isDerived, note }: Published): string {
  const who = isDerived ? 'from its makers’ own figures' : 'published by its makers';
  const what = note ? `: ${note.replace(/\.$/, '')}` : '';
  return `${by === 'makers' ? who : 'estimated by others'}${what}`;
}

/** The formula with one run's numbers in it. */
export function worked(estimate: Estimate, measure: Measure, given: Assumptions): string {
  const { run, chip, utilisation } = estimate;
  const hours = chipHours(run.flop.value, chip.peak, utilisation);
  const steps = [
    `${formatScientific(run.flop.value)} operations / (${formatNumber(chip.peak / 1e12)} trillion a second × ${formatNumber(100 * utilisation, 2)}% × 3,600) = ${inHours(hours)} chip-hours`,
  ];
  if (measure === 'money') {
    steps.push(`× ${given.price.toFixed(2)} dollars`);
  } else {
    steps.push(`× ${formatNumber(chip.power * given.load)} watts × ${given.pue.toFixed(2)}`);
    if (measure === 'carbon') steps.push(`× ${formatNumber(given.grid)} g for each kWh`);
  }
  return `The formula for ${run.name}: ${steps.join(' ')} = ${about(measure, estimate.value)}.`;
}

/** How many published values lie in their interval, and which lies furthest from its estimate. */
function verdict(estimates: readonly Estimate[], measure: Measure): string {
  const known = estimates.flatMap((estimate) => {
    const published = estimate.run.published[measure];
    return published ? [{ ...estimate, published }] : [];
  });
  if (known.length === 0) return 'No other figure to compare with.';
  const inside = known.filter(
    ({ low, high, published }) =>
      (published.high ?? published.value) >= low && published.value <= high,
  );
  const gap = ({ value, published }: (typeof known)[number]) =>
    Math.abs(Math.log(published.value / value));
  const furthest = known.reduce((a, b) => (gap(b) > gap(a) ? b : a));
  return (
    `Other figures inside the interval: ${inside.length} of ${known.length}; furthest from its estimate: ${furthest.run.name}, ` +
    `${amount(measure, furthest.published.value)} against ${about(measure, furthest.value)}.`
  );
}

export function summarise(estimates: readonly Estimate[], measure: Measure): string {
  const first = estimates[0];
  const last = estimates.at(-1);
  if (!first || !last) return 'No training run with known operations and chip.';
  return (
    `Estimated ${MEASURES[measure].noun} of ${estimates.length} training runs on a logarithmic scale, most operations first: ` +
    `from ${about(measure, first.value)} (${first.run.name}) to ${about(measure, last.value)} (${last.run.name}). ${verdict(estimates, measure)}`
  );
}

const POWER =
  'For A100 and H100 the power is the chip’s rating; for V100 and TPU it is what those runs’ own accounts give.';

/** What the chips' figures include, and whose figure is missing. */
export function notes(estimates: readonly Estimate[], measure: Measure, isOwn: boolean): string[] {
  const silent = estimates.filter(({ run }) => !run.published[measure]).map(({ run }) => run.name);
  return [
    measure === 'money' ? 'One rent for every chip, whatever it is.' : POWER,
    isOwn
      ? 'DeepSeek-V3’s H800 counts as an H100.'
      : 'The other figures are for the chips that the runs in fact had.',
    ...(silent.length > 0 ? [`No other figure was read for ${silent.join(', ')}.`] : []),
  ];
}
