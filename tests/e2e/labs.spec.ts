import { readFileSync } from 'node:fs';
import { expect, liveLab, test } from './site';

/** One way, few steps: what a test can wait for. */
const SHORT = 'labs/adapt/?methods=lora&examples=10&steps=10&device=wasm&v=1';
/** A run takes seconds on a desk machine, and a minute where tests share it. */
const RUN = { timeout: 180_000 };

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });
  test('the recorded run is complete', async ({ page }) => {
    await page.goto('labs/adapt/');
    const lab = page.locator('[data-lab="adapt"]');
    await expect(lab.locator('.figure-picture svg').first()).toBeVisible();
    await expect(lab.getByRole('row', { name: /^Full fine-tuning/ }).first()).toBeVisible();
    await expect(lab.getByRole('button')).toHaveCount(0);
    await expect(page.getByText('running them needs JavaScript')).toBeVisible();
  });
});

test('engine and weights come when “Run” is pressed, and the run ends with a receipt', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(SHORT);
  const lab = await liveLab(page, 'adapt');
  await expect(lab).toHaveAttribute('data-state', 'idle');
  const weights = () => asked.filter((url) => url.endsWith('.safetensors'));
  expect(weights()).toEqual([]);
  expect(page.workers()).toEqual([]);

  await lab.getByRole('button', { name: 'Run it yourself' }).click();
  await expect(lab.locator('.run-progress')).toBeVisible();
  await expect(lab).toHaveAttribute('data-state', 'running', RUN);
  expect(weights()).toHaveLength(1);
  await expect(lab).toHaveAttribute('data-state', 'done', RUN);
  const row = lab.getByRole('row', { name: /^LoRA/ }).first();
  const accuracy = Number(await row.getByRole('cell').first().textContent());
  expect(accuracy).toBeGreaterThan(0);
  expect(accuracy).toBeLessThan(100);
  expect(page.workers()).toEqual([]);

  const saved = page.waitForEvent('download');
  await lab.getByRole('button', { name: 'Receipt (JSON)' }).click();
  const file = await (await saved).path();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    lab: 'adapt',
    v: 1,
    seed: 1,
    device: 'wasm',
    config: { methods: ['lora'], steps: 10 },
    metrics: { 'lora.score': expect.closeTo(accuracy, 0) },
  });

  // A reader who leaves and comes back finds what the run had found.
  await page.goto('./about/');
  await page.goto('labs/adapt/');
  const back = await liveLab(page, 'adapt');
  await expect(back).toHaveAttribute('data-state', 'done');
  await expect(back.locator('.lab-origin')).toContainText('your run on WASM');
});

test('what cannot be read or run is said in words, and nothing is lost', async ({ page, site }) => {
  await page.goto('labs/adapt/?v=99&steps=5000#receipt=broken');
  const lab = await liveLab(page, 'adapt');
  const message = lab.locator('.figure-message');
  await expect(message).toContainText('made for version 99');
  await expect(message).toContainText('“5000” is not a choice for “Steps of training”');
  await expect(message).toContainText('this is not a receipt that we can read');

  site.expectedErrors.add('labs/checkpoints/definitions.safetensors');
  await page.route('**/*.safetensors', (route) => route.fulfill({ status: 503 }));
  await lab.getByRole('button', { name: 'Run it yourself' }).click();
  await expect(lab).toHaveAttribute('data-state', 'failed');
  await expect(lab.locator('.lab-origin')).toContainText(
    'file checkpoints/definitions.safetensors could not be loaded (503)',
  );
  await expect(lab.getByRole('button', { name: 'Run it yourself' })).toBeEnabled();
});
