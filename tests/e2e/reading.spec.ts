import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { CHAPTER, CHAPTERS, PAGES, expect, liveFigure, test } from './site';

/** A heading without its markup. */
const plain = (markdown: string) => markdown.replace(/[*`]/g, '');
/** Formulas that come from a dataset, not from the chapter. */
const formulaCells = (page: Page) => page.locator('.data-table math').count();

test('nothing scrolls sideways, down to 320 px', async ({ page }) => {
  test.setTimeout(180_000);
  for (const path of PAGES) {
    for (const width of [320, 390, 768, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`./${path}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `/${path} at ${width}`).toBeLessThanOrEqual(width);
    }
  }
});

test('the theme follows the system, then the reader, and is kept', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('./');
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: /light and dark/ }).click();
  await expect(html).toHaveAttribute('data-theme', 'light');
  await page.goto(CHAPTER);
  await expect(html).toHaveAttribute('data-theme', 'light');
});

test('the theme is set before anything is painted', async ({ request, site }) => {
  const html = await (await request.get(site.address)).text();
  const script = html.indexOf('root.dataset.theme=pick()');
  expect(script).toBeGreaterThan(0);
  expect(script).toBeLessThan(html.indexOf('<body'));
});

test('the whole site can be used with the keyboard alone', async ({ page }) => {
  await page.goto(CHAPTER);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
  const figure = await liveFigure(page, 'imagenet-progress');
  await figure.getByRole('radio', { name: 'One network, one crop' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/protocol=ensemble/);
  await expect(figure.getByRole('radio', { name: 'Several networks' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/retrained=1/);
  await page.keyboard.press('Tab');
  await expect(figure.locator('.figure-picture')).toBeFocused();
});

test('the menu of a phone opens and leads on', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./');
  await page.getByText('Menu', { exact: true }).click();
  await page
    .getByRole('navigation', { name: 'Site, as a menu' })
    .getByRole('link', { name: 'Data' })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Data');
});

test('targets in the chrome of a figure are at least 24 px', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('figures/imagenet-progress/');
  const figure = await liveFigure(page, 'imagenet-progress');
  const targets = figure.locator(
    '.figure-controls label, .figure-bar :is(a, button):visible, summary',
  );
  for (const box of await Promise.all((await targets.all()).map((t) => t.boundingBox()))) {
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  }
});

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false });

  for (const path of CHAPTERS) {
    test(`the words, tables, math, code and figures of /${path} are there`, async ({ page }) => {
      await page.goto(path);
      const source = readFileSync(`content/${path.slice(0, -1)}.mdx`, 'utf8');
      const text = source.replace(/^```[^]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
      const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
      const headings = [...source.matchAll(/^#{2,3} (.*?) \[#(.*?)\]$/gm)];
      expect(headings.length).toBeGreaterThan(10);
      for (const [, title, id] of headings)
        await expect(page.locator(`#${id}`)).toContainText(plain(title!));
      await expect(page.locator('.prose math')).toHaveCount(
        count(/(?<![$\\])\$[^$\n]+\$(?!\$)/g) + count(/^\$\$$/gm) / 2 + (await formulaCells(page)),
      );
      await expect(page.locator('pre.code')).toHaveCount((source.match(/^```\w+$/gm) ?? []).length);
      await expect(page.locator('.data-table table')).toHaveCount(count(/<DataTable/g));
      await expect(page.locator('.value')).not.toHaveCount(0);
      await expect(page.locator('.question')).toHaveCount(count(/^<(Question|Numeric|Check) /gm));
      const answers = page.locator('.question details');
      expect(await answers.count()).toBeGreaterThan(3);
      await answers.first().locator('summary').click();
      await expect(answers.first().locator('div')).toBeVisible();
      await expect(page.locator('.needs-script:visible')).toHaveCount(0);
    });
  }

  test('every figure of a chapter is a picture with a table and files', async ({ page }) => {
    await page.goto(CHAPTER);
    const figures = await page.locator('[data-figure]').all();
    expect(figures.length).toBeGreaterThan(1);
    for (const figure of figures) {
      await expect(figure.locator('.figure-picture-wide svg')).toBeVisible();
      await figure.getByText('Show as table').click();
      await expect(figure.locator('tbody tr').first()).toBeVisible();
      await expect(figure.locator('.figure-controls')).toBeHidden();
      await expect(figure.getByRole('link', { name: 'CSV' })).toBeVisible();
    }
  });

  test('every page has its heading and its text', async ({ page }) => {
    for (const path of PAGES) {
      await page.goto(`./${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect((await page.locator('main').innerText()).length).toBeGreaterThan(150);
    }
  });
});

test('a printed chapter has its figures and unfolds no chrome', async ({ page }) => {
  await page.goto(CHAPTER);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.site-header')).toBeHidden();
  await expect(page.locator('.figure-bar').first()).toBeHidden();
  await expect(page.locator('.answer-entry').first()).toBeHidden();
  await expect(page.locator('.question details > div').first()).toBeVisible();
  await expect(page.locator('[data-figure="imagenet-progress"] svg').first()).toBeVisible();
});
