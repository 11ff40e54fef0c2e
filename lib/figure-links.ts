/** A figure as an address, as a frame for other pages and as a citation. */
import type { FigureSeries, FigureSpec } from './figure';
import { SITE_NAME, figurePath, href } from './site';
import { writeState, type FigureState } from './url-state';

/** The address of the figure alone in this state, on the host that `base` is on. */
export function figureAddress(
  spec: FigureSpec<FigureSeries>,
  state: FigureState,
  base: string,
): string {
  const url = new URL(href(figurePath(spec.id)), base);
  url.search = writeState(spec.controls, state, new URLSearchParams(), spec.id, true).toString();
  return url.href;
}

const escapeAttribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Gives each frame the height that its figure asks for; where scripts are not allowed, 720 pixels stay. */
const RESIZE =
  "<script>addEventListener('message',function(e){var h=e.data&&e.data.warmStartHeight;if(h)document.querySelectorAll('iframe').forEach(function(f){if(f.contentWindow===e.source)f.style.height=h+'px'})})</script>";

/** An iframe of the figure in this state, for course pages; it resizes itself. */
export function embedCode(spec: FigureSpec<FigureSeries>, address: string): string {
  const url = new URL(address);
  url.search = url.search ? `${url.search}&embed` : '?embed';
  return `<iframe src="${escapeAttribute(url.href)}" title="${escapeAttribute(spec.title)}" width="100%" height="720" loading="lazy" style="border:0"></iframe>${RESIZE}`;
}

export function citeFigure(
  spec: FigureSpec<FigureSeries>,
  address: string,
  accessed: Date,
): string {
  return `${SITE_NAME} (${accessed.getUTCFullYear()}). ${spec.title} [Interactive figure]. ${address} (accessed ${accessed.toISOString().slice(0, 10)}).`;
}
