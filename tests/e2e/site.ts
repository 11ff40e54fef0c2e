/**
 * The test of this suite: knows where the site stands, and fails on any request
 * that leaves its origin, any script error and any missing file.
 */
import { test as base, expect, type Page } from '@playwright/test';
import { FIGURE_IDS } from '@/components/figures/registry';
import { LAB_IDS } from '@/labs/lab';
import { chapters } from '@/lib/contents';
import { chapterPath } from '@/lib/site';
import { PLACES } from './places';

export interface Site {
  /** Address of the site, with a slash at the end. */
  address: string;
  /** Statuses of answers that a test expects to be errors. */
  expectedErrors: Set<string>;
}

export const test = base.extend<{ site: Site; watched: void }>({
  site: async ({}, use, info) => {
    const place = PLACES.find(({ name }) => name === info.project.name);
    const address = process.env[place?.variable ?? ''];
    if (!address) throw new Error(`no server for ${info.project.name}`);
    await use({ address, expectedErrors: new Set() });
  },
  baseURL: async ({ site }, use) => use(site.address),
  watched: [
    async ({ page, site }, use) => {
      const problems: string[] = [];
      const { origin } = new URL(site.address);
      page.on('request', (request) => {
        const url = request.url();
        if (!/^(data|blob):/.test(url) && new URL(url).origin !== origin)
          problems.push(`left the origin: ${url}`);
      });
      page.on('response', (response) => {
        const path = response.url().slice(site.address.length);
        if (response.status() >= 400 && !site.expectedErrors.has(path)) {
          problems.push(`${response.status()} ${response.url()}`);
        }
      });
      page.on('pageerror', (error) => problems.push(`script error: ${error.message}`));
      await use();
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** What any reader does first: pages wait for it with their scripts. */
export async function move(page: Page) {
  await page.mouse.move(5, 5);
  await page.mouse.move(6, 6);
}

/** The figure of this id, scrolled to and live. */
export async function liveFigure(page: Page, id: string) {
  const figure = page.locator(`[data-figure="${id}"]`);
  await move(page);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('[data-live]')).toHaveAttribute('data-live', 'yes');
  return figure;
}

/** The lab of this id, scrolled to and live; nothing runs yet. */
export async function liveLab(page: Page, id: string) {
  await move(page);
  await page.locator(`#lab-${id}`).scrollIntoViewIfNeeded();
  await expect(page.locator(`#lab-${id} [data-live]`)).toHaveAttribute('data-live', 'yes');
  return page.locator(`[data-lab="${id}"]`);
}

export const CHAPTER = 'history/vision-backbones/';
export const FIGURES: readonly string[] = FIGURE_IDS;
/** Every chapter, by the path of its page. */
export const CHAPTERS = chapters.map(({ part, chapter }) => chapterPath(part, chapter).slice(1));
export const PAGES = [
  '',
  ...CHAPTERS,
  'history/',
  'progress/',
  'figures/',
  ...FIGURES.map((id) => `figures/${id}/`),
  'labs/',
  ...LAB_IDS.map((id) => `labs/${id}/`),
  'data/',
  'data/models/',
  'data/objectives/',
  'data/scaling-laws/',
  'glossary/',
  'sources/',
  'about/',
];
