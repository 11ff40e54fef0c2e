/** TeX to MathML while pages are built: no script, no fonts, readable by screen readers. */
import temml from 'temml';

/**
 * A formula in the text may go on in the next line, after a relation or an operator (app/styles/prose.css).
 * @throws Error with the formula in its message when the TeX is malformed
 */
export const mathMarkup = (tex: string, displayMode = false): string =>
  temml.renderToString(tex.trim(), {
    displayMode,
    throwOnError: true,
    ...(!displayMode && { wrap: 'tex' as const }),
  });
