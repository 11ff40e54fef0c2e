import { readFileSync } from 'node:fs';
import { expect, move, test } from './site';

const CHAPTER = 'methods/unsupervised/';

test('answers are kept, counted, shown, saved, cleared and brought back', async ({ page }) => {
  await page.goto(`${CHAPTER}#check-yourself`);
  await move(page);
  const status = page.locator('.chapter-answers [role="status"]');
  await expect(status).toContainText('5 questions.');

  const choice = page.locator('.question', { hasText: 'An autoencoder with as many code' });
  await choice.getByText('It is overfitting and needs more data.').click();
  await expect(choice).toHaveAttribute('data-answered', 'wrong');
  await choice.getByText('Nothing yet: it may simply be copying.').click();
  await expect(choice).toHaveAttribute('data-answered', 'wrong');

  const number = page.locator('.question', { hasText: 'Run k-means on 0, 2, 4' });
  await number.getByRole('textbox').fill('7');
  await number.getByRole('button', { name: 'Answer' }).click();
  await expect(number.getByRole('status')).toContainText('Too low');
  await number.getByRole('textbox').fill('11');
  await page.keyboard.press('Enter');
  await expect(number.getByRole('status')).toHaveText('Right.');
  await expect(number.locator('details div')).toBeVisible();
  await expect(status).toContainText('2 of 5 answered, 0 rightly.');

  await page.reload();
  await move(page);
  await expect(status).toContainText('2 of 5 answered');

  await page.goto('./');
  await move(page);
  await expect(page.locator('.chapter-tally')).toHaveText('2 of 5');

  await page.goto('progress/');
  await move(page);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save to a file' }).click();
  const file = await (await saved).path();
  expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')).answers)).toEqual([
    'methods/unsupervised',
  ]);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await page.getByRole('button', { name: 'Really clear all?' }).click();
  const all = page.locator('tfoot td').nth(1);
  await expect(all).toHaveText('0');
  await page.getByLabel('Bring back from a file').setInputFiles(file);
  await expect(all).toHaveText('2');
});

test('questions can be answered with the keyboard alone', async ({ page }) => {
  await page.goto(`${CHAPTER}#check-yourself`);
  await page.locator('.question summary').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.question').first()).toHaveAttribute('data-answered', /right|wrong/);
  await page.keyboard.press('Tab');
  await expect(page.locator('.question summary').nth(1)).toBeFocused();
});

test('a first answer given before the scripts are there counts', async ({ page }) => {
  await page.goto(CHAPTER, { waitUntil: 'networkidle' });
  // As a tap does it: no pointer moves before.
  await page
    .locator('.question summary')
    .first()
    .evaluate((summary: HTMLElement) => summary.click());
  await move(page);
  await expect(page.locator('.question').first()).toHaveAttribute('data-answered', 'wrong');
});

test('a link to a question arrives at it', async ({ page }) => {
  await page.goto(`${CHAPTER}#check-run-k-means-on-0-2`);
  await expect(page.locator('.question', { hasText: 'Run k-means' })).toBeInViewport();
});

test('with JavaScript off the page of answers says why it is empty', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.address}progress/`);
  await expect(page.getByText('Keeping answers needs JavaScript')).toBeVisible();
  await expect(page.locator('.progress-tools')).toBeHidden();
  await context.close();
});
