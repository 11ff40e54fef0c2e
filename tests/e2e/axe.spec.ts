import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { CHAPTER, CHAPTERS, PAGES, expect, liveFigure, move, test } from './site';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Chapters are built of the same parts: in the dark one stands for all. */
const IN_THE_DARK = PAGES.filter((path) => path === CHAPTER || !CHAPTERS.includes(path));

/** What axe finds, with all its rules or some. */
const violationsOf = (page: Page, rules?: string[]) =>
  page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as {
      axe: {
        run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    return (await axe.run(runOnly ? { runOnly } : {})).violations.map(
      (v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`,
    );
  }, rules);

for (const path of PAGES) {
  const isDarkToo = IN_THE_DARK.includes(path);
  test(`axe finds nothing on /${path} in ${isDarkToo ? 'light and dark' : 'light'}`, async ({
    page,
  }) => {
    await page.goto(`./${path}`);
    for (const figure of await page.locator('[data-figure]').all()) {
      await liveFigure(page, (await figure.getAttribute('data-figure')) ?? '');
    }
    if ((await page.locator('.table-tools').count()) > 0) {
      await move(page);
      await expect(page.locator('[data-live="yes"]')).toBeVisible();
    }
    await page.addScriptTag({ path: AXE });
    expect(await violationsOf(page)).toEqual([]);
    if (!isDarkToo) return;
    // Nothing but colours depends on the theme.
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsOf(page, ['color-contrast'])).toEqual([]);
  });
}
