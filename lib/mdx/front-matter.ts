import matter from 'gray-matter';
import { z } from 'zod';

const frontMatterSchema = z.strictObject({
  title: z.string().min(1).max(90),
  /** The question that the chapter answers, as a student would ask it. */
  question: z.string().min(1).endsWith('?'),
  /** For search engines and link previews. */
  description: z.string().min(50).max(170),
  /** Chapters to read first, as "<part>/<chapter>"; the introduction is taken for granted. */
  prerequisites: z.array(z.string()).max(3).default([]),
  updated: z.iso.date('must be YYYY-MM-DD in quotes'),
});

export type FrontMatter = z.infer<typeof frontMatterSchema>;

interface YamlError {
  reason?: string;
  mark?: { line: number };
}

function readMatter(source: string, file: string) {
  try {
    // With options, even none, gray-matter does not answer a second call from its cache.
    return matter(source, {});
  } catch (error) {
    const { reason, mark } = error as YamlError;
    const message = reason ?? (error as Error).message;
    throw new Error(`${file}:${(mark?.line ?? 0) + 1}: front matter: ${message}`);
  }
}

/**
 * Takes the front matter off a chapter. The body keeps its line numbers: blank
 * lines stand where the front matter stood, so that messages point at the file.
 * @throws Error naming the file and the field
 */
export function splitFrontMatter(
  source: string,
  file: string,
): { meta: FrontMatter; body: string } {
  const parsed = readMatter(source, file);
  const result = frontMatterSchema.safeParse(parsed.data);
  if (!result.success) {
    const problems = result.error.issues.map(
      (i) => `${file}:1: front matter, "${i.path.join('.')}": ${i.message}`,
    );
    throw new Error(problems.join('\n'));
  }
  const taken = source.slice(0, source.length - parsed.content.length).split('\n').length - 1;
  return { meta: result.data, body: '\n'.repeat(taken) + parsed.content };
}
