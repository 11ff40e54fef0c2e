/** How long a text of the reader's own may and must be, in characters. */

/** What is behind it is not read. */
export const LONGEST_OWN = 1_000_000;
/** About what a text in English needs, with some room; what counts are tokens (texts.ts). */
export const CHARACTERS_NEEDED = 4_000;
