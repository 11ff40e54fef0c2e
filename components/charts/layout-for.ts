import type { LayoutName } from '@/lib/figure';

/** Where the column is narrower, the narrow drawing is shown (as the container query in figure.css). */
const NARROW_BELOW = 480;

/** @param width of the column, in pixels */
export const layoutFor = (width: number): LayoutName => (width < NARROW_BELOW ? 'narrow' : 'wide');
