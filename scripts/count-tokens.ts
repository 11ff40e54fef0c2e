/**
 * `npx tsx scripts/count-tokens.ts`: counts the tokens of every sentence of the dataset
 * `tokenizers` anew and writes data/tokenizers/counts.json. A test counts again.
 */
import { writeFileSync } from 'node:fs';
import sentences from '@/data/tokenizers/sentences.json';
import { countTokens } from '@/components/figures/tokenizer/count';

const lines = (await countTokens(sentences)).map((count) => `  ${JSON.stringify(count)}`);
writeFileSync('data/tokenizers/counts.json', `[\n${lines.join(',\n')}\n]\n`);
console.log(`${lines.length} sentences counted`);
