import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CHART_COLOURS } from '@/lib/svg';
import { VISIONS, contrast, distance } from '@/tests/fixtures/colour';

/** The blocks of declarations by selector, without comments. */
function blocks(css: string): Record<string, string> {
  const plain = css.replace(/\/\*.*?\*\//gs, '');
  return Object.fromEntries(
    [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => [
      selector.trim(),
      body,
    ]),
  );
}

const declarations = (body = ''): Record<string, string> =>
  Object.fromEntries(
    [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
  );

const BLOCKS = blocks(readFileSync('app/styles/tokens.css', 'utf8'));
const LIGHT = declarations(BLOCKS[':root']);
const DARK = declarations(BLOCKS[":root[data-theme='dark']"]);
const THEMES = [
  ['light', LIGHT],
  ['dark', DARK],
] as const;
const CHARTS = [1, 2, 3, 4, 5, 6, 7].map((i) => `--chart-${i}`);
const TEXTS = [
  ...new Set([
    '--ink',
    '--quiet',
    '--accent',
    '--chart-text',
    ...Object.keys(LIGHT).filter((name) => name.startsWith('--tok-')),
  ]),
];

const each = <T>(names: readonly T[]) =>
  THEMES.flatMap(([theme, colours]) => names.map((name) => [theme, name, colours] as const));

test('the two blocks of the dark theme are the same', () => {
  const [automatic, chosen] = [
    BLOCKS[":root:not([data-theme='light'])"],
    BLOCKS[":root[data-theme='dark']"],
  ];
  const words = (body = '') => body.split(/\s+/).filter(Boolean);
  expect(words(automatic).length).toBeGreaterThan(20);
  expect(words(automatic)).toEqual(words(chosen));
});

test('both themes give a value to the same names', () => {
  expect(Object.keys(DARK).sort()).toEqual(Object.keys(LIGHT).sort());
  expect(Object.keys(LIGHT)).toEqual(expect.arrayContaining([...CHART_COLOURS]));
  expect(TEXTS.length).toBeGreaterThan(7);
});

test.each(each(CHARTS))('in the %s theme %s stands out from the paper', (_, name, colours) => {
  expect(contrast(colours[name] ?? '', colours['--paper'] ?? '')).toBeGreaterThanOrEqual(3);
});

test.each(each(TEXTS))(
  'in the %s theme %s can be read on paper and on what is raised',
  (_, name, colours) => {
    for (const ground of ['--paper', '--raised']) {
      expect({
        ground,
        enough: contrast(colours[name] ?? '', colours[ground] ?? '') >= 4.5,
      }).toEqual({ ground, enough: true });
    }
  },
);

test.each(each(Object.keys(VISIONS)))(
  'in the %s theme every two chart colours differ in %s vision',
  (_, vision, colours) => {
    const matrix = VISIONS[vision]!;
    const pairs = CHARTS.flatMap((one, i) =>
      CHARTS.slice(i + 1).map((other) => [one, other] as const),
    );
    const near = pairs.filter(
      ([one, other]) => distance(colours[one] ?? '', colours[other] ?? '', matrix) < 0.08,
    );
    expect(pairs).toHaveLength(21);
    expect(near).toEqual([]);
  },
);

test('the measures of these tests are the known ones', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 6);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(distance('#ffffff', '#000000', VISIONS.normal!)).toBeCloseTo(1, 4);
  expect(distance('#ff0000', '#00ff00', VISIONS.normal!)).toBeCloseTo(0.5198, 3);
  expect(distance('#808080', '#808080', VISIONS.protan!)).toBe(0);
  const redAndGreen = ['normal', 'deutan'].map((name) =>
    distance('#b05050', '#7a7a30', VISIONS[name]!),
  );
  expect(redAndGreen[1]).toBeLessThan((redAndGreen[0] ?? 0) / 2);
});
