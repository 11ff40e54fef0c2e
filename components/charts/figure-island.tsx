'use client';

/**
 * The only script that a figure puts on a page before it is needed. It waits
 * until the figure is near the viewport of a reader who has begun to move, or
 * is touched, or has its state in the address; then it loads chart and data and
 * swaps the static picture for the live figure, in the same room.
 */
import { stillMarkup } from '#still';
import { useEffect, useRef, useState, type ComponentType } from 'react';
import { FIGURES, type FigureId } from '@/components/figures/registry';
import { href } from '@/lib/site';
import { defaultState } from '@/lib/url-state';
import type { LiveProps } from './live-figure';

interface Props {
  id: FigureId;
  alone: boolean;
  /** Where each dataset is, by its id. */
  data: Readonly<Record<string, string>>;
}

const NEAR = '300px';
const SIGNS_OF_LIFE = ['scroll', 'pointermove', 'pointerdown', 'keydown', 'touchstart'] as const;

/**
 * Calls once at the reader's first move. Until then a still picture is all that
 * is needed, and the page owes its speed to not loading more.
 * @returns a function that stops waiting
 */
function onFirstMove(call: () => void): () => void {
  // The page's scripts themselves may have waited for that move (scripts/hold-scripts.ts).
  if ('awake' in document.documentElement.dataset) {
    call();
    return () => {};
  }
  const controller = new AbortController();
  const options = { passive: true, capture: true, signal: controller.signal };
  const moved = () => {
    controller.abort();
    call();
  };
  SIGNS_OF_LIFE.forEach((type) => window.addEventListener(type, moved, options));
  return () => controller.abort();
}

/** True when the address asks this figure for a state that the picture does not show. */
function hasStateInUrl(id: string, alone: boolean): boolean {
  const keys = [...new URLSearchParams(location.search).keys()];
  return keys.some((key) =>
    alone ? key !== 'embed' && key !== 'theme' : key.startsWith(`${id}.`),
  );
}

async function loadJson([id, path]: readonly [string, string]) {
  const response = await fetch(href(path));
  if (!response.ok) throw new Error(`${response.status} for the dataset ${id}`);
  return [id, await response.json()] as const;
}

async function loadLive(id: FigureId, paths: Props['data']) {
  const [{ LiveFigure }, { spec }, { Chart }, ...files] = await Promise.all([
    import('./live-figure'),
    FIGURES[id].spec(),
    FIGURES[id].view(),
    ...Object.entries(paths).map(loadJson),
  ]);
  const data: LiveProps['data'] = Object.fromEntries(files);
  // The live figure begins with the picture that is on the page.
  const loadedAtRest = await spec.load?.(data, defaultState(spec.controls), () => {});
  return { LiveFigure, spec, Chart, data, loadedAtRest };
}

export function FigureIsland({ id, alone, data }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const resume = useRef<{ focused?: string; action?: string }>({});
  const [live, setLive] = useState<(LiveProps & { LiveFigure: ComponentType<LiveProps> }) | null>(
    null,
  );
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    const element = root.current;
    if (!element) return;
    let started = false;
    let action: string | undefined;
    const start = () => {
      if (started) return;
      started = true;
      observer.disconnect();
      loadLive(id, data).then(
        (loaded) => {
          const form = element.querySelector('form');
          setLive({
            ...loaded,
            alone,
            width: element.clientWidth,
            form: form ? new FormData(form) : undefined,
            tableOpen: element.querySelector<HTMLDetailsElement>('.figure-table')?.open ?? false,
            moreOpen: element.querySelector<HTMLDetailsElement>('.figure-more')?.open ?? false,
          });
          // What the reader had in hand passes over to the live figure.
          const focused = element.contains(document.activeElement)
            ? document.activeElement?.id
            : undefined;
          resume.current = { focused, action };
        },
        (error: unknown) => {
          started = false;
          setFailure(String(error instanceof Error ? error.message : error));
        },
      );
    };
    /** A click that came before the live figure is kept and carried out by it. */
    const keep = (event: Event) => {
      const target = (event.target as Element).closest('[data-action]');
      if (target instanceof HTMLButtonElement) action = target.dataset.action;
      start();
    };
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && start(),
      { rootMargin: NEAR },
    );
    const watch = () => observer.observe(element);
    const stopWaiting = hasStateInUrl(id, alone) ? watch() : onFirstMove(watch);
    const held = element.querySelector<HTMLElement>('[data-held]');
    if (held) {
      action = held.dataset.action;
      start();
    }
    const touches = ['pointerdown', 'focusin', 'click'] as const;
    touches.forEach((type) => element.addEventListener(type, keep));
    return () => {
      stopWaiting?.();
      observer.disconnect();
      touches.forEach((type) => element.removeEventListener(type, keep));
    };
  }, [id, alone, data]);

  useEffect(() => {
    const { focused, action } = resume.current;
    if (!live) return;
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    if (action) root.current?.querySelector<HTMLElement>(`[data-action="${action}"]`)?.click();
    resume.current = {};
  }, [live]);

  return (
    <div ref={root} data-live={live ? 'yes' : failure ? 'failed' : 'no'}>
      {live ? (
        <live.LiveFigure {...live} />
      ) : (
        <div
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: stillMarkup(`figures/${id}`) }}
        />
      )}
      {failure && !live && (
        <p className="figure-failure" role="status">
          The live figure could not be loaded ({failure}). The picture, its table and its files are
          complete; touch the figure to try again.
        </p>
      )}
    </div>
  );
}
