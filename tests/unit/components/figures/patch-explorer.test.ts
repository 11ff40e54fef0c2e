import { expect, test } from 'vitest';
import {
  layOut,
  paintedPaths,
  squaresPath,
  type PatchSeries,
} from '@/components/figures/patch-explorer/layout';
import {
  PATCHES,
  SIDE,
  aloneAmong,
  besides,
  hiddenCount,
  hidingOrder,
} from '@/components/figures/patch-explorer/masks';
import {
  SCENES,
  WHOLE,
  cellsOf,
  inCommon,
  paletteOf,
  recoloured,
} from '@/components/figures/patch-explorer/scenes';
import { spec } from '@/components/figures/patch-explorer/spec';
import {
  drawColours,
  drawCrop,
  isGivenAway,
  partnerOf,
  viewsOf,
} from '@/components/figures/patch-explorer/views';
import { quantityIn } from '@/lib/figure-data';
import { seeded } from '@/lib/seeded';
import { defaultState, type FigureState } from '@/lib/url-state';
import { dataFor } from '@/tests/fixtures/figures';

const data = dataFor(spec);
const draw = (changes: FigureState = {}): PatchSeries =>
  spec.series(data, { ...defaultState(spec.controls), ...changes });
const DRAWS = Array.from({ length: 60 }, (_, i) => i + 1);
const mean = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
const RATES = { cropLeast: 8, recoloured: 80, grey: 20 };

test('the default share is the one that MAE hides', () => {
  expect(defaultState(spec.controls).share).toBe(quantityIn(data, 'ssv-mae-ratio').value);
});

test.each([
  [75, 147],
  [50, 98],
  [15, 30],
  [95, 187],
  [5, 10],
])('at %i%% the code hides %i of 196 patches', (percent, count) => {
  expect(hiddenCount(percent)).toBe(count);
});

test('a corner has two patches beside it, a rim three, the rest four', () => {
  expect(besides(0)).toEqual([1, SIDE]);
  expect(besides(3)).toHaveLength(3);
  expect(besides(PATCHES - 1)).toEqual([PATCHES - 2, PATCHES - 1 - SIDE]);
  expect(besides(SIDE + 1)).toHaveLength(4);
});

test('a patch is alone when everything beside it is hidden', () => {
  expect([...aloneAmong(new Set([0, 1, SIDE]))]).toEqual([0]);
  expect(aloneAmong(new Set(Array.from({ length: PATCHES }, (_, i) => i))).size).toBe(PATCHES);
});

test('a larger share adds to a smaller one', () => {
  const order = hidingOrder(seeded(3));
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: PATCHES }, (_, i) => i));
  expect(hidingOrder(seeded(3))).toEqual(order);
});

test('the chapter’s sum holds in the picture: about one third alone at 75%, hardly one at 15%', () => {
  const shareAlone = (percent: number) =>
    mean(
      DRAWS.map((seed) => {
        const hidden = hidingOrder(seeded(seed)).slice(0, hiddenCount(percent));
        return aloneAmong(new Set(hidden)).size / hidden.length;
      }),
    );
  expect(shareAlone(75)).toBeGreaterThan(0.3);
  expect(shareAlone(75)).toBeLessThan(0.38);
  expect(shareAlone(15)).toBeLessThan(0.005);
});

test('hidden patches carry loss, shown ones go in, and none does both', () => {
  for (const share of [5, 75, 95]) {
    const { readings, picture } = draw({ share });
    if (picture.kind !== 'mae') throw new Error('the masked picture was asked for');
    const patches = readings.slice(0, PATCHES);
    expect(patches.filter((r) => r.group === 0)).toHaveLength(hiddenCount(share));
    expect(picture.shown).toBe(PATCHES - hiddenCount(share));
    picture.patches.forEach((patch, i) => {
      expect(patch.isHidden).toBe(patches[i]!.group === 0);
      expect(patch.isAlone).toBe(patch.isHidden && patches[i]!.y === 0);
    });
  }
});

test('the default says what it shows', () => {
  const { headline, readings } = draw();
  expect(headline).toMatch(
    /^75% hidden: loss at 147 of 196 patches; \d+ of these \(\d\d%\) have no shown neighbour\.$/,
  );
  expect(readings).toHaveLength(PATCHES + 6);
  expect(readings[0]!.sources.map((s) => s.id)).toEqual(['he-2021', 'he-2021']);
});

test('crops keep to the picture, to the least area, and to three by four', () => {
  const random = seeded(2);
  for (let i = 0; i < 500; i += 1) {
    const { x, y, width, height } = drawCrop(random, RATES.cropLeast);
    expect(width * height).toBeGreaterThanOrEqual(0.08 - 1e-9);
    expect(x >= 0 && y >= 0 && x + width <= 1 + 1e-9 && y + height <= 1 + 1e-9).toBe(true);
    expect(width / height).toBeGreaterThan(0.749);
    expect(width / height).toBeLessThan(1.334);
  }
});

test('colours: a fifth grey, four fifths of the rest shifted', () => {
  const random = seeded(4);
  const kinds = Array.from({ length: 5000 }, () => drawColours(random, RATES).kind);
  const share = (kind: string) => kinds.filter((one) => one === kind).length / kinds.length;
  expect(Math.abs(share('grey') - 0.2)).toBeLessThan(0.02);
  expect(Math.abs(share('shift') - 0.64)).toBeLessThan(0.02);
});

test('a palette adds up to one, and has all in common with itself and nothing with grey', () => {
  const cells = cellsOf(SCENES[0]!, WHOLE, SIDE);
  const palette = paletteOf(cells);
  expect(palette.reduce((a, b) => a + b)).toBeCloseTo(1);
  expect(inCommon(palette, palette)).toBeCloseTo(1);
  expect(inCommon(palette, paletteOf(recoloured(cells, { kind: 'grey' })))).toBe(0);
});

test('a shift of colours leaves the shapes', () => {
  const cells = cellsOf(SCENES[1]!, WHOLE, SIDE);
  const shifted = recoloured(cells, { kind: 'shift', by: 3 });
  expect(shifted.map((c) => c.tone)).toEqual(cells.map((c) => c.tone));
  expect(shifted.map((c) => c.hue)).toEqual(cells.map((c) => (c.hue + 3) % 7));
});

test('the claim: palettes give most partners away, and few once colours are changed', () => {
  const givenAway = (change: boolean) =>
    mean(
      DRAWS.map((seed) => {
        const views = viewsOf(RATES, change, seeded(seed));
        return views.filter((view) => isGivenAway(view, views)).length / views.length;
      }),
    );
  expect(givenAway(false)).toBeGreaterThan(0.8);
  expect(givenAway(true)).toBeLessThan(0.4);
});

test('every view has one partner, of the same picture, and the crops stay when colours go', () => {
  const [plain, changed] = [false, true].map((change) => viewsOf(RATES, change, seeded(8)));
  expect(plain!.map((view) => view.crop)).toEqual(changed!.map((view) => view.crop));
  for (const view of plain!) {
    const partner = partnerOf(view, plain!);
    expect(partner.scene).toBe(view.scene);
    expect(partnerOf(partner, plain!)).toBe(view);
  }
});

test('views: loss at each of six, none at the whole pictures', () => {
  const { readings, headline } = draw({ objective: 'simclr' });
  expect(readings.filter((r) => r.group === 0)).toHaveLength(6);
  expect(readings.filter((r) => r.muted)).toHaveLength(3);
  expect(headline).toContain('Loss at each of 6 views. Colours changed');
  expect(readings[0]!.sources.map((s) => s.id)).toEqual(Array(4).fill('chen-2020'));
});

test.each(['wide', 'narrow'] as const)('%s: everything lies inside the picture', (layout) => {
  const width = { wide: 620, narrow: 350 }[layout];
  for (const objective of ['mae', 'simclr']) {
    const placed = layOut(draw({ objective }), layout);
    const boxes = [
      ...placed.panels.map((p) => ({ ...p, size: placed.patch * SIDE })),
      ...placed.shares.map((s) => ({ ...s, size: placed.shareSize })),
      ...placed.tiles,
    ];
    for (const { x, y, size } of boxes) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + size).toBeLessThanOrEqual(width);
      expect(y + size).toBeLessThanOrEqual(placed.height);
    }
  }
});

test('squares of one colour in a row are one piece, and never run over the rim', () => {
  expect(squaresPath([0, 1, 2, 4], 3, 10)).toBe('M0 0h30v10H0zM10 10h10v10H10z');
  expect(squaresPath([2, 3], 3, 10)).toBe('M20 0h10v10H20zM0 10h10v10H0z');
  const paths = paintedPaths(
    [
      { hue: 1, tone: 0.5 },
      { hue: 1, tone: 0.5 },
      { hue: 2, tone: 0.5 },
      { hue: 1, tone: 0.5 },
    ],
    2,
    1,
  );
  expect(paths.map(({ d }) => d)).toEqual(['M0 0h2v1H0zM1 1h1v1H1z', 'M0 1h1v1H0z']);
});
