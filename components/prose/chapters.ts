/** Chapters as the pages need them: read once, compiled once a build. */
import { getMDXComponent } from 'mdx-bundler/client';
import { cache } from 'react';
import { FIGURE_IDS } from '@/components/figures/registry';
import { compileChapter } from '@/lib/mdx/compile';
import { splitFrontMatter, type FrontMatter } from '@/lib/mdx/front-matter';
import { MDX_NAMES } from './names';

const fileOf = (part: string, chapter: string) => `content/${part}/${chapter}.mdx`;

/** Through the bundler, not the file system, so that `npm run dev` refreshes an edited chapter. */
const readChapter = cache(async (part: string, chapter: string): Promise<string> => {
  const text: { default: string } = await import(`@/content/${part}/${chapter}.mdx`);
  return text.default;
});

export const chapterMeta = cache(async (part: string, chapter: string): Promise<FrontMatter> => {
  return splitFrontMatter(await readChapter(part, chapter), fileOf(part, chapter)).meta;
});

/**
 * A chapter as a component with its facts; it is evaluated here, and never in the browser.
 * @throws ContentError naming file and line
 */
export const loadChapter = cache(async (part: string, chapter: string) => {
  const vocabulary = {
    components: new Set<string>(MDX_NAMES),
    figures: new Set<string>(FIGURE_IDS),
  };
  const source = await readChapter(part, chapter);
  const { code, ...facts } = await compileChapter(source, fileOf(part, chapter), vocabulary);
  return { ...facts, Content: getMDXComponent(code) };
});
