import { expect, test } from 'vitest';
import { CHART_COLOURS, standaloneSvg, wrapText } from '@/lib/svg';
import { xmlProblems } from '@/tests/fixtures/well-formed';

const CHART =
  '<svg class="c" width="620" height="400"><circle cx="1" cy="2" r="3" fill="var(--chart-1)"/></svg>';
const frame = (changes = {}) => ({
  title: 'Fruit by weight',
  footer: [
    'Data: Table, 2020.',
    'Warm Start, CC BY 4.0. https://example.org/figures/fruit/?a=1&b=2',
  ],
  colours: {
    '--ink': '#111111',
    '--paper': '#fefefe',
    '--chart-text': '#333333',
    '--chart-1': '#3447c8',
  },
  width: 620,
  height: 400,
  ...changes,
});

test.each([
  ['<svg><g></svg>', '</svg> closes nothing'],
  ['<svg><g>', '<g> is not closed'],
  ['<svg a=1></svg>', 'a < that starts no tag'],
  ['<svg a="1" a="2"></svg>', 'an attribute twice'],
  ['<svg a="1&2"></svg>', 'a bare &'],
  ['<svg>a & b</svg>', 'a bare &'],
  ['<svg>a < b</svg>', 'a < that starts no tag'],
  ['<svg></svg>text', 'outside the root'],
])('the check of these tests sees what is wrong with %s', (xml, problem) => {
  expect(xmlProblems(xml).join()).toContain(problem);
});

test.each([20, 40, 80])('wrapped at %d, no line is longer and no word is lost', (most) => {
  const text =
    'How much of the progress between 2012 and 2017 was better networks, and how much was more votes?';
  const lines = wrapText(text, most);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(most);
  expect(lines.length).toBe(Math.max(lines.length, Math.ceil(text.length / most)));
  expect(lines.join(' ')).toBe(text);
});

test('a line is filled before the next one starts', () => {
  expect(wrapText('aa bb cc dd', 5)).toEqual(['aa bb', 'cc dd']);
});

test('a word longer than a line stands alone', () => {
  expect(wrapText('a extraordinarily b', 6)).toEqual(['a', 'extraordinarily', 'b']);
});

test('a standalone picture is well-formed and has title, chart and footer', () => {
  const svg = standaloneSvg(CHART, frame());
  expect(xmlProblems(svg)).toEqual([]);
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(svg).toContain('<title>Fruit by weight</title>');
  expect(svg).toMatch(/<text [^>]*>Fruit by weight<\/text>/);
  expect(svg).toContain('<circle cx="1" cy="2" r="3"');
  expect(svg).toContain('>Data: Table, 2020.</text>');
  expect(svg).toContain('https://example.org/figures/fruit/?a=1&#38;b=2</text>');
});

test('marks of title and footer that mean something in XML are escaped', () => {
  const title = `<b> & "quotes" 'n' all`;
  const svg = standaloneSvg(CHART, frame({ title, footer: [title] }));
  expect(xmlProblems(svg)).toEqual([]);
  const escaped = '&#60;b&#62; &#38; &#34;quotes&#34; &#39;n&#39; all';
  expect(svg.split(escaped)).toHaveLength(4);
});

test('every colour that the chart uses is given a value inside the file', () => {
  const svg = standaloneSvg(CHART, frame());
  const used = [...svg.matchAll(/var\((--[\w-]+)\)/g)].map((match) => match[1]);
  expect(used).toEqual(['--chart-1']);
  expect(svg).toContain('--chart-1:#3447c8');
  expect(svg).toContain('fill="#fefefe"');
});

test('the colours of a chart are its six roles and seven groups', () => {
  expect(CHART_COLOURS).toHaveLength(13);
  expect(CHART_COLOURS.slice(-7)).toEqual([1, 2, 3, 4, 5, 6, 7].map((i) => `--chart-${i}`));
});

const heightOf = (svg: string) => Number(/viewBox="0 0 620 (\d+)"/.exec(svg)?.[1]);

test('the chart stands below the title, and longer texts make the file higher', () => {
  const short = standaloneSvg(CHART, frame());
  const long = standaloneSvg(CHART, frame({ title: 'A long title '.repeat(12).trim() }));
  expect(short).toContain('<svg x="0" y="36" class="c"');
  expect(long).toContain('<svg x="0" y="80" class="c"');
  expect(heightOf(short)).toBeGreaterThan(36 + 400);
  expect(heightOf(long) - heightOf(short)).toBe(80 - 36);
});
