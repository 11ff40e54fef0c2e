/** The ways to learn that were recorded, with the setting that tells them apart. */
export const METHOD_LABELS = {
  plain: 'Plain fine-tuning',
  rehearsal: 'Rehearsal',
  ewc: 'EWC',
  lora: 'LoRA',
  top: 'Frozen below',
} as const;
export type ForgetMethod = keyof typeof METHOD_LABELS;

export const VARIANTS = [
  { id: 'plain', method: 'plain', name: 'Plain fine-tuning' },
  { id: 'plain-slower', method: 'plain', name: 'Plain at rate × 0.3' },
  { id: 'rehearsal', method: 'rehearsal', name: 'Rehearsal with 25% old text' },
  { id: 'rehearsal-half', method: 'rehearsal', name: 'Rehearsal with 50% old text' },
  { id: 'ewc', method: 'ewc', name: 'EWC with λ = 1' },
  { id: 'ewc-stronger', method: 'ewc', name: 'EWC with λ = 10' },
  { id: 'lora', method: 'lora', name: 'LoRA of rank 8' },
  { id: 'top', method: 'top', name: 'Last layer only' },
] as const satisfies readonly { id: string; method: ForgetMethod; name: string }[];
