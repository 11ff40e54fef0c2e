/**
 * Every lab of the site, as pages see it. To add one: a folder in `labs/` with `spec.ts` and
 * `lab.ts`, one here with `view.tsx`, and one line in each list.
 */
import type { ComponentType } from 'react';
import type { ChartProps } from '@/components/charts/chart';
import type { LabId, LabSpec, Settings } from '@/labs/lab';
import type { RunState } from '@/labs/session';
import type { PointSeries } from '@/lib/figure';

export interface LabView {
  /** The picture of what a run has found so far. */
  series: (records: readonly unknown[], settings: Settings) => PointSeries;
  Chart: ComponentType<ChartProps<PointSeries>>;
  /** What stands under the picture: results in numbers and words. */
  Results: ComponentType<{ records: readonly unknown[]; settings: Settings }>;
  /** Under the settings: what of the reader's own takes part, and can be put in or taken out. */
  Own?: ComponentType<{ settings: Settings; state: RunState }>;
}

interface Entry {
  spec: () => Promise<{ spec: LabSpec }>;
  view: () => Promise<LabView>;
}

export const LABS: Readonly<Record<LabId, Entry>> = {
  pretrain: {
    spec: () => import('@/labs/pretrain/spec'),
    view: () => import('./pretrain/view'),
  },
  adapt: {
    spec: () => import('@/labs/adapt/spec'),
    view: () => import('./adapt/view'),
  },
  forget: {
    spec: () => import('@/labs/forget/spec'),
    view: () => import('./forget/view'),
  },
  compress: {
    spec: () => import('@/labs/compress/spec'),
    view: () => import('./compress/view'),
  },
};
