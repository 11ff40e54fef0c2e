/** Words a minute of a careful reader of technical prose. */
const READING_PACE = 200;

/** @returns whole minutes, at least one */
export const minutesToRead = (words: number): number =>
  Math.max(1, Math.round(words / READING_PACE));
