/** The ways to adapt that the lab compares: names, and what is asked of the engine for each. */

export const TASKS = {
  kinds: { label: 'Sort definitions', score: 'Accuracy (%)', isBetter: 'higher' },
  write: { label: 'Write like Melville', score: 'Bits per character', isBetter: 'lower' },
} as const;
export type TaskId = keyof typeof TASKS;

export interface Method {
  id: string;
  label: string;
  /** In a few words: what is trained. */
  trains: string;
  /** Tasks that it makes sense for; both unless given. */
  only?: TaskId;
  /** The highest rate of training: one that works for the method, not the best there is. */
  rate: number;
}

export const METHODS = [
  { id: 'scratch', label: 'From scratch', trains: 'everything, from random weights', rate: 2e-3 },
  {
    id: 'features',
    label: 'Feature extraction',
    trains: 'a new last layer',
    only: 'kinds',
    rate: 2e-2,
  },
  { id: 'full', label: 'Full fine-tuning', trains: 'everything', rate: 5e-4 },
  {
    id: 'gradual',
    label: 'Gradual unfreezing',
    trains: 'layer after layer from the top, lower layers more slowly',
    rate: 1e-3,
  },
  { id: 'bitfit', label: 'BitFit', trains: 'biases', rate: 1e-2 },
  { id: 'adapters', label: 'Adapters', trains: 'two small networks in every layer', rate: 5e-3 },
  {
    id: 'prefix',
    label: 'Prefix tuning',
    trains: 'keys and values put before the text',
    rate: 5e-2,
  },
  { id: 'prompt', label: 'Prompt tuning', trains: 'vectors put before the text', rate: 1e-1 },
  { id: 'lora', label: 'LoRA', trains: 'low-rank changes to queries and values', rate: 5e-3 },
  { id: 'qlora', label: 'QLoRA', trains: 'the same, on a base of 4 bits', rate: 5e-3 },
  { id: 'dora', label: 'DoRA', trains: 'low-rank changes of direction, and lengths', rate: 5e-3 },
  {
    id: 'in-context',
    label: 'In-context',
    trains: 'nothing: examples stand in the prompt',
    rate: 0,
  },
] as const satisfies readonly Method[];

export type MethodId = (typeof METHODS)[number]['id'];

export const methodOf = (id: MethodId): Method => METHODS.find((method) => method.id === id)!;
