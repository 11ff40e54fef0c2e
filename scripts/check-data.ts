/**
 * `npm run check:data`: every dataset checked (form, sources, consistency), then
 * how well it is backed: rows by confidence, values by who saw them where.
 * `npm run check:data -- models` lists every row and value of one dataset.
 */
import { readFileSync } from 'node:fs';
import { DATASET_IDS, SOURCES, isDatasetId, writtenDataset, type DatasetId } from '@/data';
import { isKnown, type KnownCell } from '@/data/cell';
import { FIGURE_IDS } from '@/components/figures/registry';
import { MDX_NAMES } from '@/components/prose/names';
import type { AnyDataset, Cell } from '@/data/schema';
import { LAB_IDS } from '@/labs/lab';
import { chapterFile, chapters } from '@/lib/contents';
import { uncitedSources } from '@/lib/data/cited';
import { CONFIDENCES, confidenceOf, evidenceOf } from '@/lib/data/evidence';
import { compileChapter } from '@/lib/mdx/compile';

const SEEN = ['primary', 'secondary', 'unseen'] as const;
const NAMES = {
  primary: 'read in the work itself',
  secondary: 'read in another work',
  unseen: 'unverified (left off the pages)',
};

function values({ definition, rows }: AnyDataset, seen: KnownCell<unknown>['seen']): string[] {
  return rows.flatMap((row) =>
    definition.columns
      .filter((column) => column.sourced)
      .map(({ key }) => ({ key, cell: row[key] as Cell<unknown> | undefined }))
      .flatMap(({ key, cell }) =>
        isKnown(cell) && cell.seen === seen
          ? [
              `${definition.id}.${row.id}.${key} = ${String(cell.value)}  [${cell.source}, ${cell.locator}]`,
            ]
          : [],
      ),
  );
}

function byConfidence({ definition, rows }: AnyDataset): Record<string, string[]> {
  return Object.fromEntries(
    CONFIDENCES.map((level) => [
      level,
      rows.filter((row) => confidenceOf(definition, row) === level).map((row) => row.id),
    ]),
  );
}

function print(title: string, lines: readonly string[]): void {
  console.log(`\n${title}: ${lines.length}`);
  lines.forEach((line) => console.log(`  ${line}`));
}

async function citedInText(): Promise<string[]> {
  const vocabulary = {
    components: new Set<string>(MDX_NAMES),
    figures: new Set<string>(FIGURE_IDS),
  };
  const compiled = await Promise.all(
    [...chapters, ...LAB_IDS.map((id) => ({ part: 'labs', chapter: id }))].map((text) => {
      const file = chapterFile(text.part, text.chapter);
      return compileChapter(readFileSync(file, 'utf8'), file, vocabulary);
    }),
  );
  return compiled.flatMap(({ uses }) =>
    uses.filter(({ kind }) => kind === 'source').map(({ id }) => id),
  );
}

function overview(ids: readonly DatasetId[]): void {
  console.table(
    Object.fromEntries(
      ids.map((id) => {
        const given = writtenDataset(id);
        const { rows, reviewed, values: count, ...rest } = evidenceOf(given.definition, given.rows);
        const levels = byConfidence(given);
        return [
          id,
          {
            rows,
            reviewed,
            ...Object.fromEntries(CONFIDENCES.map((level) => [level, levels[level]?.length])),
            values: count,
            ...rest,
          },
        ];
      }),
    ),
  );
}

async function run(wanted: string | undefined): Promise<boolean> {
  if (wanted !== undefined && !isDatasetId(wanted)) {
    console.error(`✗ no dataset "${wanted}"; there are ${DATASET_IDS.join(', ')}`);
    return false;
  }
  const tables = DATASET_IDS.filter((id) => id !== 'sources');
  overview(wanted ? [wanted] : tables);
  for (const level of CONFIDENCES) {
    const rows = (wanted ? [wanted] : tables).flatMap((id) =>
      byConfidence(writtenDataset(id))[level]!.map((row) => `${id}.${row}`),
    );
    if (wanted || level !== 'high') print(`Rows of ${level} confidence`, rows);
  }
  for (const seen of SEEN) {
    if (!wanted && seen === 'primary') continue;
    const lines = (wanted ? [wanted] : tables).flatMap((id) => values(writtenDataset(id), seen));
    print(`Values ${NAMES[seen]}`, lines);
  }
  const idle = uncitedSources(SOURCES, tables.map(writtenDataset), await citedInText());
  if (idle.length > 0) console.error(`✗ works that nothing cites: ${idle.join(', ')}`);
  return idle.length === 0;
}

try {
  process.exit((await run(process.argv[2])) ? 0 : 1);
} catch (error) {
  console.error(`✗ ${(error as Error).message}`);
  process.exit(1);
}
