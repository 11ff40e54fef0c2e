/**
 * Interaction to next paint, as the browser reports it: in milliseconds, rounded to 8, and nothing
 * below 16.
 */
import type { Locator, Page } from '@playwright/test';

/** How many times slower the processor is made for the page. */
export const SLOWDOWN = 4;
/** Long enough for the picture that follows an interaction, so that the next does not wait for it. */
export const SETTLE_MS = 400;

declare global {
  interface Window {
    longestInteraction: number;
  }
}

/** To be put into the page before its own scripts. */
export const observe = () => {
  window.longestInteraction = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[]) {
      if (!entry.interactionId) continue;
      window.longestInteraction = Math.max(window.longestInteraction, entry.duration);
    }
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
};

/** The longest interaction of what `act` does, in milliseconds. */
export async function longest(page: Page, act: () => Promise<void>): Promise<number> {
  await page.waitForTimeout(SETTLE_MS);
  await page.evaluate(() => (window.longestInteraction = 0));
  await act();
  await page.waitForTimeout(SETTLE_MS);
  return page.evaluate(() => window.longestInteraction);
}

/**
 * To the middle of the page: its lower edge lies below the browser's window, where nothing is
 * painted, and a change there would be said to wait for the next one elsewhere.
 */
export const bring = (target: Locator) =>
  target.evaluate((element) => element.scrollIntoView({ block: 'center' }));

/** Presses where the thing is; a locator's own click looks at the page first, which counts as waiting. */
export async function press(page: Page, target: Locator) {
  await bring(target);
  const box = await target.boundingBox();
  if (!box) throw new Error(`nothing to press at ${target}`);
  const [x, y] = [box.x + Math.min(20, box.width / 2), box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.waitForTimeout(SETTLE_MS);
  await page.mouse.click(x, y);
}

/** Makes the page slower from now on. */
export async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
}
