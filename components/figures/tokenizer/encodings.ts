/**
 * The encodings that the figure compares. The figure calls them by the models that made them
 * known; tiktoken's README and model.py say which model reads which.
 */
export const ENCODINGS = [
  { id: 'r50k_base', model: 'GPT-2', column: 'r50k_tokens', pieces: 50_256 },
  { id: 'cl100k_base', model: 'GPT-4', column: 'cl100k_tokens', pieces: 100_256 },
  { id: 'o200k_base', model: 'GPT-4o', column: 'o200k_tokens', pieces: 199_998 },
] as const;
// `pieces`: entries of the vocabulary without the marks that stand for no text; for the progress
// bar. A test holds them against the vocabularies.

export type Encoding = (typeof ENCODINGS)[number];
export type EncodingId = Encoding['id'];

/** A piece's text, or its bytes where they are no whole characters; the place is the token's number. */
export type Vocabulary = readonly (string | readonly number[])[];
