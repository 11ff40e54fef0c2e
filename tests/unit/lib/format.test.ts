import { expect, test } from 'vitest';
import {
  formatBytes,
  formatCompact,
  formatDate,
  formatNumber,
  formatQuantity,
  formatScaled,
  formatScientific,
  monthAsYear,
} from '@/lib/format';

/** Written with plain spaces here; the text has no-break spaces. */
const spaced = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  [1281167, 7, '1,281,167'],
  [1281167, 4, '1,281,000'],
  [3.57, 4, '3.57'],
  [10, 4, '10'],
  [0, 4, '0'],
  [-2.5, 4, '−2.5'],
])('%d at %d digits is %s', (value, digits, expected) => {
  expect(formatNumber(value, digits)).toBe(expected);
});

test.each([
  [60_200_000, '60.2 million'],
  [174_600_000_000, '175 billion'],
  [15_600_000_000_000, '15.6 trillion'],
  [1_000_000, '1 million'],
  [1000, '1,000'],
  [60_000, '60,000'],
  [999_999, '999,999'],
  [7, '7'],
  [-2_500_000, '−2.5 million'],
])('%d is %s in prose', (value, expected) => {
  expect(spaced(formatScaled(value))).toBe(expected);
});

test.each([
  [60_200_000, '60.2M'],
  [174_600_000_000, '175B'],
  [1e12, '1T'],
  [60_000, '60k'],
  [999, '999'],
  [0.25, '0.25'],
])('%d is %s on an axis', (value, expected) => {
  expect(formatCompact(value)).toBe(expected);
});

test.each([
  [3.14e23, '3.14 × 10²³'],
  [1e24, '10²⁴'],
  [4.7e17, '4.7 × 10¹⁷'],
  [1.0041e19, '10¹⁹'],
  [9.999e22, '10²³'],
  [2.5e-5, '2.5 × 10⁻⁵'],
])('%d is %s in scientific notation', (value, expected) => {
  expect(spaced(formatScientific(value))).toBe(expected);
});

test('a number and its scale are not torn apart at the end of a line', () => {
  expect(formatScaled(60_200_000)).toBe('60.2\u00a0million');
  expect(formatScientific(3.14e23)).toBe('3.14\u00a0×\u00a010²³');
});

test.each([
  [15.3, 'percent', 'prose', '15.3%'],
  [15.3, 'percent', 'compact', '15.3%'],
  [10.9, 'percentage points', 'prose', '10.9 points'],
  [3.14e23, 'FLOP', 'prose', '3.14 × 10²³'],
  [3.14e23, 'FLOP', 'compact', '3.14 × 10²³'],
  [1e15, 'FLOP', 'prose', '10¹⁵'],
  [2_810_937_600_000, 'FLOP', 'prose', '2.81 trillion'],
  [60_000_000, 'parameters', 'prose', '60 million'],
  [60_000_000, 'parameters', 'compact', '60M'],
  [1e15, 'tokens', 'compact', '1,000T'],
  [26, 'layers', 'prose', '26'],
] as const)('%d in %s, %s style, is %s', (value, unit, style, expected) => {
  expect(spaced(formatQuantity(value, unit, style))).toBe(expected);
});

test.each([
  ['2012-01', 'Jan 2012'],
  ['2012-09', 'Sep 2012'],
  ['2023-12', 'Dec 2023'],
])('the month %s is %s', (month, expected) => {
  expect(formatDate(month)).toBe(expected);
});

test('a month stands in its year at its middle', () => {
  expect(monthAsYear('2012-01')).toBeCloseTo(2012 + 0.5 / 12, 9);
  expect(monthAsYear('2012-12')).toBeCloseTo(2012 + 11.5 / 12, 9);
});

test.each([
  [0, '0\u00a0B'],
  [999, '999\u00a0B'],
  [68_632, '68.6\u00a0kB'],
  [7_532_592, '7.53\u00a0MB'],
  [2e9, '2\u00a0GB'],
])('%d bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
