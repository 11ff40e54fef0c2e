/** `npm run check:content`: every dataset and chapter, without building the site. */
import { readFileSync } from 'node:fs';
import { DATASET_IDS, dataset } from '@/data';
import { FIGURE_IDS } from '@/components/figures/registry';
import { MDX_NAMES } from '@/components/prose/names';
import { contentProblems, gradeOf, textWords, type CheckedChapter } from '@/lib/content-check';
import { chapterFile, chapterName, chapters, parts, type ChapterRef } from '@/lib/contents';
import { compileChapter } from '@/lib/mdx/compile';
import { LAB_IDS } from '@/labs/lab';
import { chapterPath, datasetPath, figurePath, labPath } from '@/lib/site';

const vocabulary = { components: new Set<string>(MDX_NAMES), figures: new Set<string>(FIGURE_IDS) };
let failed = false;

function complain(message: string): void {
  failed = true;
  console.error(`✗ ${message}`);
}

async function attempt(what: string, work: () => Promise<string> | string): Promise<void> {
  try {
    console.log(`  ${what}: ${await work()}`);
  } catch (error) {
    complain((error as Error).message);
  }
}

interface ReadChapter extends CheckedChapter, ChapterRef {}

/** Ids in the order of the pages that have them; pages whose ids only the build knows have none here. */
function addresses(read: readonly ReadChapter[]): Map<string, Set<string> | undefined> {
  const rowIds = (id: (typeof DATASET_IDS)[number]) => new Set(dataset(id).rows.map((r) => r.id));
  const known: [string, Set<string> | undefined][] = [
    ...[
      '/',
      '/figures/',
      '/labs/',
      '/data/',
      '/about/',
      '/progress/',
      ...parts.map(({ slug }) => `/${slug}/`),
    ].map((path): [string, undefined] => [path, undefined]),
    ...FIGURE_IDS.map((id): [string, undefined] => [figurePath(id), undefined]),
    ...LAB_IDS.map((id): [string, undefined] => [labPath(id), undefined]),
    ...DATASET_IDS.map((id): [string, Set<string>] => [datasetPath(id), rowIds(id)]),
    ['/glossary/', rowIds('glossary')],
    ['/sources/', rowIds('sources')],
    ...read.map(({ part, chapter, toc, questions }): [string, Set<string>] => [
      chapterPath(part, chapter),
      new Set([...toc, ...questions].map(({ id }) => id)),
    ]),
  ];
  return new Map(known);
}

await attempt('data', () => DATASET_IDS.map((id) => `${id} ${dataset(id).rows.length}`).join(', '));
const read: ReadChapter[] = [];
for (const { part, chapter } of chapters) {
  const file = chapterFile(part, chapter);
  await attempt(file, async () => {
    const compiled = await compileChapter(readFileSync(file, 'utf8'), file, vocabulary);
    const { toc, uses, questions, passages } = compiled;
    read.push({ ...compiled, part, chapter, file, name: chapterName(part, chapter) });
    const count = (kind: string) => uses.filter((use) => use.kind === kind).length;
    return `${compiled.words} words (${textWords(compiled)} of text), grade ${gradeOf(passages).toFixed(1)}, ${toc.length} headings, ${count('value')} values, ${count('source')} citations, ${questions.length} questions, ${count('figure')} figures`;
  });
}
const foreign = new Set<string>(
  JSON.parse(readFileSync('scripts/article-fingerprint.json', 'utf8')),
);
contentProblems(read, { addresses: addresses(read), foreign }).forEach(complain);
const words = read.reduce((sum, chapter) => sum + textWords(chapter), 0);
console.log(`  ${read.length} chapters, ${words.toLocaleString('en')} words of text`);
process.exit(failed ? 1 : 0);
