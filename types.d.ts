/** Chapters are loaded as text (see `turbopack.rules` in next.config.mjs). */
declare module '*.mdx' {
  const source: string;
  export default source;
}
