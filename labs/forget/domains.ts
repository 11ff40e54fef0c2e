/** What the model has learned, and what it is to learn now. */
import type { CorpusId } from '../corpora';

interface Domain {
  corpus: CorpusId;
  label: string;
  /** How a text begins that the model is asked to write. */
  prompt: string;
}

/** What the checkpoint was trained on. */
export const OLD: Domain = { corpus: 'definitions', label: 'Definitions', prompt: 'ship:' };

export const NEW = {
  'moby-dick': { corpus: 'moby-dick', label: 'Moby-Dick', prompt: 'The ship' },
  addresses: { corpus: 'addresses', label: 'State of the Union', prompt: 'The people' },
} as const satisfies Partial<Record<CorpusId, Domain>>;
export type NewId = keyof typeof NEW;
