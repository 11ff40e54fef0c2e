/** The ways to learn new text that the lab compares, and what is trained, kept and read for each. */

export const METHODS = [
  {
    id: 'plain',
    label: 'Plain fine-tuning',
    trains: 'everything, on the new text alone',
    rate: 5e-4,
  },
  {
    id: 'rehearsal',
    label: 'Rehearsal',
    trains: 'everything, with rows of the old text in every batch',
    rate: 5e-4,
  },
  {
    id: 'ewc',
    label: 'EWC',
    trains: 'everything, each weight on a spring',
    rate: 5e-4,
  },
  {
    id: 'lora',
    label: 'LoRA',
    trains: 'low-rank changes to all matrices of the layers',
    rate: 5e-3,
  },
  { id: 'top', label: 'Frozen below', trains: 'the last layer and the norm after it', rate: 1e-3 },
] as const satisfies readonly Method[];

export interface Method {
  id: string;
  label: string;
  /** In a few words. */
  trains: string;
  /** The highest rate of training, set by hand: one that works, not the best there is. */
  rate: number;
}
export type MethodId = (typeof METHODS)[number]['id'];

export const methodOf = (id: MethodId): Method => METHODS.find((method) => method.id === id)!;
