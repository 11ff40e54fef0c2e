import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { DATASET_IDS, SOURCES, dataset } from '@/data';
import type { AnyDataset, AnyRow } from '@/data/schema';
import { toJson, toJsonSchema } from '@/lib/data/export';

const copy = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** As a stranger would: the published schema against the published file. */
function validator({ definition }: AnyDataset) {
  const ajv = new Ajv2020({ allErrors: true });
  addFormats(ajv);
  return ajv.compile(copy(toJsonSchema(definition)) as object);
}

const publishedOf = (given: AnyDataset) =>
  copy(toJson(given, SOURCES)) as { rows: AnyRow[] } & Record<string, unknown>;

test.each(DATASET_IDS)('the JSON of %s is valid under its own JSON Schema', (id) => {
  const validate = validator(dataset(id));
  validate(publishedOf(dataset(id)));
  expect(validate.errors ?? []).toEqual([]);
});

const MODELS = dataset('models') as AnyDataset;
const validateModels = validator(MODELS);
const alexnet = (json: { rows: AnyRow[] }) =>
  json.rows.find((row) => row.id === 'alexnet') as AnyRow & {
    parameters: Record<string, unknown>;
  };

test.each<[string, (json: { rows: AnyRow[] } & Record<string, unknown>) => void]>([
  ['an unsourced number', (json) => Object.assign(alexnet(json), { parameters: 6e7 })],
  ['a wrong unit', (json) => Object.assign(alexnet(json).parameters, { unit: 'weights' })],
  ['a value out of bounds', (json) => Object.assign(alexnet(json).parameters, { value: 1e15 })],
  ['a bad option', (json) => Object.assign(alexnet(json), { modality: 'smell' })],
  ['an unknown column', (json) => Object.assign(alexnet(json), { colour: 'red' })],
  ['a bad month', (json) => Object.assign(alexnet(json).released as object, { value: '2012' })],
  ['another dataset’s id', (json) => Object.assign(json, { id: 'quantities' })],
  ['no rows', (json) => delete (json as Partial<typeof json>).rows],
])('the schema of the models refuses %s', (_, spoil) => {
  const json = publishedOf(MODELS);
  expect(validateModels(json)).toBe(true);
  spoil(json);
  expect(validateModels(json)).toBe(false);
});

test('a schema says which draft it is of', () => {
  expect(toJsonSchema(MODELS.definition).$schema).toBe(
    'https://json-schema.org/draft/2020-12/schema',
  );
});
