/** Runs from their first step to their last: at the root only, since nothing of it depends on the path. */
import { readFileSync } from 'node:fs';
import { packReceipt, type Receipt } from '@/labs/receipt';
import { expect, liveLab, test } from './site';

const { receipt } = JSON.parse(readFileSync('tests/fixtures/adapt-short.json', 'utf8')) as {
  receipt: Receipt;
};
/** A run takes seconds on a desk machine, and a minute where tests share it. */
const RUN = { timeout: 180_000 };

test('a receipt from Node, opened by its link, is replayed here and verified', async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto(`labs/adapt/?v=1#receipt=${packReceipt(receipt)}`);
  const lab = await liveLab(page, 'adapt');
  await expect(lab.locator('.figure-message')).toContainText('A receipt came with the link');
  await lab.getByRole('button', { name: 'Replay and verify' }).click();
  await expect(lab).toHaveAttribute('data-state', 'done', RUN);
  await expect(lab.locator('.verdict')).toContainText('✓ Verified.');
});

test('a run can be held and stopped, and what it found stays', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto('labs/adapt/?methods=features&steps=400&device=wasm&v=1');
  const lab = await liveLab(page, 'adapt');
  await lab.getByRole('button', { name: 'Run it yourself' }).click();
  await expect(lab.locator('[data-reading="features-0"]')).toBeAttached(RUN);
  // The first step is compiled, and cannot be held before its end.
  await expect(lab.locator('.run-status')).toContainText(/step ([2-9]|\d\d)/, RUN);
  await lab.getByRole('button', { name: 'Pause' }).click();
  await expect(lab).toHaveAttribute('data-state', 'paused');
  await page.waitForTimeout(1_500);
  const held = await lab.locator('.run-status').textContent();
  await page.waitForTimeout(1_500);
  expect(await lab.locator('.run-status').textContent()).toBe(held);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  // Whoever held it by keyboard is still on the button that lets it go on.
  await expect(lab.getByRole('button', { name: 'Go on' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(lab.locator('.run-status')).not.toHaveText(held ?? '');
  await lab.getByRole('button', { name: 'Stop' }).click();
  await expect(lab).toHaveAttribute('data-state', 'idle', { timeout: 1_000 });
  await expect(lab.locator('.lab-origin')).toContainText('What it found so far stays');
  await expect(lab.locator('[data-reading="features-0"]')).toBeAttached();

  // Whose run the picture shows is said where it is no longer that of the settings.
  await expect(lab.locator('.lab-origin')).not.toContainText('settings have changed');
  await lab.getByRole('checkbox', { name: 'LoRA', exact: true }).check();
  await expect(lab.locator('.lab-origin')).toContainText('The settings have changed since');
});

test('a text of one’s own stays here, and the model that learned from it can be adapted', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await page.goto('labs/pretrain/?corpus=own&width=32&layers=1&steps=10&device=wasm&v=1');
  const lab = await liveLab(page, 'pretrain');
  const run = lab.getByRole('button', { name: 'Run it yourself' });
  await run.click();
  await expect(lab).toHaveAttribute('data-state', 'failed', RUN);
  await expect(lab.locator('.lab-origin')).toContainText('no text of your own in this browser');

  const own = readFileSync('public/labs/corpora/moby-dick.txt', 'utf8').slice(0, 12_000);
  await lab.getByLabel(/^Your text/).fill(own);
  await run.click();
  await expect(lab).toHaveAttribute('data-state', 'done', RUN);
  await expect(
    lab.getByText(/10 steps of guessing what comes next, .* a text of your own/),
  ).toBeVisible();
  const saved = page.waitForEvent('download');
  await lab.getByRole('button', { name: /^Download it/ }).click();
  expect((await saved).suggestedFilename()).toBe('my-model.safetensors');
  // Not in an address, nor in what was sent along.
  expect(sent.filter((one) => one.includes(own.slice(0, 30)))).toEqual([]);
  expect(decodeURIComponent(page.url())).not.toContain(own.slice(0, 30));

  await expect(lab.getByRole('link', { name: 'Adapt it to a task' })).toBeVisible();
  await page.goto('labs/adapt/?start=own&methods=features&examples=10&steps=10&device=wasm&v=1');
  const adapt = await liveLab(page, 'adapt');
  await expect(adapt.locator('.lab-own')).toContainText('Your own model: 1 layer of width 32');
  await adapt.getByRole('button', { name: 'Run it yourself' }).click();
  await expect(adapt).toHaveAttribute('data-state', 'done', RUN);
  await expect(adapt.locator('.lab-results-all')).toContainText('started from your own model');
});
