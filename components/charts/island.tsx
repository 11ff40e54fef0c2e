'use client';

/**
 * The only script that a figure or a lab puts on a page before it is needed. It waits until the
 * still picture is near the viewport of a reader who has begun to move, or is touched, or has its
 * state in the address; then it loads what makes it live, and swaps it in the same room.
 */
import { stillMarkup } from '#still';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { whenWanted } from './when-wanted';

/** What the reader did with the still picture before the live one came. */
export interface Handover {
  /** Width of the column, in pixels. */
  width: number;
  form?: FormData;
  tableOpen: boolean;
  moreOpen?: boolean;
}

interface Props {
  /** What the build drew: `figures/<id>`. */
  still: string;
  /** True when the address asks for a state that the picture does not show. */
  isAsked: () => boolean;
  /** Must stay the same function while the island lives. */
  load: () => Promise<(handover: Handover) => ReactNode>;
  /** What is said when it could not be loaded. */
  apology: (why: string) => string;
}

const isOpen = (element: Element, details: string) =>
  element.querySelector<HTMLDetailsElement>(details)?.open ?? false;

export function Island({ still, isAsked, load, apology }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const resume = useRef<{ focused?: string; action?: string }>({});
  const [live, setLive] = useState<ReactNode>(null);
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    const element = root.current;
    if (!element) return;
    let started = false;
    let action: string | undefined;
    const start = () => {
      if (started) return;
      started = true;
      load().then(
        (render) => {
          const form = element.querySelector('form');
          setLive(
            render({
              width: element.clientWidth,
              form: form ? new FormData(form) : undefined,
              tableOpen: isOpen(element, '.figure-table'),
              moreOpen: isOpen(element, '.figure-more'),
            }),
          );
          // What the reader had in hand passes over.
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
    /** A click that came too early is kept, and carried out later. */
    const keep = (event: Event) => {
      const target = (event.target as Element).closest('[data-action]');
      if (target instanceof HTMLButtonElement) action = target.dataset.action;
      start();
    };
    const held = element.querySelector<HTMLElement>('[data-held]');
    if (held) {
      action = held.dataset.action;
      start();
    }
    return whenWanted(element, isAsked(), { onNear: start, onTouch: keep });
  }, [isAsked, load]);

  useEffect(() => {
    const { focused, action } = resume.current;
    if (!live) return;
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    if (action) root.current?.querySelector<HTMLElement>(`[data-action="${action}"]`)?.click();
    resume.current = {};
  }, [live]);

  return (
    <div ref={root} data-live={live ? 'yes' : failure ? 'failed' : 'no'}>
      {live ?? (
        <div suppressHydrationWarning dangerouslySetInnerHTML={{ __html: stillMarkup(still) }} />
      )}
      {failure && !live && (
        <p className="figure-failure" role="status">
          {apology(failure)}
        </p>
      )}
    </div>
  );
}
