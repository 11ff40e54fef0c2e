/**
 * Tabs tell each other which runs go on: the tab that runs holds a Web Lock with the run's name, and
 * loses it with its page, however that ends.
 */

const nameOf = (lab: string, begun: number) => `warm-start-run-${lab}-${begun}`;

/** Old browsers and insecure origins have no locks. */
const locks = (): LockManager | undefined => ('locks' in navigator ? navigator.locks : undefined);

/**
 * Browsers keep a page whole for the way back only if it holds no lock. So it lets go when it is
 * left, and holds again when the reader comes back to it.
 * @returns a function that lets go for good
 */
export function holdRun(lab: string, begun: number): () => void {
  const listening = new AbortController();
  let letGo = () => {};
  const hold = () => {
    const isOver = new Promise<void>((resolve) => (letGo = resolve));
    locks()
      ?.request(nameOf(lab, begun), () => isOver)
      .catch(() => {});
  };
  const { signal } = listening;
  addEventListener('pagehide', () => letGo(), { signal });
  addEventListener('pageshow', ({ persisted }) => persisted && hold(), { signal });
  hold();
  return () => {
    listening.abort();
    letGo();
  };
}

/** @returns whether a tab runs it; undefined where that cannot be known */
export async function isRunHeld(lab: string, begun: number): Promise<boolean | undefined> {
  const all = await locks()
    ?.query()
    .catch(() => undefined);
  return all?.held?.some(({ name }) => name === nameOf(lab, begun));
}
