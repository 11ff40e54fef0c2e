/** The order of the book, from the one list in content/contents.ts. */
import { OPENING, PARTS } from '@/content/contents';
import { chapterPath } from './site';

export interface Part {
  slug: string;
  title: string;
  lead: string;
  chapters: readonly string[];
}

export interface ChapterRef {
  /** Empty for the opening chapter, which stands before all parts. */
  part: string;
  chapter: string;
}

export const parts: readonly Part[] = PARTS;

/** Every chapter in reading order. */
export const chapters: readonly ChapterRef[] = [
  { part: '', chapter: OPENING },
  ...parts.flatMap((part) => part.chapters.map((chapter) => ({ part: part.slug, chapter }))),
];

/** Its name in lists of prerequisites and in kept answers: "history/vision-backbones". */
export const chapterName = (part: string, chapter: string): string =>
  part === '' ? chapter : `${part}/${chapter}`;

/** Where its text is. */
export const chapterFile = (part: string, chapter: string): string =>
  `content/${chapterName(part, chapter)}.mdx`;

export const findPart = (slug: string): Part | undefined =>
  parts.find((part) => part.slug === slug);

export const firstChapterPath = chapters[0]
  ? chapterPath(chapters[0].part, chapters[0].chapter)
  : '/';

/** The chapters before and after, across parts. */
export function neighbours(
  part: string,
  chapter: string,
): { previous?: ChapterRef; next?: ChapterRef } {
  const at = chapters.findIndex((c) => c.part === part && c.chapter === chapter);
  return at < 0 ? {} : { previous: chapters[at - 1], next: chapters[at + 1] };
}
