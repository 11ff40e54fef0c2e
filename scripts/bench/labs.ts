/**
 * A lab at work: the engine in Node, then the page of a lab in Chromium while it trains, slowed down
 * four times. The browser slows the page, and not its workers: what a reader feels is measured, not
 * how fast the model learns. That nothing is fetched before a run is held by tests/e2e/labs.spec.ts.
 */
import { chromium, type Locator, type Page } from '@playwright/test';
import { LAUNCH_ARGUMENTS } from '../find-browser';
import { engine } from './engine';
import type { Bench } from './index';
import { SETTLE_MS, bring, longest, observe, press, slowDown } from './interactions';

const RUN = 'labs/adapt/?methods=full&steps=400&device=wasm&v=1';
const PATIENCE = { timeout: 180_000 };
const ROUNDS = 5;

declare global {
  interface Window {
    /** Milliseconds from the click on “Run” to what was seen after. */
    afterRun: Partial<Record<'status' | 'news' | 'step', number>>;
  }
}

/**
 * Notes when the page first shows that a run is on, then news of the worker, then a step. Without
 * functions that have names: what compiles this would mark them by a helper that no page has.
 */
const watchRun = () => {
  let since: number | undefined;
  window.afterRun = {};
  document.addEventListener(
    'click',
    (event) => {
      if ((event.target as Element).closest('[data-action="run"]')) since = event.timeStamp;
    },
    true,
  );
  new MutationObserver(() => {
    const text = document.querySelector('.run-progress')?.textContent;
    if (since === undefined || !text) return;
    const took = performance.now() - since;
    window.afterRun.status ??= took;
    if (!text.includes('Starting')) window.afterRun.news ??= took;
    if (/step \d/.test(text)) window.afterRun.step ??= took;
  }).observe(document, { subtree: true, childList: true, characterData: true });
};

const keys = async (page: Page, target: Locator, all: readonly string[]) => {
  await bring(target);
  await target.focus();
  for (const key of all) {
    await page.keyboard.press(key);
    await page.waitForTimeout(SETTLE_MS);
  }
};

/** What a reader may do while a run goes on. */
const actions = (page: Page, lab: Locator): Readonly<Record<string, () => Promise<void>>> => ({
  'a slider': () => keys(page, lab.locator('[name="examples"]'), ['ArrowUp', 'ArrowDown', 'End']),
  'a choice of a set': async () => {
    for (let i = 0; i < 2; i += 1)
      await press(page, lab.locator('label:has(> [name="methods"][value="lora"])'));
  },
  'arrow keys on the picture': () =>
    keys(page, lab.locator('.figure-picture'), ['ArrowRight', 'ArrowRight', 'End', 'Escape']),
  'the table': () => press(page, lab.locator('.figure-table summary')),
  'pause and go on': async () => {
    for (const name of ['Pause', 'Go on']) await press(page, lab.getByRole('button', { name }));
  },
});

const page390 = { viewport: { width: 390, height: 844 } };

export const labs: Bench = async ({ address, browserPath }) => {
  const rows = await engine();
  const browser = await chromium.launch({ executablePath: browserPath, args: LAUNCH_ARGUMENTS });
  const page = await browser.newPage(page390);
  await page.addInitScript(observe);
  await page.addInitScript(watchRun);
  await page.goto(address + RUN);
  await page.mouse.move(5, 5);
  await page.mouse.move(6, 6);
  await page.locator('#lab-adapt').scrollIntoViewIfNeeded();
  await page.locator('#lab-adapt [data-live="yes"]').waitFor();
  const lab = page.locator('[data-lab="adapt"]');
  await slowDown(page);
  const running = (name: string) => `${name}, while a lab trains, ms`;
  rows['the click on “Run” to the next paint, ms'] = {
    measured: await longest(page, () => press(page, lab.getByRole('button', { name: 'Run' }))),
    goal: '< 200',
  };
  await page.waitForFunction(() => window.afterRun.step !== undefined, null, PATIENCE);
  const seen = await page.evaluate(() => window.afterRun);
  const since = (what: keyof typeof seen, goal?: string) => ({
    measured: Math.round(seen[what] ?? NaN),
    goal,
  });
  rows['“Run” to its first progress, ms'] = since('status', '≤ 3000');
  rows['“Run” to news of the worker, ms'] = since('news', '≤ 3000');
  rows['“Run” to the end of the first step, ms'] = since('step');
  for (const [name, act] of Object.entries(actions(page, lab))) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push(await longest(page, act));
    rows[running(name)] = {
      measured: Math.max(...times),
      goal: '< 200',
      remark: `each round: ${times.join(', ')}`,
    };
  }
  const state = await lab.getAttribute('data-state');
  if (state !== 'running') throw new Error(`the run was over before the measuring: ${state}`);
  await browser.close();
  return rows;
};
