import { brotliCompressSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { CHAPTER, expect, liveFigure, liveLab, move, test } from './site';

/** Budgets in bytes of brotli, module scripts only: `nomodule` is for browsers that have no modules. */
const PROSE_BUDGET = 125_000;
/** Recharts and the figure layer: curves, rows, settings of every kind. */
const CHART_BUDGET = 102_000;

const MOST_FIGURES = 'scale/scaling-laws/';

/** Collects every script that the page asks for, with its size as a good host would send it. */
function watchScripts(page: Page): Map<string, Promise<number>> {
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    const body = response.body().catch(() => Buffer.alloc(0));
    sizes.set(
      response.url(),
      body.then((bytes) => brotliCompressSync(bytes).length),
    );
  });
  return sizes;
}

const sum = async (sizes: Map<string, Promise<number>>) =>
  (await Promise.all(sizes.values())).reduce((total, size) => total + size, 0);

/** The sum once no further script comes: a page that was idle before counts as idle for good. */
async function settled(page: Page, sizes: Map<string, Promise<number>>): Promise<number> {
  let before = -1;
  let now = await sum(sizes);
  while (now !== before) {
    before = now;
    await page.waitForTimeout(700);
    now = await sum(sizes);
  }
  return now;
}

test('a prose page loads at most 125 kB of script and no chart, a figure at most 102 kB more', async ({
  page,
}) => {
  const sizes = watchScripts(page);
  await page.goto(CHAPTER, { waitUntil: 'networkidle' });
  await move(page);
  await expect(page.locator('html[data-awake]')).toBeAttached();
  const prose = await settled(page, sizes);
  expect(prose).toBeGreaterThan(0);
  expect(prose).toBeLessThanOrEqual(PROSE_BUDGET);
  await expect(page.locator('[data-live="yes"]')).toHaveCount(0);
  const before = new Set(sizes.keys());
  await liveFigure(page, 'imagenet-progress');
  const chart = (await settled(page, sizes)) - prose;
  expect([...sizes.keys()].filter((url) => !before.has(url)).length).toBeGreaterThan(0);
  expect(chart).toBeLessThanOrEqual(CHART_BUDGET);
  test.info().annotations.push({ type: 'bytes', description: `prose ${prose}, chart ${chart}` });
  console.log(`    script, brotli: prose page ${prose} bytes, first figure ${chart} more`);
});

test('the chapter with most figures loads no chart before one is near', async ({ page }) => {
  const sizes = watchScripts(page);
  await page.goto(MOST_FIGURES, { waitUntil: 'networkidle' });
  expect(await page.locator('[data-figure]').count()).toBeGreaterThan(2);
  await move(page);
  await expect(page.locator('html[data-awake]')).toBeAttached();
  expect(await settled(page, sizes)).toBeLessThanOrEqual(PROSE_BUDGET);
  await expect(page.locator('[data-live="yes"]')).toHaveCount(0);
});

test('a page that is only looked at runs no script of the framework', async ({ page }) => {
  await page.goto(CHAPTER, { waitUntil: 'networkidle' });
  expect(await page.locator('script[src]:not([nomodule])').count()).toBe(0);
  await move(page);
  await expect(page.locator('script[src]:not([nomodule])')).not.toHaveCount(0);
});

test('a page with nothing to bring to life carries no script of the framework', async ({
  request,
  site,
}) => {
  const html = await (await request.get(`${site.address}about/`)).text();
  expect(html).not.toMatch(/_next\/static\/chunks\/[^"']+\.js/);
  expect(html).not.toMatch(/<script[^>]+src=/);
  expect(html).not.toContain('__next_f');
});

test('the checker of the data is not sent to readers', async ({ page }) => {
  const bodies: string[] = [];
  page.on('response', async (response) => {
    if (response.request().resourceType() === 'script')
      bodies.push(await response.text().catch(() => ''));
  });
  await page.goto('figures/model-atlas/', { waitUntil: 'networkidle' });
  await liveFigure(page, 'model-atlas');
  // Bodies come in a little after the chart that they draw.
  await expect.poll(() => bodies.some((body) => body.includes('recharts'))).toBe(true);
  expect(
    bodies.filter((body) => body.includes('ZodError') || body.includes('invalid_union')),
  ).toEqual([]);
});

/** As the Layout Instability specification has it; the types of the browser lack it. */
interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: readonly { node?: Node; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
}
interface Shift {
  value: number;
  what: readonly string[];
}
/** A line of text that moves by its own height counts half as much again on a phone. */
const UNSEEN = 0.001;

for (const path of ['', CHAPTER, 'figures/imagenet-progress/']) {
  test(`nothing shifts while /${path} loads and is read`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.addInitScript(() => {
      const shifts: Shift[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const { value, hadRecentInput, sources } of list.getEntries() as LayoutShift[]) {
          const what = sources.map(
            ({ node, previousRect, currentRect }) =>
              `${node?.textContent?.slice(0, 40)}: ${JSON.stringify([previousRect, currentRect])}`,
          );
          if (!hadRecentInput) shifts.push({ value, what });
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`./${path}`, { waitUntil: 'networkidle' });
    await page.evaluate(async () => {
      for (let y = 0; y < document.body.scrollHeight; y += 500) {
        scrollTo(0, y);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    });
    for (const figure of await page.locator('[data-figure]').all()) {
      await liveFigure(page, (await figure.getAttribute('data-figure')) ?? '');
    }
    for (const lab of await page.locator('[data-lab]').all()) {
      await liveLab(page, (await lab.getAttribute('data-lab')) ?? '');
    }
    await page.waitForTimeout(300);
    const shifts = await page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
    const sum = shifts.reduce((total, { value }) => total + value, 0);
    expect(sum, JSON.stringify(shifts)).toBeLessThan(UNSEEN);
  });
}
