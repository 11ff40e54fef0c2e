'use client';

/**
 * The only script that a figure puts on a page before it is needed: it waits
 * until the figure is near the viewport or touched, then loads chart and data
 * and swaps the static picture for the live figure, in the same room.
 */
import { useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react';
import { FIGURES, type FigureId } from '@/components/figures/registry';
import { href } from '@/lib/site';
import type { LiveProps } from './live-figure';

interface Props {
  id: FigureId;
  alone: boolean;
  datasets: readonly string[];
  children: ReactNode;
}

const NEAR = '300px';

async function loadJson(id: string): Promise<unknown> {
  const response = await fetch(href(`/data/${id}.json`));
  if (!response.ok) throw new Error(`${response.status} for the dataset ${id}`);
  return response.json();
}

async function loadLive(id: FigureId, datasets: readonly string[]) {
  const [{ LiveFigure }, { spec }, { Chart }, ...files] = await Promise.all([
    import('./live-figure'),
    FIGURES[id].spec(),
    FIGURES[id].view(),
    ...datasets.map(loadJson),
  ]);
  const data = Object.fromEntries(datasets.map((name, i) => [name, files[i]])) as LiveProps['data'];
  return { LiveFigure, spec, Chart, data };
}

export function FigureIsland({ id, alone, datasets, children }: Props) {
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
      loadLive(id, datasets).then(
        (loaded) => {
          const form = element.querySelector('form');
          setLive({
            ...loaded,
            alone,
            width: element.clientWidth,
            form: form ? new FormData(form) : undefined,
            tableOpen: element.querySelector('details')?.open ?? false,
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
    observer.observe(element);
    const touches = ['pointerdown', 'focusin', 'click'] as const;
    touches.forEach((type) => element.addEventListener(type, keep));
    return () => {
      observer.disconnect();
      touches.forEach((type) => element.removeEventListener(type, keep));
    };
  }, [id, alone, datasets]);

  useEffect(() => {
    const { focused, action } = resume.current;
    if (!live) return;
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    if (action) root.current?.querySelector<HTMLElement>(`[data-action="${action}"]`)?.click();
    resume.current = {};
  }, [live]);

  return (
    <div ref={root} data-live={live ? 'yes' : failure ? 'failed' : 'no'}>
      {live ? <live.LiveFigure {...live} /> : children}
      {failure && !live && (
        <p className="figure-failure" role="status">
          The live figure could not be loaded ({failure}). The picture, its table and its files are
          complete; touch the figure to try again.
        </p>
      )}
    </div>
  );
}
