/** The ways to make a model smaller that the lab compares. */

export interface Way {
  id: string;
  label: string;
  /** Whether the device computes less, and not only a file holds less. */
  isLess: boolean;
}

export const WAYS = [
  { id: 'int8', label: 'int8', isLess: false },
  { id: 'int4', label: 'int4', isLess: false },
  { id: 'nf4', label: 'NF4', isLess: false },
  { id: 'magnitude', label: 'Magnitude pruning', isLess: false },
  { id: 'structured', label: 'Structured pruning', isLess: true },
  { id: 'low-rank', label: 'Low rank (SVD)', isLess: true },
  { id: 'distilled', label: 'Distilled student', isLess: true },
] as const satisfies readonly Way[];

export type WayId = (typeof WAYS)[number]['id'];

/** What marks are of: the ways, the model that they start from, and the student's control. */
export const KINDS = [
  { id: 'original', label: 'Original', isLess: false },
  ...WAYS,
  { id: 'untaught', label: 'Student without teacher', isLess: true },
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
