/** What the datasets promise to hold. */
import { expect, test } from 'vitest';
import { DATASET_IDS, dataset, writtenDataset } from '@/data';
import { isKnown } from '@/data/cell';
import type { AnyDataset, Cell } from '@/data/schema';
import { evidenceOf } from '@/lib/data/evidence';

const ids = (id: (typeof DATASET_IDS)[number]) => dataset(id).rows.map((row) => row.id as string);

test.each<[(typeof DATASET_IDS)[number], number]>([
  ['models', 120],
  ['imagenet-backbones', 40],
  ['objectives', 30],
  ['adaptation-methods', 20],
  ['peft', 250],
  ['architectures', 10],
  ['memory-terms', 20],
  ['scaling-laws', 60],
  ['modalities', 10],
  ['compression', 40],
  ['hubs', 10],
  ['applications', 25],
  ['timeline', 60],
  ['training-runs', 12],
  ['corrections', 50],
  ['glossary', 120],
  ['sources', 200],
])('%s has at least %i rows', (id, count) => {
  expect(ids(id).length).toBeGreaterThanOrEqual(count);
});

test('the models that every account of the field names are there', () => {
  const named =
    'alexnet vgg-16 googlenet resnet-152 densenet-201 word2vec glove elmo ulmfit bert-base bert-large gpt-1 gpt-2 gpt-3 gpt-4 gpt-4v roberta-large albert-xxlarge xlnet-large electra-large deberta-1-5b t5-11b clip-vit-l-14 vit-l-16 dall-e stable-diffusion-v1 imagen codex-12b starcoder code-llama-34b gemini-1-ultra claude-1 claude-3-opus llama-65b llama-2-70b llama-3-8b llama-3-70b mistral-7b gopher chinchilla whisper-large wav2vec wav2vec-2-large';
  expect(ids('models')).toEqual(expect.arrayContaining(named.split(' ')));
});

test('the models span 1998 to 2025', () => {
  const years = dataset('models').rows.flatMap(({ released }) =>
    isKnown(released) ? [released.value.slice(0, 4)] : [],
  );
  expect(years).toContain('1998');
  expect(years).toContain('2025');
});

test('what nobody disclosed is empty and says so', () => {
  const models = new Map(dataset('models').rows.map((row) => [row.id as string, row]));
  for (const id of ['gpt-4', 'gpt-4v', 'claude-3-opus', 'gemini-1-ultra', 'gpt-3-5']) {
    expect([id, models.get(id)?.parameters]).toEqual([
      id,
      { value: null, note: expect.any(String) },
    ]);
  }
});

test.each(DATASET_IDS)('no value of %s that nobody has seen is on a page', (id) => {
  const { definition, rows }: AnyDataset = dataset(id);
  expect(evidenceOf(definition, rows).unseen).toBe(0);
});

test.each(DATASET_IDS)('every number of %s has a source and a place in it', (id) => {
  const { definition, rows } = writtenDataset(id);
  const bare = definition.columns
    .filter((column) => column.type === 'number')
    .flatMap(({ key }) =>
      rows.filter((row) => {
        const cell = row[key] as Cell<number> | undefined;
        return isKnown(cell) && !(cell.source && cell.locator);
      }),
    );
  expect(bare).toEqual([]);
});

test('a rumour is no value: its note says that it is one', () => {
  const rumours = dataset('models').rows.flatMap((row) =>
    Object.entries(row).filter(
      ([, cell]) =>
        typeof cell === 'object' && 'note' in cell && /rumou?r/i.test(String(cell.note)),
    ),
  );
  expect(rumours.length).toBeGreaterThan(0);
  for (const [key, cell] of rumours)
    expect([key, cell]).toEqual([key, expect.objectContaining({ value: null })]);
});
