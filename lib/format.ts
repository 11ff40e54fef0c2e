/** Numbers, dates and units as a reader reads them. Locale: English. */

const NO_BREAK = '\u00a0';
const SCALES = [
  [1e12, 'trillion', 'T'],
  [1e9, 'billion', 'B'],
  [1e6, 'million', 'M'],
  [1e3, 'thousand', 'k'],
] as const;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const superscript = (n: number) =>
  [...String(n)].map((c) => (c === '-' ? '⁻' : SUPERSCRIPTS[Number(c)])).join('');

/** Kept, because making one takes longer than formatting a hundred numbers, and figures format hundreds. */
const formats = new Map<number, Intl.NumberFormat>();

function formatFor(digits: number): Intl.NumberFormat {
  const kept = formats.get(digits);
  if (kept) return kept;
  const made = new Intl.NumberFormat('en', { maximumSignificantDigits: digits });
  formats.set(digits, made);
  return made;
}

const BYTE_SCALES = [
  [1e9, 'GB'],
  [1e6, 'MB'],
  [1e3, 'kB'],
] as const;

/** At most `digits` significant digits, thousands separated: 1281167 → "1,281,167" at 7. */
export function formatNumber(value: number, digits = 4): string {
  return formatFor(digits).format(value).replace('-', '−');
}

/** Scientific notation for the very large: 3.14e23 → "3.14 × 10²³". */
export function formatScientific(value: number, digits = 3): string {
  // Rounded first, so that 9.999e22 is 10²³ and not 10 × 10²².
  const [rounded = '', exponent] = value.toExponential(digits - 1).split('e');
  const mantissa = formatNumber(Number(rounded), digits);
  const power = `10${superscript(Number(exponent))}`;
  return mantissa === '1' ? power : `${mantissa}${NO_BREAK}×${NO_BREAK}${power}`;
}

/** In words for prose: 60200000 → "60.2 million". */
export function formatScaled(value: number, digits = 3): string {
  const scale = SCALES.find(([size]) => Math.abs(value) >= size && size > 1e3);
  if (!scale) return formatNumber(value, Math.max(digits, 6));
  return `${formatNumber(value / scale[0], digits)}${NO_BREAK}${scale[1]}`;
}

/** Short, for axes and tables: 60200000 → "60.2M". */
export function formatCompact(value: number, digits = 3): string {
  const scale = SCALES.find(([size]) => Math.abs(value) >= size);
  if (!scale) return formatNumber(value, digits);
  return `${formatNumber(value / scale[0], digits)}${scale[2]}`;
}

/** Bytes for people: 7532592 → "7.53 MB", in steps of a thousand. */
export function formatBytes(bytes: number, digits = 3): string {
  const scale = BYTE_SCALES.find(([size]) => bytes >= size);
  const [size, unit] = scale ?? [1, 'B'];
  return `${formatNumber(bytes / size, digits)}${NO_BREAK}${unit}`;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** As exact as it is given: "2012" → "2012", "2012-09" → "Sep 2012", "2012-09-30" → "30 Sep 2012". */
export function formatDate(date: string): string {
  const [year, month, day] = date.split('-');
  const name = month && MONTHS[Number(month) - 1];
  return [day && Number(day), name, year].filter(Boolean).join(' ');
}

/** "2012-09" → 2012.708: the middle of the month as a fraction of its year. */
export function monthAsYear(yearMonth: string): number {
  const [year, month] = yearMonth.split('-').map(Number);
  return (year ?? 0) + ((month ?? 1) - 0.5) / 12;
}

/** A value with its unit, in prose ("15.3%", "60 million", "26 layers") or compact ("60M"). */
export function formatQuantity(
  value: number,
  unit: string,
  style: 'prose' | 'compact' = 'prose',
): string {
  if (unit === 'percent') return `${formatNumber(value)}%`;
  if (unit === 'percentage points') return `${formatNumber(value)}${NO_BREAK}points`;
  if (unit === 'FLOP' && value >= 1e15) return formatScientific(value);
  return style === 'prose' ? formatScaled(value) : formatCompact(value);
}
