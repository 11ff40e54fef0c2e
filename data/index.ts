/**
 * Every dataset of the site, checked. To add one: a folder with `definition.ts`
 * and `rows.json`, and one line in `REGISTRY`.
 */
import { checkReferences, readRows, readSources } from './check';
import { glossary } from './glossary/definition';
import glossaryRows from './glossary/rows.json';
import { imagenetBackbones } from './imagenet-backbones/definition';
import imagenetBackbonesRows from './imagenet-backbones/rows.json';
import { models } from './models/definition';
import modelsRows from './models/rows.json';
import { quantities } from './quantities/definition';
import quantitiesRows from './quantities/rows.json';
import type { AnyDataset, AnyRow, Cell, Dataset, DatasetDefinition, Source } from './schema';
import { sourceRow, sources } from './sources/definition';
import modelSources from './sources/models.json';
import visionSources from './sources/vision.json';

/** The bibliography, by id, checked. */
export const SOURCES: ReadonlyMap<string, Source> = new Map(
  readSources({
    'data/sources/vision.json': visionSources,
    'data/sources/models.json': modelSources,
  }).map((source) => [source.id, source]),
);

const REGISTRY = {
  models: [models, modelsRows],
  'imagenet-backbones': [imagenetBackbones, imagenetBackbonesRows],
  quantities: [quantities, quantitiesRows],
  glossary: [glossary, glossaryRows],
  sources: [sources, [...SOURCES.values()].map(sourceRow)],
} as const;

export type DatasetId = keyof typeof REGISTRY;
export const DATASET_IDS = Object.keys(REGISTRY) as DatasetId[];

type DefinitionOf<Id extends DatasetId> = (typeof REGISTRY)[Id][0];

/** Unseen values stay in `data/` and off the site. */
function withoutUnseen(definition: DatasetDefinition, row: AnyRow): AnyRow {
  const cells = definition.columns
    .filter((column) => column.sourced)
    .map((column) => [column.key, row[column.key] as Cell<unknown> | undefined] as const)
    .filter(([, cell]) => cell !== undefined && 'seen' in cell && cell.seen === 'unseen')
    .map(([key]) => [key, { value: null, note: 'Not yet seen in a source.' }]);
  return { ...row, ...Object.fromEntries(cells) };
}

function loadAll(): Map<string, AnyDataset> {
  const all = DATASET_IDS.map((id) => {
    const [definition, raw] = REGISTRY[id];
    return { definition, rows: readRows(definition, raw, [...SOURCES.values()]) };
  });
  checkReferences(all);
  return new Map(
    all.map(({ definition, rows }) => [
      definition.id,
      { definition, rows: rows.map((row) => withoutUnseen(definition, row)) },
    ]),
  );
}

let loaded: Map<string, AnyDataset> | undefined;

/**
 * A checked dataset as the site shows it: values that nobody has seen in a source are null.
 * @throws DataError on the first call when any dataset is malformed
 */
export function dataset<Id extends DatasetId>(id: Id): Dataset<DefinitionOf<Id>> {
  loaded ??= loadAll();
  return loaded.get(id) as unknown as Dataset<DefinitionOf<Id>>;
}

export function isDatasetId(id: string): id is DatasetId {
  return Object.hasOwn(REGISTRY, id);
}
