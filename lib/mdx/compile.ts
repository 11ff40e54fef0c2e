/** A chapter's source to a component's code, its facts and its front matter. */
import { bundleMDX } from 'mdx-bundler';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { splitFrontMatter, type FrontMatter } from './front-matter';
import { rehypeCode } from './rehype-code';
import { rehypeMath } from './rehype-math';
import { rehypeTables } from './rehype-tables';
import { noFacts, remarkChapter, type ChapterFacts } from './remark-chapter';
import { remarkLayout } from './remark-layout';
import type { Vocabulary } from './vocabulary';

/** Something in a chapter that its author must mend; every line names file and line. */
export class ContentError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ContentError';
  }
}

export interface CompiledChapter extends Omit<ChapterFacts, 'problems'> {
  meta: FrontMatter;
  /** Evaluated by `getMDXComponent` on the server; never sent to the reader. */
  code: string;
}

interface BundlerError {
  errors?: { text: string; location?: { line: number } | null }[];
}

/** MDX's own complaints, each in one line with the file and line in front. */
function parseProblems(error: unknown, file: string): string[] {
  const errors = (error as BundlerError).errors ?? [];
  if (errors.length === 0) return [`${file}:1: ${(error as Error).message}`];
  return errors.map(({ text, location }) => {
    const message = text
      .replace(/\s+/g, ' ')
      .replace(/^Cannot process MDX file with esbuild: ([\d:-]+: )?/, '');
    // An element that nothing closes has no place of its own: where it opens stands in brackets.
    const opening = /\((\d+):\d+-\d+:\d+\)/.exec(message)?.[1];
    return `${file}:${location?.line || opening || 1}: ${message}`;
  });
}

/**
 * Compiles one chapter.
 * @param source the text of the .mdx file
 * @param file its path from the project's root, for messages
 * @throws ContentError listing everything that does not resolve
 */
export async function compileChapter(
  source: string,
  file: string,
  vocabulary: Vocabulary,
): Promise<CompiledChapter> {
  const { meta, body } = splitFrontMatter(source, file);
  const facts = noFacts();
  const where = { file, problems: facts.problems };
  const bundle = await bundleMDX({
    source: body,
    mdxOptions: (options) => ({
      ...options,
      remarkPlugins: [
        remarkGfm,
        remarkMath,
        [remarkChapter, { file, vocabulary, facts }],
        remarkLayout,
      ],
      rehypePlugins: [[rehypeMath, where], [rehypeCode, where], rehypeTables],
    }),
    esbuildOptions: (options) => ({
      ...options,
      minify: false,
      target: 'es2022',
      logLevel: 'silent',
    }),
  }).catch((error: unknown) => {
    throw new ContentError(facts.problems.length > 0 ? facts.problems : parseProblems(error, file));
  });
  const { problems, ...rest } = facts;
  if (problems.length > 0) throw new ContentError(problems);
  return { meta, code: bundle.code, ...rest };
}
