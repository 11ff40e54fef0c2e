import { createRequire } from 'node:module';
import { CHAPTER, CHAPTERS, PAGES, expect, liveFigure, move, test } from './site';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Chapters are built of the same parts: in the dark one stands for all. */
const IN_THE_DARK = PAGES.filter((path) => path === CHAPTER || !CHAPTERS.includes(path));

for (const theme of ['light', 'dark'] as const) {
  for (const path of theme === 'light' ? PAGES : IN_THE_DARK) {
    test(`axe finds nothing on /${path} in ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme });
      await page.goto(`./${path}`);
      for (const figure of await page.locator('[data-figure]').all()) {
        await liveFigure(page, (await figure.getAttribute('data-figure')) ?? '');
      }
      if ((await page.locator('.table-tools').count()) > 0) {
        await move(page);
        await expect(page.locator('[data-live="yes"]')).toBeVisible();
      }
      await page.addScriptTag({ path: AXE });
      const violations = await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        return (await axe.run()).violations.map(
          (v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`,
        );
      });
      expect(violations).toEqual([]);
    });
  }
}
