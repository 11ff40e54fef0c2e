/** What a run of the lab finds. */

/** On held-out text. */
export interface Score {
  /** Surprise a guessed token, in nats. */
  heldOut: number;
  /** Of the guessed tokens, how many were the model's first choice, in percent. */
  accuracy: number;
  /** Where every token is guessed from those before it. */
  bitsPerCharacter?: number;
}

/** How well the model does on the way, on a part of the held-out text. */
export interface ScoreRecord extends Score {
  kind: 'score';
  /** Steps taken. */
  step: number;
  /** Mean over the steps since the score before, in nats; none before the first step. */
  loss?: number;
}

/** What it came to. */
export interface EndRecord extends Score {
  kind: 'end';
  /** Mean over the last steps, in nats. */
  loss: number;
  weights: number;
  /** Tokens read in training, repeats included. */
  tokens: number;
  /** How often that is the whole text. */
  times: number;
  /** Milliseconds a step, without the first. */
  stepMs: number;
}

/** How the model writes on. */
export interface TextRecord {
  kind: 'text';
  step: number;
  prompt: string;
  text: string;
}

/** What the model puts where a word of held-out text is hidden. */
export interface BlankRecord {
  kind: 'blank';
  step: number;
  before: string;
  answer: string;
  after: string;
  /** The likeliest first; shares in percent. */
  guesses: readonly { text: string; share: number }[];
}

/** Whom each token of a sentence looks at. */
export interface AttentionRecord {
  kind: 'attention';
  step: number;
  tokens: readonly string[];
  /** By layer, head and place that looks: whole percents for every place looked at. */
  shares: readonly (readonly (readonly (readonly number[])[])[])[];
}

/** Where frequent words lie. */
export interface EmbeddingRecord {
  kind: 'embedding';
  step: number;
  /** Of all variance, in percent, along the first and the second direction. */
  shares: readonly [number, number];
  words: readonly { word: string; x: number; y: number }[];
  /** For some words those nearest in direction. */
  near: readonly { word: string; near: readonly string[] }[];
}

export type ShownRecord = TextRecord | BlankRecord;
export type PretrainRecord =
  ScoreRecord | EndRecord | ShownRecord | AttentionRecord | EmbeddingRecord;
