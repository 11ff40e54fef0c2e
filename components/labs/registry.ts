/**
 * Every lab of the site, as pages see it. To add one: a folder in `labs/` with `spec.ts` and
 * `lab.ts`, one here with `view.tsx`, and one line in each list: here, in specs.ts, and in `labs/`.
 */
import type { ComponentType } from 'react';
import type { ChartProps } from '@/components/charts/chart';
import type { LabId, Settings } from '@/labs/lab';
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

export const VIEWS: Readonly<Record<LabId, () => Promise<LabView>>> = {
  pretrain: () => import('./pretrain/view'),
  adapt: () => import('./adapt/view'),
  forget: () => import('./forget/view'),
  compress: () => import('./compress/view'),
};
