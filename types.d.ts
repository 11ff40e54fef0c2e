/** Chapters are loaded as text (see `turbopack.rules` in next.config.mjs). */
declare module '*.mdx' {
  const source: string;
  export default source;
}

declare module 'subset-font' {
  interface Options {
    targetFormat: 'woff2' | 'woff' | 'sfnt';
    /** Axes of a variable font: pinned to a value, or kept within a range. */
    variationAxes?: Record<string, number | { min: number; max: number }>;
  }
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: Options,
  ): Promise<Uint8Array>;
}
