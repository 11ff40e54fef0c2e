/** What the buttons of a figure's bar do: copies to the clipboard and files of what is shown. */
import {
  citeFigure,
  embedCode,
  figureAddress,
  figureCsv,
  figureFooter,
  figureJson,
} from '@/lib/figure-files';
import type { FigureData, FigureSeries, FigureSpec, Size } from '@/lib/figure';
import { CHART_COLOURS, standaloneSvg } from '@/lib/svg';
import type { FigureState } from '@/lib/url-state';
import type { FigureAction } from './figure-bar';

interface Shown {
  spec: FigureSpec<FigureSeries>;
  series: FigureSeries;
  state: FigureState;
  data: FigureData;
  svg: SVGSVGElement | null | undefined;
  size: Size;
}

/** Pixels per unit in a PNG: 620 units become 2,480 pixels, enough for print at 21 cm and 300 dpi. */
const PNG_SCALE = 4;

function save(name: string, content: BlobPart, type: string): string {
  const url = URL.createObjectURL(
    content instanceof Blob ? content : new Blob([content], { type }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return `Saved ${name}.`;
}

async function copy(what: string, text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return `${what} copied: ${text}`;
  } catch {
    return `Copy this ${what.toLowerCase()}: ${text}`;
  }
}

/** The chart as a document of its own, with the theme's colours of the moment. */
function svgDocument({ spec, state, data, svg, size }: Shown): string {
  if (!svg) throw new Error('the picture is not drawn yet');
  const style = getComputedStyle(document.documentElement);
  const colours = Object.fromEntries(
    CHART_COLOURS.map((name) => [name, style.getPropertyValue(name).trim()]),
  );
  return standaloneSvg(new XMLSerializer().serializeToString(svg), {
    title: spec.title,
    footer: figureFooter(spec, data, figureAddress(spec, state, location.href)),
    colours,
    ...size,
  });
}

async function toPng(document_: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(document_)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * PNG_SCALE;
  canvas.height = image.height * PNG_SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('no picture came back'))),
      'image/png',
    ),
  );
}

/** @returns a sentence that tells the reader what happened */
export async function carryOut(action: FigureAction, shown: Shown): Promise<string> {
  const { spec, series, state, data } = shown;
  const address = figureAddress(spec, state, location.href);
  try {
    switch (action) {
      case 'link':
        return await copy('Link', address);
      case 'embed':
        return await copy('Embed code', embedCode(spec, address));
      case 'cite':
        return await copy('Citation', citeFigure(spec, address, new Date()));
      case 'csv':
        return save(`${spec.id}.csv`, figureCsv(series), 'text/csv;charset=utf-8');
      case 'json':
        return save(
          `${spec.id}.json`,
          figureJson(spec, series, state, data, address),
          'application/json',
        );
      case 'svg':
        return save(`${spec.id}.svg`, svgDocument(shown), 'image/svg+xml');
      case 'png':
        return save(`${spec.id}.png`, await toPng(svgDocument(shown)), 'image/png');
    }
  } catch (error) {
    return `That did not work: ${(error as Error).message}.`;
  }
}
