/**
 * Interaction to next paint of every control of every figure, with the processor
 * slowed down four times: the longest that the browser reports for an interaction.
 */
import { chromium, type Locator, type Page } from '@playwright/test';
import { FIGURE_IDS, FIGURES, type FigureId } from '@/components/figures/registry';
import type { Control } from '@/lib/url-state';
import { LAUNCH_ARGUMENTS } from '../find-browser';
import type { Bench } from './index';
import { SETTLE_MS, bring, longest, observe, press, slowDown } from './interactions';

/** Uses a control as a reader would: every option, some steps of a slider, some letters. */
async function use(page: Page, figure: Locator, control: Control) {
  const pause = () => page.waitForTimeout(SETTLE_MS);
  const field = figure.locator(`[name="${control.key}"]`);
  if (control.more) {
    const folded = figure.locator('.figure-more:not([open]) > summary');
    if (await folded.count()) await press(page, folded);
  }
  const keys = async (all: readonly string[]) => {
    await bring(field.first());
    await field.first().focus();
    for (const key of all) {
      await page.keyboard.press(key);
      await pause();
    }
  };
  switch (control.kind) {
    case 'choice':
    case 'set': {
      const select = figure.locator(`select[name="${control.key}"]`);
      if (await select.count()) {
        const options = await select.locator('option').count();
        return keys(Array.from({ length: options - 1 }, () => 'ArrowDown'));
      }
      for (const label of await figure.locator(`label:has(> [name="${control.key}"])`).all()) {
        await press(page, label);
        await pause();
      }
      return;
    }
    case 'toggle':
      return keys([' ', ' ']);
    case 'text':
      return keys(['End', ' ', 'b', 'e', 'r', 't']);
    case 'number':
      return keys(['End', 'ArrowDown', 'ArrowDown', 'Home', 'ArrowUp', 'ArrowUp']);
  }
}

export const figures: Bench = async ({ address, browserPath, only }) => {
  const browser = await chromium.launch({ executablePath: browserPath, args: LAUNCH_ARGUMENTS });
  const rows: Record<string, Record<string, unknown>> = {};
  for (const id of only.length > 0 ? (only as readonly FigureId[]) : FIGURE_IDS) {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.addInitScript(observe);
    await page.goto(`${address}figures/${id}/`);
    await page.mouse.move(5, 5);
    await page.mouse.move(6, 6);
    const figure = page.locator(`[data-figure="${id}"]`);
    await figure.locator('[data-live="yes"]').waitFor();
    await slowDown(page);
    const { spec } = await FIGURES[id].spec();
    const times: Record<string, number> = {};
    for (const control of spec.controls) {
      times[control.key] = await longest(page, () => use(page, figure, control));
    }
    times['arrow keys'] = await longest(page, async () => {
      await bring(figure.locator('.figure-picture'));
      await figure.locator('.figure-picture').focus();
      for (const key of ['ArrowRight', 'ArrowRight', 'End', 'ArrowLeft', 'Escape']) {
        await page.keyboard.press(key);
        await page.waitForTimeout(SETTLE_MS);
      }
    });
    times['table'] = await longest(page, () =>
      press(page, figure.locator('.figure-table summary')),
    );
    rows[id] = {
      longest: Math.max(...Object.values(times)),
      each: Object.entries(times)
        .sort((a, b) => b[1] - a[1])
        .map(([key, ms]) => `${key} ${ms}`)
        .join(', '),
    };
    console.log(id, rows[id]);
    await page.close();
  }
  await browser.close();
  return rows;
};
