/** Which models belong to which kind of data, from both tables. */
import { isKnown } from '@/data/cell';
import type { modalities } from '@/data/modalities/definition';
import type { models } from '@/data/models/definition';
import type { RowOf } from '@/data/schema';
import { monthAsYear } from '@/lib/format';

export type Kind = RowOf<typeof modalities>;
export type Model = RowOf<typeof models>;

export interface Cited {
  source: string;
  locator: string;
}

export interface Known<V> extends Cited {
  value: V;
}

/** A model in the row of one kind of data. */
export interface Entry {
  id: string;
  name: string;
  organisation?: string;
  released: Known<string>;
  parameters?: Known<number>;
  isEstimate: boolean;
  /** What it was trained on, where that was published: words, and where they are from. */
  trainedOn?: Known<string>;
  isOpen?: boolean;
}

/** Where a model goes that no kind names: by its own category. */
const BY_CATEGORY: Readonly<Record<string, string>> = {
  language: 'text',
  code: 'source-code',
  vision: 'images',
  'vision-language': 'image-text-pairs',
  'image-generation': 'image-generation',
  video: 'video',
  audio: 'speech',
  protein: 'protein-sequences',
  multimodal: 'several-modalities',
};

/** The kinds that name a model, or else the one of its category. */
function kindsOf(model: Model, kinds: readonly Kind[]): string[] {
  const naming = kinds.filter((kind) => kind.models?.includes(model.id)).map((kind) => kind.id);
  const own = BY_CATEGORY[model.modality];
  return naming.length > 0 || own === undefined ? naming : [own];
}

const AMOUNTS = [
  ['training_audio_hours', () => 'hours of sound'],
  [
    'training_images',
    ({ modality }: Model) => (modality === 'vision' ? 'images' : 'images or pairs'),
  ],
  ['training_tokens', () => 'tokens'],
] as const;

/** The published amount of training data in the model’s own unit; nothing is taken over from another model. */
function trainedOn(model: Model, format: (value: number) => string): Known<string> | undefined {
  for (const [key, wordsFor] of AMOUNTS) {
    const cell = model[key];
    if (isKnown(cell))
      return {
        value: `${format(cell.value)} ${wordsFor(model)}`,
        source: cell.source,
        locator: cell.locator,
      };
  }
  return undefined;
}

function ofModel(model: Model, kind: string, format: (value: number) => string): Entry[] {
  if (!isKnown(model.released)) return [];
  const { parameters, open_weights: open } = model;
  return [
    {
      id: `${kind}.${model.id}`,
      name: model.name,
      organisation: model.organisation,
      released: model.released,
      parameters: isKnown(parameters) ? parameters : undefined,
      isEstimate: isKnown(parameters) && parameters.status === 'estimated',
      trainedOn: trainedOn(model, format),
      isOpen: isKnown(open) ? open.value : undefined,
    },
  ];
}

/** The model that the row of the kind itself gives, where the table of models lacks an early one. */
function ofKind(kind: Kind): Entry[] {
  if (kind.early_model === undefined || !isKnown(kind.early_released)) return [];
  return [
    {
      id: `${kind.id}.early`,
      name: kind.early_model,
      released: kind.early_released,
      parameters: isKnown(kind.early_parameters) ? kind.early_parameters : undefined,
      isEstimate: false,
    },
  ];
}

/** Every kind with its models, the oldest first; kinds by their oldest model. */
export function gather(
  kinds: readonly Kind[],
  models: readonly Model[],
  format: (value: number) => string,
): { kind: Kind; entries: Entry[] }[] {
  const byKind = new Map(kinds.map((kind) => [kind.id, ofKind(kind)]));
  for (const model of models)
    for (const kind of kindsOf(model, kinds))
      byKind.get(kind)?.push(...ofModel(model, kind, format));
  const start = (entries: readonly Entry[]) => entries[0]?.released.value ?? '9999';
  return kinds
    .map((kind) => ({
      kind,
      entries: [...(byKind.get(kind.id) ?? [])].sort(
        (a, b) => monthAsYear(a.released.value) - monthAsYear(b.released.value),
      ),
    }))
    .sort((a, b) => start(a.entries).localeCompare(start(b.entries)));
}
