/**
 * What every lab asks and can be set to. Apart from the views, so that pages, which are drawn on the
 * server, do not send their readers the parts of views that live in the browser.
 */
import type { LabId, LabSpec } from '@/labs/lab';

export const SPECS: Readonly<Record<LabId, () => Promise<{ spec: LabSpec }>>> = {
  pretrain: () => import('@/labs/pretrain/spec'),
  adapt: () => import('@/labs/adapt/spec'),
  forget: () => import('@/labs/forget/spec'),
  compress: () => import('@/labs/compress/spec'),
};
