/**
 * Every figure of the site. To add one: a folder with `spec.ts` and `view.tsx`,
 * and one line here. Only the thunks reach a page; what they load comes on demand.
 */
import type { ComponentType } from 'react';
import type { ChartProps } from '@/components/charts/point-chart';
import type { FigureSpec } from '@/lib/figure';

export interface FigureEntry {
  spec: () => Promise<{ spec: FigureSpec }>;
  view: () => Promise<{ Chart: ComponentType<ChartProps> }>;
}

export const FIGURES = {
  'imagenet-progress': {
    spec: () => import('./imagenet-progress/spec'),
    view: () => import('./imagenet-progress/view'),
  },
  'model-atlas': {
    spec: () => import('./model-atlas/spec'),
    view: () => import('./model-atlas/view'),
  },
} satisfies Record<string, FigureEntry>;

export type FigureId = keyof typeof FIGURES;
export const FIGURE_IDS = Object.keys(FIGURES) as FigureId[];
export const isFigureId = (id: string): id is FigureId => Object.hasOwn(FIGURES, id);
