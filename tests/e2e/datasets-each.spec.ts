/** What the page of every dataset must do: at the root only, since nothing of it depends on the path. */
import { readdirSync } from 'node:fs';
import { expect, move, test } from './site';

const DATASETS = readdirSync('public/data')
  .filter((file) => file.endsWith('.csv'))
  .map((file) => file.replace('.csv', ''));

for (const id of DATASETS) {
  test(`going live moves nothing and loses no row: ${id}`, async ({ page }) => {
    await page.goto(`data/${id}/`);
    const box = await page.locator('.dataset-table').boundingBox();
    const rows = await page.locator('.dataset-table tbody tr').count();
    await move(page);
    await expect(page.locator('[data-live="yes"]')).toBeVisible();
    expect(await page.locator('.dataset-table').boundingBox()).toEqual(box);
    await expect(page.locator('.dataset-table tbody tr:visible')).toHaveCount(rows);
  });
}
