'use client';

/** A figure's still picture, until chart and data are there. */
import { useCallback } from 'react';
import { FIGURES, type FigureId } from '@/components/figures/registry';
import { href } from '@/lib/site';
import { defaultState } from '@/lib/url-state';
import { Island, type Handover } from './island';
import type { LiveProps } from './live-figure';

interface Props {
  id: FigureId;
  alone: boolean;
  /** Where each dataset is, by its id. */
  data: Readonly<Record<string, string>>;
}

async function loadJson([id, path]: readonly [string, string]) {
  const response = await fetch(href(path));
  if (!response.ok) throw new Error(`${response.status} for the dataset ${id}`);
  return [id, await response.json()] as const;
}

const apology = (why: string) =>
  `The live figure could not be loaded (${why}). The picture, its table and its files are complete; touch the figure to try again.`;

export function FigureIsland({ id, alone, data: paths }: Props) {
  const isAsked = useCallback(() => {
    const keys = [...new URLSearchParams(location.search).keys()];
    return keys.some((key) =>
      alone ? key !== 'embed' && key !== 'theme' : key.startsWith(`${id}.`),
    );
  }, [id, alone]);

  const load = useCallback(async () => {
    const [{ LiveFigure }, { spec }, { Chart }, ...files] = await Promise.all([
      import('./live-figure'),
      FIGURES[id].spec(),
      FIGURES[id].view(),
      ...Object.entries(paths).map(loadJson),
    ]);
    const data: LiveProps['data'] = Object.fromEntries(files);
    // The live figure begins with the picture that is on the page.
    const loadedAtRest = await spec.load?.(data, defaultState(spec.controls), () => {});
    const render = (handover: Handover) => (
      <LiveFigure {...{ spec, Chart, data, loadedAtRest, alone }} {...handover} />
    );
    return render;
  }, [id, alone, paths]);

  return <Island still={`figures/${id}`} {...{ isAsked, load, apology }} />;
}
