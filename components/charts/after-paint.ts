/** A tab that nobody sees paints no frame. */
const UNSEEN_MS = 500;

/** Calls once the browser has painted what it is about to paint. */
export function afterPaint(call: () => void): void {
  const unseen = setTimeout(() => {
    cancelAnimationFrame(frame);
    call();
  }, UNSEEN_MS);
  // A frame's own callbacks come before its paint.
  const frame = requestAnimationFrame(() => {
    clearTimeout(unseen);
    setTimeout(call);
  });
}
