/** The width of any text that a reader may type, where lib/labels.ts measures English names. */
const NARROW_LETTERS = /[iljtfr.,;:'’!|()[\]⟨⟩ ]/u;
const BROAD_LETTERS = /[mwMW@%—–A-Z\u{1f000}-\u{1ffff}]/u;
const FULL_WIDTH = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60\u{1f000}-\u{3ffff}]/u;

/** A generous guess at the width of a text, in pixels. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce(
    (sum, c) =>
      sum +
      size *
        (FULL_WIDTH.test(c)
          ? 1.05
          : NARROW_LETTERS.test(c)
            ? 0.36
            : BROAD_LETTERS.test(c)
              ? 0.72
              : 0.56),
    0,
  );
