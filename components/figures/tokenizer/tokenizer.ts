/** An encoding at work. The merging itself is gpt-tokenizer's. */
import type { EncodingId, Vocabulary } from './encodings';

export interface Tokenizer {
  /** Numbers of the tokens of a text. Marks such as <|endoftext|> are read as the text they are. */
  encode: (text: string) => readonly number[];
  /** The bytes (UTF-8) that a token stands for. */
  bytesOf: (token: number) => Uint8Array;
  decode: (tokens: readonly number[]) => string;
}

const PARAMETERS = {
  r50k_base: async () => (await import('gpt-tokenizer/encodingParams/r50k_base')).R50KBase,
  cl100k_base: async () => (await import('gpt-tokenizer/encodingParams/cl100k_base')).Cl100KBase,
  o200k_base: async () => (await import('gpt-tokenizer/encodingParams/o200k_base')).O200KBase,
} satisfies Record<EncodingId, unknown>;

/**
 * JavaScript's \s and tiktoken's differ at U+0085 and U+FEFF, and only tiktoken's (?i:s) holds the
 * long s. With these the package cuts as tiktoken does.
 */
const asInTiktoken = ({ source, flags }: RegExp): RegExp =>
  new RegExp(
    source
      .replaceAll('\\s', '\\p{White_Space}')
      .replaceAll('\\S', '\\P{White_Space}')
      .replaceAll('[sS]', '[sSſ]'),
    flags,
  );

export async function makeTokenizer(id: EncodingId, vocabulary: Vocabulary): Promise<Tokenizer> {
  const [{ BytePairEncodingCore }, parametersOf] = await Promise.all([
    import('gpt-tokenizer/BytePairEncodingCore'),
    PARAMETERS[id](),
  ]);
  const parameters = parametersOf(vocabulary);
  const core = new BytePairEncodingCore({
    ...parameters,
    tokenSplitRegex: asInTiktoken(parameters.tokenSplitRegex),
  });
  const encoder = new TextEncoder();
  const bytesOf = (token: number) => {
    const piece = vocabulary[token];
    if (piece === undefined) throw new Error(`${id} has no token ${token}`);
    return typeof piece === 'string' ? encoder.encode(piece) : Uint8Array.from(piece);
  };
  return {
    encode: (text) => core.encodeNative(text),
    bytesOf,
    // A character may lie across tokens, so bytes are joined before they are read.
    decode: (tokens) =>
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(
        Uint8Array.from(tokens.flatMap((token) => [...bytesOf(token)])),
      ),
  };
}
