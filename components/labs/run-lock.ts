/**
 * Tabs tell each other which runs go on: the tab that runs holds a Web Lock with the run's name, and
 * loses it with its page, however that ends.
 */

const nameOf = (lab: string, begun: number) => `warm-start-run-${lab}-${begun}`;

/** Old browsers and insecure origins have no locks. */
const locks = (): LockManager | undefined => ('locks' in navigator ? navigator.locks : undefined);

/** @returns a function that lets go */
export function holdRun(lab: string, begun: number): () => void {
  let letGo = () => {};
  const isOver = new Promise<void>((resolve) => (letGo = resolve));
  locks()
    ?.request(nameOf(lab, begun), () => isOver)
    .catch(() => {});
  return letGo;
}

/** @returns whether a tab runs it; undefined where that cannot be known */
export async function isRunHeld(lab: string, begun: number): Promise<boolean | undefined> {
  const all = await locks()
    ?.query()
    .catch(() => undefined);
  return all?.held?.some(({ name }) => name === nameOf(lab, begun));
}
