/**
 * What a fact is on this site: a value with a unit, a source, a place in that
 * source, and an honest word about who read it where. Everything under `data/`
 * is checked against these schemas before anything is built from it.
 */
import { z } from 'zod';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const idSchema = z.string().regex(ID, 'must be kebab-case (a-z, 0-9, hyphens)');
const isoDate = z.iso.date('must be YYYY-MM-DD');

/** A work that a value or a sentence rests on: one entry of the bibliography. */
export const sourceSchema = z
  .strictObject({
    id: idSchema,
    type: z.enum(['paper', 'report', 'model-card', 'repository', 'dataset', 'book', 'web']),
    /** "Family, Given"; an organisation has no comma; "others" closes a long list. */
    authors: z.array(z.string().min(1)).min(1),
    year: z.number().int().min(1900).max(2100),
    title: z.string().min(1),
    venue: z.string().min(1).optional(),
    arxiv: z
      .string()
      .regex(/^(\d{4}\.\d{4,5}|[a-z-]+\/\d{7})$/, 'must be an arXiv id')
      .optional(),
    doi: z
      .string()
      .regex(/^10\.\d{4,9}\/\S+$/, 'must be a DOI')
      .optional(),
    url: z.url().optional(),
    accessed: isoDate,
  })
  .refine((s) => s.arxiv ?? s.doi ?? s.url, 'needs an arxiv id, a doi or a url');

/**
 * Reported: the source prints it. Estimated: somebody's estimate. Derived: computed by a formula of
 * ours. Measured: a script of ours ran the source's own program or data, and a test runs it again.
 */
export const STATUSES = ['reported', 'estimated', 'derived', 'measured'] as const;
/** Primary: read in the source itself. Secondary: read in another work. Unseen: kept, but left off the pages. */
export const SEEN = ['primary', 'secondary', 'unseen'] as const;

const provenance = {
  source: idSchema,
  /** Where in the source: table, section, page, row. */
  locator: z.string().min(1),
  status: z.enum(STATUSES),
  seen: z.enum(SEEN),
  /** Which text was read. */
  evidence: z.string().min(1).optional(),
  note: z.string().min(1).optional(),
  /** Derived values only: the formula (see formulas.ts) and its inputs. */
  by: z.string().optional(),
  from: z.record(z.string(), z.number()).optional(),
};

const unknownCell = z.strictObject({ value: z.null(), note: z.string().min(1) });

/** A cell of a sourced column: a value with its provenance, or an honest null. */
export type Cell<V> =
  | {
      value: V;
      unit?: string;
      source: string;
      locator: string;
      status: (typeof STATUSES)[number];
      seen: (typeof SEEN)[number];
      evidence?: string;
      note?: string;
      by?: string;
      from?: Record<string, number>;
    }
  | { value: null; note: string };

export type Source = z.infer<typeof sourceSchema>;

export interface Column {
  key: string;
  label: string;
  description?: string;
  type:
    | 'text'
    /** TeX. */
    | 'math'
    | 'category'
    | 'reference'
    /** Several references. */
    | 'references'
    | 'number'
    | 'year'
    | 'year-month'
    /** As exact as the source: YYYY, YYYY-MM or YYYY-MM-DD. */
    | 'date'
    | 'boolean';
  /** Number columns: the base unit of every value ('parameters', 'percent' …); '*' lets each row name its own. */
  unit?: string;
  /** Number columns: what is plausible, inclusive. */
  bounds?: readonly [min: number, max: number];
  /** Category columns: every allowed id with its label. */
  options?: Readonly<Record<string, string>>;
  /** Reference columns: the dataset whose row ids they hold. */
  of?: string;
  /** Each cell carries its own source (always so for numbers). */
  sourced?: boolean;
  optional?: boolean;
}

export interface DatasetDefinition {
  id: string;
  title: string;
  description: string;
  /** What is in, what is out, and why. */
  inclusion: string;
  /** What was changed, newest first; never empty. */
  changes: readonly { date: string; what: string }[];
  licence: string;
  columns: readonly Column[];
}

type ValueOf<C extends Column> = C['type'] extends 'number' | 'year'
  ? number
  : C['type'] extends 'boolean'
    ? boolean
    : C['type'] extends 'references'
      ? readonly string[]
      : C['type'] extends 'category'
        ? C extends { options: infer O }
          ? keyof O & string
          : string
        : string;
type CellOf<C extends Column> = C extends { sourced: true } ? Cell<ValueOf<C>> : ValueOf<C>;

/** The row type that a definition (written `as const`) describes. */
export type RowOf<D extends DatasetDefinition> = {
  id: string;
  source: string;
  reviewed?: string;
} & {
  [C in D['columns'][number] as C extends { optional: true } ? never : C['key']]: CellOf<C>;
} & {
  [C in D['columns'][number] as C extends { optional: true } ? C['key'] : never]?: CellOf<C>;
};

export interface Dataset<D extends DatasetDefinition> {
  definition: D;
  rows: RowOf<D>[];
}

/** A row whose columns are not known at compile time. */
export type AnyRow = { id: string; source: string; reviewed?: string } & Record<string, unknown>;

export interface AnyDataset {
  definition: DatasetDefinition;
  rows: readonly AnyRow[];
}

function valueSchema(column: Column): z.ZodType {
  switch (column.type) {
    case 'number': {
      if (!column.bounds) return z.number();
      const [min, max] = column.bounds;
      return z.number().min(min).max(max);
    }
    case 'boolean':
      return z.boolean();
    case 'year':
      return z.number().int();
    case 'year-month':
      return z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be YYYY-MM');
    case 'category':
      return z.enum(Object.keys(column.options ?? {}) as [string, ...string[]]);
    case 'date':
      return z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/, 'must be YYYY[-MM[-DD]]');
    case 'reference':
      return idSchema;
    case 'references':
      return z.array(idSchema).min(1);
    case 'math':
    case 'text':
      return z.string().min(1);
  }
}

function unitSchema(column: Column): z.ZodType {
  if (column.type !== 'number') return z.undefined().optional();
  if (column.unit === '*') return z.string().min(1);
  return z.literal(column.unit, { error: `wrong unit: this column is in "${column.unit}"` });
}

/** The schema of one cell of a column. */
export function cellSchema(column: Column): z.ZodType {
  const value = valueSchema(column);
  if (!column.sourced) return column.optional ? value.optional() : value;
  const known = z.strictObject({ value, unit: unitSchema(column), ...provenance });
  const cell = z.union([unknownCell, known]);
  return column.optional ? cell.optional() : cell;
}

/** The schema of one row of a dataset. */
export function rowSchema(definition: DatasetDefinition) {
  return z.strictObject({
    id: idSchema,
    /** The work that the plain cells rest on. */
    source: idSchema,
    /** When a second reader held the row against its sources. */
    reviewed: isoDate.optional(),
    ...Object.fromEntries(definition.columns.map((c) => [c.key, cellSchema(c)])),
  });
}
