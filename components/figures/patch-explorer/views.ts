/** SimCLR’s views: two random crops of every picture, with their colours changed. */
import { drawWhole, type Random } from '@/lib/seeded';
import {
  HUES,
  SCENES,
  cellsOf,
  inCommon,
  paletteOf,
  recoloured,
  type Crop,
  type Paint,
  type Recolour,
} from './scenes';

/** Settings of SimCLR’s code, in percent. */
export interface ViewRates {
  cropLeast: number;
  recoloured: number;
  grey: number;
}

export interface View {
  id: string;
  scene: number;
  letter: 'A' | 'B';
  crop: Crop;
  colours: Recolour;
  cells: readonly Paint[];
}

export const VIEW_SIDE = 10;
const ASPECT = { least: 3 / 4, most: 4 / 3 };

/** A rectangle of random size and shape, anywhere in the picture (data_util.py, crop_and_resize). */
export function drawCrop(random: Random, least: number): Crop {
  for (;;) {
    const area = least / 100 + random() * (1 - least / 100);
    const aspect = ASPECT.least + random() * (ASPECT.most - ASPECT.least);
    const width = Math.sqrt(area * aspect);
    const height = Math.sqrt(area / aspect);
    if (width <= 1 && height <= 1) {
      return { x: random() * (1 - width), y: random() * (1 - height), width, height };
    }
  }
}

/** Shifted, grey, or neither (data_util.py, random_color_jitter): two draws, the second has the last word. */
export function drawColours(random: Random, rates: ViewRates): Recolour {
  const isShifted = random() * 100 < rates.recoloured;
  const by = drawWhole(random, 1, HUES - 1);
  if (random() * 100 < rates.grey) return { kind: 'grey' };
  return isShifted ? { kind: 'shift', by } : { kind: 'as-is' };
}

/** Two views of every picture. The crops do not depend on whether colours are changed. */
export function viewsOf(rates: ViewRates, hasColourChange: boolean, random: Random): View[] {
  return SCENES.flatMap((scene, index) =>
    (['A', 'B'] as const).map((letter) => {
      const crop = drawCrop(random, rates.cropLeast);
      const drawn = drawColours(random, rates);
      const colours = hasColourChange ? drawn : ({ kind: 'as-is' } as const);
      const cells = recoloured(cellsOf(scene, crop, VIEW_SIDE), colours);
      return { id: `view-${index + 1}-${letter}`, scene: index, letter, crop, colours, cells };
    }),
  );
}

export const partnerOf = (view: View, views: readonly View[]): View =>
  views.find((other) => other.scene === view.scene && other !== view)!;

/** Whether the palette alone gives the partner away: it has more in common with it than with any other view. */
export function isGivenAway(view: View, views: readonly View[]): boolean {
  const palette = paletteOf(view.cells);
  const likeness = (other: View) => inCommon(palette, paletteOf(other.cells));
  const partner = partnerOf(view, views);
  return views.every(
    (other) => other === view || other === partner || likeness(other) < likeness(partner),
  );
}
