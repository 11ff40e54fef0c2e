/** The state that a live figure or lab begins with. */
import { readForm, readState, writeState, type Control, type FigureState } from '@/lib/url-state';

interface Asked {
  spec: { id: string; controls: readonly Control[] };
  alone: boolean;
  /** What the reader chose before it was live. */
  form?: FormData;
}

/** What the address asks for; if it asks for nothing, what the reader chose. */
export function initialState({ spec: { id, controls }, alone, form }: Asked): {
  state: FigureState;
  problems: string[];
} {
  const fromUrl = readState(controls, new URLSearchParams(location.search), id, alone);
  const given = writeState(controls, fromUrl.state, new URLSearchParams(), id, true);
  if ([...given].length > 0 || fromUrl.problems.length > 0) return fromUrl;
  return { state: form ? readForm(controls, form) : fromUrl.state, problems: [] };
}
