/** A chart's SVG as a file of its own: title, source and address inside, colours resolved. */

/** The colour variables that a chart may use; app/styles/tokens.css gives them a value in each theme. */
export const CHART_COLOURS = [
  '--ink',
  '--paper',
  '--chart-text',
  '--chart-axis',
  '--chart-grid',
  '--chart-muted',
  ...Array.from({ length: 7 }, (_, i) => `--chart-${i + 1}`),
] as const;

const escapeXml = (text: string) => text.replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** Breaks a text into lines of at most `characters`. */
export function wrapText(text: string, characters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1);
    if (line !== undefined && `${line} ${word}`.length <= characters) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

const tspans = (lines: readonly string[], y: number, step: number, attributes: string) =>
  lines
    .map((line, i) => `<text x="12" y="${y + i * step}" ${attributes}>${escapeXml(line)}</text>`)
    .join('');

export interface SvgFrame {
  title: string;
  /** Credits and address, below the picture. */
  footer: readonly string[];
  /** Values of the CSS variables that the chart uses. */
  colours: Readonly<Record<string, string>>;
  width: number;
  height: number;
}

/**
 * Frames a chart.
 * @param chart an `<svg>` element as markup, of the frame's width and height in pixels
 * @returns a complete SVG document
 */
export function standaloneSvg(chart: string, frame: SvgFrame): string {
  const { title, colours, width, height } = frame;
  const perLine = Math.floor(width / 6.4);
  const head = wrapText(title, Math.floor(width / 9.5));
  const foot = frame.footer.flatMap((line) => wrapText(line, perLine));
  const top = 14 + head.length * 22;
  const total = top + height + foot.length * 16 + 18;
  const variables = Object.entries(colours)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
  const inner = chart.replace(/^<svg/, `<svg x="0" y="${top}"`);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${total}" width="${width}" height="${total}" role="img">` +
    `<title>${escapeXml(title)}</title>` +
    `<style>svg{${variables};font-family:"Source Sans 3",system-ui,sans-serif;fill:${colours['--ink'] ?? '#000'}}` +
    `.chart-legend text,.axis-title,.axis-title text{fill:${colours['--chart-text'] ?? '#333'}}.mark-names text,.row-names text{fill:${colours['--ink'] ?? '#000'}}.name-leader{stroke:${colours['--chart-axis'] ?? '#888'}}</style>` +
    `<rect width="${width}" height="${total}" fill="${colours['--paper'] ?? '#fff'}"/>` +
    tspans(head, 26, 22, 'font-size="17" font-weight="600"') +
    inner +
    tspans(
      foot,
      top + height + 18,
      16,
      `font-size="11" fill="${colours['--chart-text'] ?? '#333'}"`,
    ) +
    '</svg>\n'
  );
}
