/**
 * Every dataset of the site, checked. To add one: a folder with `definition.ts`
 * and `rows.json`, and one line in `REGISTRY`.
 */
import { DataError, checkReferences, readRows, readSources } from './check';
import { adaptationMethods } from './adaptation-methods/definition';
import adaptationMethodsRows from './adaptation-methods/rows.json';
import { adaptationRuns } from './adaptation-runs/definition';
import { adaptationRunRows } from './adaptation-runs/rows';
import adaptationRunsFile from './adaptation-runs/runs.json';
import adaptationStepTimes from './adaptation-runs/step-times.json';
import { applications } from './applications/definition';
import applicationsRows from './applications/rows.json';
import { architectures } from './architectures/definition';
import architectureRows from './architectures/rows.json';
import { contextSentences } from './context-sentences/definition';
import { contextSentenceRows } from './context-sentences/rows';
import contextSentencesByWord from './context-sentences/sentences.json';
import { contextSimilarities } from './context-similarities/definition';
import { contextSimilarityRows } from './context-similarities/rows';
import contextSimilaritiesByWord from './context-similarities/similarities.json';
import { corrections } from './corrections/definition';
import correctionsRows from './corrections/rows.json';
import {
  computeProblems,
  dateProblems,
  repeatedNumbers,
  repeatedReferences,
  repeatedRows,
  sourceYearProblems,
} from './consistency';
import { compression } from './compression/definition';
import compressionRows from './compression/rows.json';
import { forgetRuns } from './forget-runs/definition';
import { forgetRows } from './forget-runs/rows';
import forgetRunsScores from './forget-runs/runs.json';
import { glossary } from './glossary/definition';
import glossaryRows from './glossary/rows.json';
import { hubs } from './hubs/definition';
import hubsRows from './hubs/rows.json';
import { imagenetBackbones } from './imagenet-backbones/definition';
import imagenetBackboneNetworks from './imagenet-backbones/networks.json';
import { backboneRows } from './imagenet-backbones/rows';
import { memoryTerms } from './memory-terms/definition';
import memoryTermRows from './memory-terms/rows.json';
import { modalities } from './modalities/definition';
import modalitiesRows from './modalities/rows.json';
import { models } from './models/definition';
import modelsRows from './models/rows.json';
import { objectives } from './objectives/definition';
import objectivesRows from './objectives/rows.json';
import { peft } from './peft/definition';
import { peftRows } from './peft/rows';
import peftTables from './peft/tables.json';
import { quantities } from './quantities/definition';
import { quantityRows } from './quantities/rows';
import { scalingLaws } from './scaling-laws/definition';
import scalingLawFits from './scaling-laws/fits.json';
import { scalingLawRows } from './scaling-laws/rows';
import { tokenizers } from './tokenizers/definition';
import tokenizerCounts from './tokenizers/counts.json';
import { tokenizerRows } from './tokenizers/rows';
import tokenizerSentences from './tokenizers/sentences.json';
import { timeline } from './timeline/definition';
import timelineRows from './timeline/rows.json';
import { trainingRuns } from './training-runs/definition';
import trainingRunsRows from './training-runs/rows.json';
import { isNamed, resolveSameAs } from './same-as';
import type { AnyDataset, AnyRow, Cell, Dataset, DatasetDefinition, Source } from './schema';
import { sourceRow, sources } from './sources/definition';
import adaptationSources from './sources/adaptation.json';
import compressionSources from './sources/compression.json';
import correctionsSources from './sources/corrections.json';
import glossarySources from './sources/glossary.json';
import historySources from './sources/history.json';
import modelSources from './sources/models.json';
import objectiveSources from './sources/objectives.json';
import practiceSources from './sources/practice.json';
import scaleSources from './sources/scale.json';
import visionSources from './sources/vision.json';

/** The bibliography, by id, checked. */
export const SOURCES: ReadonlyMap<string, Source> = new Map(
  readSources({
    'data/sources/vision.json': visionSources,
    'data/sources/models.json': modelSources,
    'data/sources/objectives.json': objectiveSources,
    'data/sources/adaptation.json': adaptationSources,
    'data/sources/compression.json': compressionSources,
    'data/sources/corrections.json': correctionsSources,
    'data/sources/scale.json': scaleSources,
    'data/sources/practice.json': practiceSources,
    'data/sources/history.json': historySources,
    'data/sources/glossary.json': glossarySources,
  }).map((source) => [source.id, source]),
);

const REGISTRY = {
  models: [models, modelsRows],
  'imagenet-backbones': [imagenetBackbones, backboneRows(imagenetBackboneNetworks)],
  objectives: [objectives, objectivesRows],
  'adaptation-methods': [adaptationMethods, adaptationMethodsRows],
  'adaptation-runs': [adaptationRuns, adaptationRunRows(adaptationRunsFile, adaptationStepTimes)],
  peft: [peft, peftRows(peftTables)],
  architectures: [architectures, architectureRows],
  'memory-terms': [memoryTerms, memoryTermRows],
  'scaling-laws': [scalingLaws, scalingLawRows(scalingLawFits)],
  modalities: [modalities, modalitiesRows],
  compression: [compression, compressionRows],
  hubs: [hubs, hubsRows],
  applications: [applications, applicationsRows],
  timeline: [timeline, timelineRows],
  'training-runs': [trainingRuns, trainingRunsRows],
  tokenizers: [tokenizers, tokenizerRows(tokenizerSentences, tokenizerCounts)],
  'context-sentences': [contextSentences, contextSentenceRows(contextSentencesByWord)],
  'context-similarities': [contextSimilarities, contextSimilarityRows(contextSimilaritiesByWord)],
  'forget-runs': [forgetRuns, forgetRows(forgetRunsScores.scores)],
  corrections: [corrections, correctionsRows],
  quantities: [quantities, quantityRows],
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

interface Loaded {
  /** As written, with what nobody has seen in a source. */
  written: AnyDataset;
  shown: AnyDataset;
}

/** Numbers that are named elsewhere count as written once, so the rows are read as they stand. */
function consistencyProblems(all: readonly AnyDataset[], raw: Record<string, unknown[]>): string[] {
  const own = all.map(({ definition, rows }) => ({
    definition,
    rows: rows.map((row, i) => withoutNamed(row, raw[definition.id]?.[i])),
  }));
  return [
    ...all.filter(({ definition }) => definition.id === 'models').flatMap(computeProblems),
    ...all.flatMap((each) => dateProblems(each, SOURCES)),
    ...all.flatMap(repeatedRows),
    ...all.flatMap(repeatedReferences),
    ...sourceYearProblems(SOURCES),
    ...repeatedNumbers(own),
  ];
}

const withoutNamed = (row: AnyRow, raw: unknown): AnyRow =>
  Object.fromEntries(
    Object.entries(row).filter(([key]) => !isNamed((raw as Record<string, unknown>)[key])),
  ) as AnyRow;

function loadAll(): Map<string, Loaded> {
  const raw = Object.fromEntries(DATASET_IDS.map((id) => [id, [...REGISTRY[id][1]]]));
  const resolved = resolveSameAs(raw);
  const all = DATASET_IDS.map((id) => {
    const [definition] = REGISTRY[id];
    return { definition, rows: readRows(definition, resolved[id]!, [...SOURCES.values()]) };
  });
  checkReferences(all);
  const problems = consistencyProblems(all, raw);
  if (problems.length > 0) throw new DataError(problems);
  return new Map(
    all.map((written) => {
      const { definition, rows } = written;
      const shown = { definition, rows: rows.map((row) => withoutUnseen(definition, row)) };
      return [definition.id, { written, shown }];
    }),
  );
}

let loaded: Map<string, Loaded> | undefined;

/**
 * A checked dataset as the site shows it: values that nobody has seen in a source are null.
 * @throws DataError on the first call when any dataset is malformed
 */
export function dataset<Id extends DatasetId>(id: Id): Dataset<DefinitionOf<Id>> {
  loaded ??= loadAll();
  return loaded.get(id)?.shown as unknown as Dataset<DefinitionOf<Id>>;
}

/**
 * A checked dataset as it is written, for those who check it; pages use `dataset`.
 * @throws DataError on the first call when any dataset is malformed
 */
export function writtenDataset(id: DatasetId): AnyDataset {
  loaded ??= loadAll();
  return loaded.get(id)!.written;
}

export function isDatasetId(id: string): id is DatasetId {
  return Object.hasOwn(REGISTRY, id);
}
