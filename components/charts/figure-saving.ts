/** Files of what a figure shows. Loaded when the reader asks for one. */
import { figureCsv, figureFooter, figureJson } from '@/lib/figure-files';
import { figureAddress } from '@/lib/figure-links';
import { CHART_COLOURS, standaloneSvg } from '@/lib/svg';
import type { Shown } from './figure-actions';

export type FileKind = 'csv' | 'json' | 'svg' | 'png';

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

/** @throws Error when the picture cannot be drawn as a file */
export async function saveFile(kind: FileKind, shown: Shown): Promise<string> {
  const { spec, series, state, data } = shown;
  const name = `${spec.id}.${kind}`;
  switch (kind) {
    case 'csv':
      return save(name, figureCsv(series), 'text/csv;charset=utf-8');
    case 'json': {
      const address = figureAddress(spec, state, location.href);
      return save(name, figureJson(spec, series, state, data, address), 'application/json');
    }
    case 'svg':
      return save(name, svgDocument(shown), 'image/svg+xml');
    case 'png':
      return save(name, await toPng(svgDocument(shown)), 'image/png');
  }
}
