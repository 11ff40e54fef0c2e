import { readFileSync } from 'node:fs';
import { FIGURES as ENTRIES } from '@/components/figures/registry';
import { embedCode } from '@/lib/figure-links';
import { CHAPTER, FIGURES, expect, liveFigure, move, test } from './site';

test('a figure’s state is in the address, and the address gives the state back', async ({
  page,
}) => {
  await page.goto('figures/imagenet-progress/');
  const figure = await liveFigure(page, 'imagenet-progress');
  await figure.getByRole('radio', { name: 'Several networks' }).check();
  await expect(page).toHaveURL(/\?protocol=ensemble$/);
  await expect(figure.locator('.figure-picture')).toHaveAttribute(
    'aria-label',
    /in focus: several networks/,
  );
  const names = await figure.locator('.mark-names').textContent();

  const again = await page.context().newPage();
  await again.goto(page.url());
  const copy = await liveFigure(again, 'imagenet-progress');
  await expect(copy.getByRole('radio', { name: 'Several networks' })).toBeChecked();
  await expect(copy.locator('.mark-names')).toHaveText(names ?? '');
});

test('in a chapter each figure keeps its own state in the address', async ({ page }) => {
  await page.goto(`${CHAPTER}?imagenet-progress.protocol=multi-crop&model-atlas.measure=compute`);
  const progress = await liveFigure(page, 'imagenet-progress');
  await expect(progress.getByRole('radio', { name: 'One network, many crops' })).toBeChecked();
  const atlas = await liveFigure(page, 'model-atlas');
  await expect(atlas.getByRole('radio', { name: 'Compute' })).toBeChecked();
  await atlas.getByRole('radio', { name: 'Tokens' }).check();
  await expect(page).toHaveURL(
    /imagenet-progress\.protocol=multi-crop.*model-atlas\.measure=tokens/,
  );
});

test('a reader who leaves and comes back finds the figure as it was', async ({ page }) => {
  await page.goto('figures/model-atlas/');
  const figure = await liveFigure(page, 'model-atlas');
  await figure.getByRole('radio', { name: 'Openness' }).check();
  await expect(page).toHaveURL(/colour=openness/);
  await page.goto('./about/');
  await page.goBack();
  const back = await liveFigure(page, 'model-atlas');
  await expect(back.getByRole('radio', { name: 'Openness' })).toBeChecked();
});

test('a broken state falls back to the default and says so', async ({ page }) => {
  await page.goto('figures/imagenet-progress/?protocol=<script>&x=parameters');
  const figure = await liveFigure(page, 'imagenet-progress');
  await expect(figure.locator('.figure-message')).toContainText(
    '“<script>” is not a choice for “Protocol”',
  );
  await expect(figure.getByRole('radio', { name: 'One network, one crop' })).toBeChecked();
  await expect(figure.getByRole('radio', { name: 'Parameters' })).toBeChecked();
});

test('a setting chosen before the chart came is kept', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/data/*.json', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('figures/imagenet-progress/');
  const figure = page.locator('[data-figure="imagenet-progress"]');
  await figure.getByRole('radio', { name: 'Several networks' }).check();
  await expect(figure.locator('[data-live]')).toHaveAttribute('data-live', 'no');
  release();
  await liveFigure(page, 'imagenet-progress');
  await expect(figure.getByRole('radio', { name: 'Several networks' })).toBeChecked();
  await expect(figure.locator('.figure-picture')).toHaveAttribute(
    'aria-label',
    /in focus: several networks/,
  );
});

test('when the data cannot be had the picture stays and a touch tries again', async ({
  page,
  site,
}) => {
  site.expectedErrors.add('data/imagenet-backbones.json');
  let broken = true;
  await page.route('**/data/imagenet-backbones.json', (route) =>
    broken ? route.fulfill({ status: 503, body: '' }) : route.continue(),
  );
  await page.goto('figures/imagenet-progress/');
  await move(page);
  const figure = page.locator('[data-figure="imagenet-progress"]');
  await expect(figure.locator('.figure-failure')).toContainText('could not be loaded');
  await expect(figure.locator('.figure-picture-wide svg')).toBeVisible();
  broken = false;
  await figure.locator('.figure-stage').click();
  await liveFigure(page, 'imagenet-progress');
});

test('marks are read with the keyboard, and each says its source', async ({ page }) => {
  await page.goto('figures/imagenet-progress/');
  const figure = await liveFigure(page, 'imagenet-progress');
  await figure.locator('.figure-picture').focus();
  await page.keyboard.press('ArrowRight');
  const readout = figure.locator('.figure-readout');
  await expect(readout).toContainText('AlexNet');
  await expect(readout).toContainText('Source:');
  const first = await readout.textContent();
  await page.keyboard.press('ArrowRight');
  await expect(readout).not.toHaveText(first ?? '');
  await page.keyboard.press('Escape');
  await expect(readout).toContainText('Point at a mark');
});

test('a mark is read by pointing at it', async ({ page }) => {
  await page.goto('figures/model-atlas/');
  const figure = await liveFigure(page, 'model-atlas');
  await figure.locator('[data-reading="lenet-5"]').hover();
  await expect(figure.locator('.figure-readout')).toContainText('LeNet-5');
});

const FILES = [
  ['csv', /^id,/],
  ['json', /^\{/],
  ['svg', /^<svg/],
  ['png', /^.PNG/s],
] as const;

for (const [action, start] of FILES) {
  test(`the ${action.toUpperCase()} holds the state that is shown`, async ({ page }) => {
    await page.goto('figures/imagenet-progress/?protocol=ensemble');
    const figure = await liveFigure(page, 'imagenet-progress');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      figure.locator(`[data-action="${action}"]`).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`imagenet-progress.${action}`);
    const bytes = readFileSync(await download.path());
    expect(bytes.toString('latin1')).toMatch(start);
    const text = bytes.toString('utf8');
    if (action === 'json') expect(JSON.parse(text).state.protocol).toBe('ensemble');
    if (action === 'svg') expect(text).toContain('protocol=ensemble');
    if (action === 'csv') expect(text.split('\n')[1]).toContain('Several networks');
    if (action === 'png') expect(bytes.readUInt32BE(16)).toBeGreaterThan(2000);
  });
}

test('link, embed code and citation carry the state', async ({ page, context, site }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${CHAPTER}?imagenet-progress.protocol=ensemble`);
  const figure = await liveFigure(page, 'imagenet-progress');
  const address = `${site.address}figures/imagenet-progress/?protocol=ensemble`;
  for (const [name, expected] of [
    ['Link', address],
    ['Embed', `<iframe src="${address}&amp;embed"`],
    ['Cite', `[Interactive figure]. ${address}`],
  ] as const) {
    await figure.getByRole('button', { name }).click();
    await expect(figure.locator('.figure-message')).toContainText('copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(expected);
  }
});

test('an embedded figure comes without the site around it', async ({ page }) => {
  await page.goto('figures/model-atlas/?embed&theme=dark');
  await expect(page.locator('.site-header')).toBeHidden();
  await expect(page.locator('.site-footer')).toBeHidden();
  await expect(page.locator('[data-figure="model-atlas"]')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the files beside the pages are there', async ({ request, site }) => {
  const paths = [
    ...FIGURES.flatMap((id) => ['svg', 'csv', 'json'].map((file) => `figures/${id}.${file}`)),
    ...['models', 'imagenet-backbones', 'quantities', 'glossary', 'sources'].flatMap((id) =>
      ['json', 'csv', 'schema.json'].map((file) => `data/${id}.${file}`),
    ),
  ];
  for (const path of paths) {
    const response = await request.get(site.address + path);
    expect(response.status(), path).toBe(200);
    expect((await response.body()).length, path).toBeGreaterThan(400);
  }
});

test('a button pressed before anything is live is carried out when it is', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('figures/imagenet-progress/', { waitUntil: 'networkidle' });
  await page.locator('[data-action="cite"]').dispatchEvent('pointerdown');
  await page.locator('[data-action="cite"]').dispatchEvent('click');
  await expect(page.locator('.figure-message')).toContainText('Citation copied');
});

test('an embedded figure makes its frame as high as it is, in the theme that is asked for', async ({
  page,
  site,
}) => {
  // The page of a course, on this origin because the tests allow no other.
  await page.route('**/course.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<body></body>' }),
  );
  await page.goto('course.html');
  const address = `${site.address}figures/imagenet-progress/?protocol=ensemble`;
  const code = embedCode((await ENTRIES['imagenet-progress'].spec()).spec, address).replace(
    '&amp;embed',
    '&amp;theme=dark&amp;embed',
  );
  await page.setContent(code);
  const frame = page.locator('iframe');
  await expect.poll(async () => (await frame.boundingBox())?.height).not.toBe(720);
  const inner = page.frameLocator('iframe');
  await expect(inner.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(inner.locator('.site-header')).toBeHidden();
  const wanted = await inner.locator('body').evaluate((body) => body.scrollHeight);
  expect((await frame.boundingBox())?.height).toBeCloseTo(wanted, -1);
});

test('a text is cut by a worker, wherever the site stands', async ({ page }) => {
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(worker.url()));
  await page.goto('figures/tokenizer/?text=unhappiness&tokenizers=r50k_base');
  const figure = await liveFigure(page, 'tokenizer');
  await expect(figure.locator('.figure-picture')).toHaveAttribute(
    'aria-label',
    /11 characters, cut by GPT-2 into \d tokens/,
  );
  expect(workers).toHaveLength(1);
});
