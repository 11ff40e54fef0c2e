/** What the buttons of a figure's bar do: copies to the clipboard and files of what is shown. */
import { citeFigure, embedCode, figureAddress } from '@/lib/figure-links';
import type { FigureData, FigureSeries, FigureSpec, Size } from '@/lib/figure';
import type { FigureState } from '@/lib/url-state';
import type { FigureAction } from './figure-bar';

export interface Shown {
  spec: FigureSpec<FigureSeries>;
  series: FigureSeries;
  /** What is drawn. */
  state: FigureState;
  /** What the settings say: the picture follows them. */
  chosen: FigureState;
  data: FigureData;
  svg: SVGSVGElement | null | undefined;
  size: Size;
}

async function copy(what: string, text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return `${what} copied: ${text}`;
  } catch {
    return `Copy this ${what.toLowerCase()}: ${text}`;
  }
}

/** @returns a sentence that tells the reader what happened */
export async function carryOut(action: FigureAction, shown: Shown): Promise<string> {
  const { spec, chosen } = shown;
  const address = figureAddress(spec, chosen, location.href);
  switch (action) {
    // Copied within the press itself: some browsers refuse the clipboard a moment later.
    case 'link':
      return copy('Link', address);
    case 'embed':
      return copy('Embed code', embedCode(spec, address));
    case 'cite':
      return copy('Citation', citeFigure(spec, address, new Date()));
    default:
      try {
        return await (await import('./figure-saving')).saveFile(action, shown);
      } catch (error) {
        return `That did not work: ${(error as Error).message}.`;
      }
  }
}
