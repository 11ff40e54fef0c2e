/** A vocabulary as the file that the browser asks for. */
import { readFileSync } from 'node:fs';
import { fetchVocabulary } from '#vocabulary';
import type { EncodingId } from './encodings';

/** What the licence asks to be kept with every copy. */
const MIT = readFileSync('LICENSE', 'utf8').split(/^Permission is/m)[1];
const NOTICE = `From tiktoken (https://github.com/openai/tiktoken), Copyright (c) 2022 OpenAI, Shantanu Jain, by way of gpt-tokenizer (https://github.com/niieani/gpt-tokenizer), Copyright (c) 2023-2024 Bazyli Brzoska. MIT License: Permission is${MIT}`;

/** A vocabulary as the browser gets it: one piece a line, so that what has come in can be counted. */
export async function vocabularyFile(id: EncodingId): Promise<string> {
  const pieces = await fetchVocabulary(id, () => {});
  const lines = Array.from(pieces, (piece) => JSON.stringify(piece));
  return `{"encoding":${JSON.stringify(id)},"notice":${JSON.stringify(NOTICE)},"pieces":[\n${lines.join(',\n')}\n]}\n`;
}
