import type { Page } from '@playwright/test';
import { expect, move, test } from './site';

async function liveTable(page: Page, address: string) {
  await page.goto(address);
  await move(page);
  await expect(page.locator('[data-live="yes"]')).toBeVisible();
  return page.locator('.dataset-table tbody tr:visible');
}

const firstCells = (page: Page) =>
  page.locator('.dataset-table tbody tr:visible > :first-child').allTextContents();
const parameters = (page: Page) =>
  page
    .locator('.dataset-table tbody tr:visible')
    .evaluateAll((rows) => {
      const heads = [...document.querySelectorAll<HTMLElement>('.dataset-table thead th')];
      const index = heads.findIndex((head) => head.dataset.key === 'parameters');
      return rows.map((row) => (row as HTMLTableRowElement).cells[index]?.dataset.v);
    })
    .then((values) => values.filter(Boolean).map(Number));

test('a column’s head sorts, and the address gives the order back', async ({ page }) => {
  await liveTable(page, 'data/models/');
  const head = page.locator('th[data-key="parameters"]');
  await head.getByRole('button').click();
  await expect(page).toHaveURL(/\?sort=-parameters$/);
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  const falling = await parameters(page);
  expect(falling.length).toBeGreaterThan(40);
  expect(falling).toEqual([...falling].sort((a, b) => b - a));
  const names = await firstCells(page);

  await page.reload();
  await move(page);
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  expect(await firstCells(page)).toEqual(names);

  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await head.getByRole('button').click();
  await expect(page).not.toHaveURL(/sort/);
  await expect(head).not.toHaveAttribute('aria-sort');
});

test('search and filters narrow the rows together, and one press shows everything', async ({
  page,
}) => {
  const rows = await liveTable(page, 'data/models/');
  const all = await rows.count();
  await page.getByRole('combobox', { name: 'Modality' }).selectOption('language');
  await expect.poll(() => rows.count()).toBeLessThan(all);
  const language = await rows.count();
  await page.getByRole('searchbox').fill('bert');
  await expect(page).toHaveURL(/q=bert/);
  await expect(page).toHaveURL(/modality=language/);
  await expect.poll(() => rows.count()).toBeLessThan(language);
  const found = await rows.count();
  expect(found).toBeGreaterThan(0);
  for (const text of await rows.allTextContents()) expect(text.toLowerCase()).toContain('bert');
  await expect(page.locator('.table-count')).toContainText(`${found} of ${all} rows`);

  await page.getByRole('searchbox').fill('no such model');
  await expect(page.getByText('No row fits.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(rows).toHaveCount(all);
  await expect(page).not.toHaveURL(/\?/);
});

test('columns can be put away, the first one stays', async ({ page }) => {
  await liveTable(page, 'data/models/?columns=released,licence');
  await expect(page.locator('.dataset-table thead th:visible')).toHaveText([
    /Model/,
    /Released/,
    /Licence/,
  ]);
  await page.getByText('Columns', { exact: true }).first().click();
  await page.getByRole('checkbox', { name: 'Organisation' }).check();
  await expect(page).toHaveURL(/columns=organisation%2Creleased%2Clicence/);
  await expect(page.locator('.dataset-table thead th:visible')).toHaveCount(4);
});

test('with the keyboard alone: filter, walk the cells, read where a value is from', async ({
  page,
}) => {
  await liveTable(page, 'data/models/');
  await page.getByRole('combobox', { name: 'Modality' }).focus();
  await page.keyboard.type('Audio');
  await expect(page).toHaveURL(/modality=audio/);
  await page.getByRole('region', { name: 'Pre-trained models' }).focus();
  const heads = await page.locator('.dataset-table thead th').count();
  for (let i = 0; i <= heads; i += 1) await page.keyboard.press('Tab');
  const focused = page.locator(':focus');
  await expect(focused).toHaveJSProperty('tagName', 'TH');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(focused).toHaveClass(/value/);
  const value = await focused.textContent();
  await page.keyboard.press('Enter');
  const card = page.locator('.cell-card');
  await expect(card).toContainText(value ?? '');
  await expect(card).toContainText(/read in (the work itself|another work)/);
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await expect(page.locator(':focus')).toHaveCount(1);
});

test('of a thousand rows in a new order the first are shown, and the rest on demand', async ({
  page,
}) => {
  const rows = await liveTable(page, 'data/peft/?sort=-score');
  const all = await page.locator('.dataset-table tbody tr').count();
  await expect(rows).toHaveCount(300);
  await expect(page.locator('.table-count')).toContainText(`${all} rows, the first 300 shown`);
  await page.getByRole('button', { name: `Show all ${all}` }).click();
  await expect(rows).toHaveCount(all);
});

test('a broken address falls back and says so', async ({ page }) => {
  const rows = await liveTable(page, 'data/models/?modality=<script>&sort=colour');
  await expect(page.locator('.table-message')).toContainText(
    '“<script>” is not a choice for “Modality”; “colour” is not a choice for “Order”',
  );
  expect(await rows.count()).toBeGreaterThan(100);
});

test('a link to a row that its own filters hide says so', async ({ page }) => {
  await liveTable(page, 'data/models/?modality=audio#bert-large');
  await expect(page.locator('.table-message')).toContainText('hidden by its own filters');
});

test('a row’s address brings the reader to the row', async ({ page }) => {
  await page.goto('data/models/#bert-large');
  await expect(page.locator('#bert-large')).toBeInViewport();
  await move(page);
  await expect(page.locator('[data-live="yes"]')).toBeVisible();
  await expect(page.locator('#bert-large')).toBeInViewport();
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });
  test('the table is complete and offers nothing that needs one', async ({ page }) => {
    await page.goto('data/models/');
    expect(await page.locator('.dataset-table tbody tr:visible').count()).toBeGreaterThan(100);
    await expect(page.locator('.table-tools')).toBeHidden();
    const value = page.locator('.dataset-table .value').first();
    await expect(value).toHaveAttribute('href', /\/sources\/#/);
    await expect(value).toHaveAttribute('title', /read in/);
  });
});
