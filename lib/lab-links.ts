/** A lab's settings as an address. */
import { href, labPath } from './site';
import { writeState, type Control, type FigureState } from './url-state';

interface Addressed {
  id: string;
  /** Kept in the address, so that a later version of the lab can say what it cannot repeat. */
  v: number;
  controls: readonly Control[];
}

/** The address of the lab's own page in these settings, on the host that `base` is on. */
export function labAddress({ id, v, controls }: Addressed, state: FigureState, base: string) {
  const url = new URL(href(labPath(id)), base);
  const query = writeState(controls, state, new URLSearchParams(), id, true);
  query.set('v', String(v));
  url.search = query.toString();
  return url.href;
}
