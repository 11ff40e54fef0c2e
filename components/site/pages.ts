/** Every page of the site with its title: for the sitemap and for what to offer when one is not found. */
import { FIGURE_IDS, FIGURES } from '@/components/figures/registry';
import { SPECS } from '@/components/labs/specs';
import { chapterMeta } from '@/components/prose/chapters';
import { DATASET_IDS, dataset } from '@/data';
import { LAB_IDS } from '@/labs/lab';
import { chapters, parts } from '@/lib/contents';
import { chapterPath, datasetPath, figurePath, labPath } from '@/lib/site';

export interface PageAddress {
  path: string;
  title: string;
}

const FIXED: readonly PageAddress[] = [
  { path: '/', title: 'Home' },
  { path: '/figures/', title: 'Figures' },
  { path: '/labs/', title: 'Labs' },
  { path: '/data/', title: 'Data' },
  { path: '/glossary/', title: 'Glossary' },
  { path: '/sources/', title: 'Sources' },
  { path: '/about/', title: 'About' },
  { path: '/progress/', title: 'Your answers' },
];

export async function pagePaths(): Promise<PageAddress[]> {
  const chapterPages = chapters.map(async ({ part, chapter }) => ({
    path: chapterPath(part, chapter),
    title: (await chapterMeta(part, chapter)).title,
  }));
  const figurePages = FIGURE_IDS.map(async (id) => ({
    path: figurePath(id),
    title: (await FIGURES[id].spec()).spec.title,
  }));
  const labPages = LAB_IDS.map(async (id) => ({
    path: labPath(id),
    title: (await SPECS[id]()).spec.title,
  }));
  return [
    ...FIXED,
    ...parts.map(({ slug, title }) => ({ path: `/${slug}/`, title })),
    ...(await Promise.all(chapterPages)),
    ...(await Promise.all(figurePages)),
    ...(await Promise.all(labPages)),
    ...DATASET_IDS.map((id) => ({ path: datasetPath(id), title: dataset(id).definition.title })),
  ];
}
