/** When a still picture is worth bringing to life. */

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

interface Calls {
  onNear: () => void;
  /** A touch of the picture itself; it may come more than once. */
  onTouch: (event: Event) => void;
}

/**
 * Watches until the picture is near the viewport of a reader who has begun to move, or at once where
 * the address asks for it.
 * @returns a function that stops watching
 */
export function whenWanted(
  element: Element,
  isAsked: boolean,
  { onNear, onTouch }: Calls,
): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      onNear();
    },
    { rootMargin: NEAR },
  );
  const watch = () => observer.observe(element);
  const stopWaiting = isAsked ? watch() : onFirstMove(watch);
  const touches = ['pointerdown', 'focusin', 'click'] as const;
  touches.forEach((type) => element.addEventListener(type, onTouch));
  return () => {
    stopWaiting?.();
    observer.disconnect();
    touches.forEach((type) => element.removeEventListener(type, onTouch));
  };
}
