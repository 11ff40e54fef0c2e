/** What a page costs its reader: bytes by kind (brotli) and Lighthouse's mobile scores. */
import { chromium } from '@playwright/test';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { LAUNCH_ARGUMENTS } from '../find-browser';
import type { Bench } from './index';

const PAGES = ['', 'history/vision-backbones/', 'figures/imagenet-progress/', 'about/'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Bytes on the wire by type of resource, before anything is touched or scrolled to. */
async function weigh(url: string, executablePath: string): Promise<Record<string, number>> {
  const browser = await chromium.launch({ executablePath, args: LAUNCH_ARGUMENTS });
  const page = await browser.newPage({ viewport: { width: 412, height: 823 } });
  const bytes: Record<string, number> = {};
  page.on('requestfinished', async (request) => {
    const { responseBodySize } = await request.sizes();
    const type = request.resourceType();
    bytes[type] = (bytes[type] ?? 0) + responseBodySize;
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await browser.close();
  return bytes;
}

async function score(url: string, chromePath: string) {
  const chrome = await launch({ chromePath, chromeFlags: ['--headless=new', ...LAUNCH_ARGUMENTS] });
  try {
    const result = await lighthouse(url, { port: chrome.port, onlyCategories: [...CATEGORIES] });
    if (!result) throw new Error(`no result for ${url}`);
    const { categories, audits } = result.lhr;
    const failing = Object.values(audits)
      .filter(
        (audit) => audit.score !== null && audit.score < 1 && audit.scoreDisplayMode === 'binary',
      )
      .map((audit) => audit.id);
    return {
      ...Object.fromEntries(
        CATEGORIES.map((id) => [id, Math.round((categories[id]?.score ?? 0) * 100)]),
      ),
      LCP: audits['largest-contentful-paint']?.displayValue,
      TBT: audits['total-blocking-time']?.displayValue,
      CLS: audits['cumulative-layout-shift']?.displayValue,
      failing: failing.join(' '),
    };
  } finally {
    chrome.kill();
  }
}

export const pages: Bench = async ({ address, browserPath }) => {
  const rows: Record<string, Record<string, unknown>> = {};
  for (const path of PAGES) {
    const url = address + path;
    const bytes = await weigh(url, browserPath);
    const kilobytes = (type: string) => Math.round((bytes[type] ?? 0) / 100) / 10;
    rows[`/${path}`] = {
      'HTML kB': kilobytes('document'),
      'CSS kB': kilobytes('stylesheet'),
      'fonts kB': kilobytes('font'),
      'script kB': kilobytes('script'),
      ...(await score(url, browserPath)),
    };
  }
  return rows;
};
