/**
 * Every figure of the site. To add one: a folder with `spec.ts` and `view.tsx`,
 * and one line here. Only the thunks reach a page; what they load comes on demand.
 */
import type { ComponentType } from 'react';
import type { ChartProps } from '@/components/charts/chart';
import type { FigureSeries, FigureSpec } from '@/lib/figure';

interface Entry<Series extends FigureSeries, Loaded = unknown> {
  spec: () => Promise<{ spec: FigureSpec<Series, Loaded> }>;
  view: () => Promise<{ Chart: ComponentType<ChartProps<Series>> }>;
}
export type FigureEntry = Entry<FigureSeries>;

/** Holds spec and view to the same kind of series; outside, only what all kinds share is known. */
const figure = <Series extends FigureSeries, Loaded = unknown>(
  spec: Entry<Series, Loaded>['spec'],
  view: Entry<Series>['view'],
) => ({ spec, view }) as unknown as FigureEntry;

export const FIGURES = {
  'model-atlas': figure(
    () => import('./model-atlas/spec'),
    () => import('./model-atlas/view'),
  ),
  'imagenet-progress': figure(
    () => import('./imagenet-progress/spec'),
    () => import('./imagenet-progress/view'),
  ),
  'gpt-growth': figure(
    () => import('./gpt-growth/spec'),
    () => import('./gpt-growth/view'),
  ),
  'pretraining-timeline': figure(
    () => import('./pretraining-timeline/spec'),
    () => import('./pretraining-timeline/view'),
  ),
  'objective-explorer': figure(
    () => import('./objective-explorer/spec'),
    () => import('./objective-explorer/view'),
  ),
  'patch-explorer': figure(
    () => import('./patch-explorer/spec'),
    () => import('./patch-explorer/view'),
  ),
  tokenizer: figure(
    () => import('./tokenizer/spec'),
    () => import('./tokenizer/view'),
  ),
  'embedding-context': figure(
    () => import('./embedding-context/spec'),
    () => import('./embedding-context/view'),
  ),
  'strategy-comparison': figure(
    () => import('./strategy-comparison/spec'),
    () => import('./strategy-comparison/view'),
  ),
  'adaptation-curves': figure(
    () => import('./adaptation-curves/spec'),
    () => import('./adaptation-curves/view'),
  ),
  'peft-comparison': figure(
    () => import('./peft-comparison/spec'),
    () => import('./peft-comparison/view'),
  ),
  'adapter-budget': figure(
    () => import('./adapter-budget/spec'),
    () => import('./adapter-budget/view'),
  ),
  'scaling-surface': figure(
    () => import('./scaling-surface/spec'),
    () => import('./scaling-surface/view'),
  ),
  'compute-optimal': figure(
    () => import('./compute-optimal/spec'),
    () => import('./compute-optimal/view'),
  ),
  'tokens-per-parameter': figure(
    () => import('./tokens-per-parameter/spec'),
    () => import('./tokens-per-parameter/view'),
  ),
  'training-cost': figure(
    () => import('./training-cost/spec'),
    () => import('./training-cost/view'),
  ),
  'compression-tradeoff': figure(
    () => import('./compression-tradeoff/spec'),
    () => import('./compression-tradeoff/view'),
  ),
  'forgetting-curves': figure(
    () => import('./forgetting-curves/spec'),
    () => import('./forgetting-curves/view'),
  ),
  'modality-map': figure(
    () => import('./modality-map/spec'),
    () => import('./modality-map/view'),
  ),
  'hub-comparison': figure(
    () => import('./hub-comparison/spec'),
    () => import('./hub-comparison/view'),
  ),
} satisfies Record<string, FigureEntry>;

export type FigureId = keyof typeof FIGURES;
export const FIGURE_IDS = Object.keys(FIGURES) as FigureId[];
export const isFigureId = (id: string): id is FigureId => Object.hasOwn(FIGURES, id);
