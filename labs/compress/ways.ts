/** The ways to make a model smaller that the lab compares. */

export interface Way {
  id: string;
  label: string;
  /** In a few words: what is done. */
  does: string;
  /** Whether the device computes less, and not only a file holds less. */
  isLess: boolean;
}

export const WAYS = [
  { id: 'int8', label: 'int8', does: 'whole numbers of 8 bits', isLess: false },
  { id: 'int4', label: 'int4', does: 'whole numbers of 4 bits', isLess: false },
  { id: 'nf4', label: 'NF4', does: '16 levels where weights are', isLess: false },
  { id: 'magnitude', label: 'Magnitude pruning', does: 'small weights to zero', isLess: false },
  {
    id: 'structured',
    label: 'Structured pruning',
    does: 'whole heads and units out',
    isLess: true,
  },
  { id: 'low-rank', label: 'Low rank (SVD)', does: 'two thin matrices for one', isLess: true },
  { id: 'distilled', label: 'Distilled student', does: 'a small model, taught', isLess: true },
] as const satisfies readonly Way[];

export type WayId = (typeof WAYS)[number]['id'];

/** What marks are of: the ways, the model that they start from, and the student's control. */
export const KINDS = [
  {
    id: 'original',
    label: 'Original',
    does: 'the weights as shipped, as 32-bit floats',
    isLess: false,
  },
  ...WAYS,
  {
    id: 'untaught',
    label: 'Student without teacher',
    does: 'the same small model, from text alone',
    isLess: true,
  },
] as const satisfies readonly Way[];

export type KindId = (typeof KINDS)[number]['id'];

export const kindOf = (id: KindId): Way => KINDS.find((kind) => kind.id === id)!;

/** What shares a scale. A column of a matrix [in, out] feeds one output, a “channel”. */
export const GROUPS = [
  { id: 'tensor', label: 'Whole matrix' },
  { id: 'column', label: 'Column' },
  { id: 'block', label: 'Block' },
] as const;

export type GroupsId = (typeof GROUPS)[number]['id'];
