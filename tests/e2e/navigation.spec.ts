import { CHAPTER, PAGES, expect, test } from './site';

test('a reader gets from the home page to the chapter and back', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('link', { name: 'Start with the introduction' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/somebody else’s training/);
  await page.getByRole('link', { name: /^Next/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/warm start comes from/);
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/starts from zero/);
});

test('a link to a heading arrives at the heading', async ({ page }) => {
  await page.goto(`${CHAPTER}#resnet`);
  await expect(page.locator('#resnet')).toBeInViewport();
});

test('every link on every page leads somewhere', async ({ request, site }) => {
  test.setTimeout(180_000);
  const { origin } = new URL(site.address);
  /** Text of an address; pages are read as they are sent, without a browser around them. */
  const texts = new Map<string, Promise<string | undefined>>();
  const read = (address: string) => {
    if (!texts.has(address)) {
      const answer = request.get(address);
      texts.set(
        address,
        answer.then((got) => (got.status() === 200 ? got.text() : undefined)),
      );
    }
    return texts.get(address)!;
  };
  const targets = new Set<string>();
  for (const path of PAGES) {
    const html = (await read(site.address + path)) ?? '';
    for (const [, link] of html.matchAll(/<a [^>]*?href="([^"]+)"/g)) {
      const url = new URL(link!.replaceAll('&amp;', '&'), site.address + path);
      if (url.origin === origin) targets.add(url.href);
    }
  }
  const broken: string[] = [];
  for (const link of targets) {
    const url = new URL(link);
    const text = await read(url.origin + url.pathname);
    const id = decodeURIComponent(url.hash.slice(1));
    if (text === undefined || (id && !text.includes(` id="${id}"`))) broken.push(link);
  }
  expect(targets.size).toBeGreaterThan(1000);
  expect(broken).toEqual([]);
});

test('the contents mark the section being read', async ({ page }) => {
  await page.goto(CHAPTER);
  await page.locator('#densenet').scrollIntoViewIfNeeded();
  await page.evaluate(() => document.getElementById('densenet')?.scrollIntoView());
  await expect(page.locator('.toc-beside [aria-current]')).toHaveText(/DenseNet/);
});

test('the sitemap lists pages that exist', async ({ request, site }) => {
  const sitemap = await (await request.get(`${site.address}sitemap.xml`)).text();
  const paths = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map((m) => new URL(m[1]!).pathname);
  expect(paths.length).toBeGreaterThanOrEqual(PAGES.length);
  const statuses = await Promise.all(
    paths.map(async (path) => (await request.head(new URL(path, site.address).href)).status()),
  );
  expect(paths.filter((_, i) => statuses[i] !== 200)).toEqual([]);
});

const LOST = [
  ['history/vision-backbone/', 'chapter', 'history/vision-backbones/'],
  ['figures/imagenet-progres/', 'figure', 'figures/imagenet-progress/'],
  ['data/model/', 'dataset', 'data/models/'],
] as const;

for (const [asked, kind, meant] of LOST) {
  test(`an unknown ${kind} is answered with what was probably meant`, async ({ page, site }) => {
    site.expectedErrors.add(asked);
    const response = await page.goto(`./${asked}`);
    expect(response?.status()).toBe(404);
    const suggestions = page.locator('[data-suggestions]');
    await expect(suggestions).toContainText(`There is no ${kind}`);
    await suggestions.getByRole('link').first().click();
    await expect(page).toHaveURL(site.address + meant);
  });
}
