/** Models that the site ships, and what there is to know about them. `npm run record -- checkpoint` trains them. */
import type { CorpusId } from '../corpora';
import type { OptimiserConfig } from '../engine/optimiser';
import type { TransformerConfig } from '../engine/transformer';

export interface WrittenText {
  /** Steps that the model had learned for. */
  step: number;
  prompt: string;
  text: string;
}

export interface ModelCard {
  id: string;
  model: TransformerConfig;
  parameters: number;
  corpus: CorpusId;
  /** SHA-256 of the cleaned text. */
  corpusHash: string;
  training: {
    optimiser: OptimiserConfig;
    batch: number;
    seed: number;
    /** Tokens seen, repeats included. */
    tokens: number;
    /** Times that the corpus was seen. */
    epochs: number;
  };
  /** On the whole held-out text, with the weights as they are shipped. */
  bitsPerCharacter: number;
  /** The same before the weights were rounded to eight bits. */
  bitsPerCharacterUnrounded: number;
  /** Loss in nats a token as an average since the entry before; bits per character on part of the held-out text. */
  curve: readonly { step: number; loss: number; bitsPerCharacter: number }[];
  samples: readonly WrittenText[];
  hardware: { processor: string; threads: 1; hours: number };
  engine: string;
  file: { bytes: number; sha256: string };
}
