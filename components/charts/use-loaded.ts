/** What a state needs beyond the datasets: asked for at every change, shown once it is there. */
import { useEffect, useMemo, useState } from 'react';
import type { FigureData, FigureSeries, FigureSpec } from '@/lib/figure';
import type { FigureState } from '@/lib/url-state';
import { afterPaint } from './after-paint';

/** A state whose picture can be drawn, with what was loaded for it. */
export interface Shown {
  state: FigureState;
  loaded?: unknown;
}

/** How it goes with one state; another state's news are of no interest. */
interface News {
  about: FigureState;
  share?: number;
  failure?: string;
}

interface Loading {
  /** The wanted state as soon as it can be drawn, and until then the last that could. */
  shown: Shown;
  /** From 0 to 1, while bytes come in for the wanted state. */
  share?: number;
  /** Why the wanted state could not be loaded. */
  failure?: string;
  retry: () => void;
}

export function useLoaded(
  spec: FigureSpec<FigureSeries>,
  data: FigureData,
  wanted: FigureState,
  atRest: Shown,
): Loading {
  const [ready, setReady] = useState(atRest);
  const [news, setNews] = useState<News>();
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    if (!spec.load) return;
    let isWanted = true;
    const tell = (part: Omit<News, 'about'>) => isWanted && setNews({ about: wanted, ...part });
    const load = () =>
      spec
        .load?.(data, wanted, (share) => tell({ share }))
        .then(
          (loaded) => isWanted && setReady({ state: wanted, loaded }),
          (error: unknown) =>
            tell({ failure: String(error instanceof Error ? error.message : error) }),
        );
    // What is there at once must not come between the control and its paint.
    afterPaint(() => isWanted && void load());
    return () => {
      isWanted = false;
    };
  }, [spec, data, wanted, attempt]);

  const shown = useMemo(() => (spec.load ? ready : { state: wanted }), [spec, ready, wanted]);
  const isNew = shown.state !== wanted && news?.about === wanted;
  return {
    shown,
    share: isNew ? news.share : undefined,
    failure: isNew ? news.failure : undefined,
    retry: () => {
      setNews(undefined);
      setAttempt((n) => n + 1);
    },
  };
}
