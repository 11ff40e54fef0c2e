/** The tokenizers against what OpenAI publishes about them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fetchVocabulary } from '#vocabulary';
import { countTokens } from '@/components/figures/tokenizer/count';
import { ENCODINGS, type EncodingId } from '@/components/figures/tokenizer/encodings';
import { loadTokenizers } from '@/components/figures/tokenizer/load';
import { OTHER_SAMPLES } from '@/components/figures/tokenizer/samples';
import { vocabularyFile } from '@/components/figures/tokenizer/vocabulary-file';
import counts from '@/data/tokenizers/counts.json';
import sentences from '@/data/tokenizers/sentences.json';

const tokenizers = await loadTokenizers(ENCODINGS, () => {});
const of = (id: EncodingId) => tokenizers.get(id)!;
const IDS = ENCODINGS.map(({ id }) => id);
const SLOW = 60_000;

/** The hashes that tiktoken checks what it downloads against: tiktoken_ext/openai_public.py, 0.14.0. */
test.each([
  ['r50k_base', '306cd27f03c1a714eca7108e03d66b7dc042abe8c258b44c199a7ed9838dd930'],
  ['cl100k_base', '223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7'],
  ['o200k_base', '446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d'],
] as const)(
  '%s has the very pieces of the file that tiktoken downloads, in order',
  (id, sha256) => {
    const file = readFileSync(`node_modules/gpt-tokenizer/data/${id}.tiktoken`);
    expect(createHash('sha256').update(file).digest('hex')).toBe(sha256);
    const lines = file.toString().trim().split('\n');
    const pieces = ENCODINGS.find((encoding) => encoding.id === id)!.pieces;
    expect(lines).toHaveLength(pieces);
    const wrong = lines.filter((line) => {
      const [base64 = '', token] = line.split(' ');
      return Buffer.from(of(id).bytesOf(Number(token))).toString('base64') !== base64;
    });
    expect(wrong).toEqual([]);
  },
  SLOW,
);

/** tiktoken's own tests, tests/test_encoding.py. */
test.each<[EncodingId, string, number[]]>([
  ['r50k_base', 'hello world', [31373, 995]],
  ['cl100k_base', 'hello world', [15339, 1917]],
  ['r50k_base', '', []],
  ['r50k_base', '0000', [2388]],
  ['r50k_base', '00000000', [8269]],
  ['r50k_base', '000000000', [10535, 830]],
  ['r50k_base', '00000000000000000', [8269, 10535, 830]],
  ['cl100k_base', 'rer', [38149]],
  ['cl100k_base', "'rer", [2351, 81]],
  ['cl100k_base', 'today\n ', [31213, 198, 220]],
  ['cl100k_base', 'today\n \n', [31213, 27907]],
  ['cl100k_base', 'today\n  \n', [31213, 14211]],
  ['cl100k_base', ' \u00850', [220, 126, 227, 15]],
  ['cl100k_base', '👍', [9468, 239, 235]],
])('%s of %j as in tiktoken’s tests', (id, text, tokens) => {
  expect(of(id).encode(text)).toEqual(tokens);
});

/** OpenAI Cookbook, How to count tokens with tiktoken, sections 3 and 5. */
test.each<[string, Partial<Record<EncodingId, number[]>>]>([
  ['tiktoken is great!', { o200k_base: [83, 8251, 2488, 382, 2212, 0] }],
  [
    'antidisestablishmentarianism',
    {
      r50k_base: [415, 29207, 44390, 3699, 1042],
      cl100k_base: [519, 85342, 34500, 479, 8997, 2191],
      o200k_base: [493, 129901, 376, 160388, 21203, 2367],
    },
  ],
  [
    '2 + 2 = 4',
    {
      r50k_base: [17, 1343, 362, 796, 604],
      cl100k_base: [17, 489, 220, 17, 284, 220, 19],
      o200k_base: [17, 659, 220, 17, 314, 220, 19],
    },
  ],
  [
    'お誕生日おめでとう',
    {
      r50k_base: [
        2515, 232, 45739, 243, 37955, 33768, 98, 2515, 232, 1792, 223, 30640, 30201, 29557,
      ],
      cl100k_base: [33334, 45918, 243, 21990, 9080, 33334, 62004, 16556, 78699],
      o200k_base: [8930, 9697, 243, 128225, 8930, 17693, 4344, 48669],
    },
  ],
])('%s has the tokens that OpenAI’s guide prints', (text, printed) => {
  for (const [id, tokens] of Object.entries(printed)) {
    expect([id, of(id as EncodingId).encode(text)]).toEqual([id, tokens]);
  }
});

test('what looks like a mark is cut as the text that it is', () => {
  for (const id of IDS) expect(of(id).encode('<|endoftext|>').length).toBeGreaterThan(3);
});

const TEXTS = [
  ...sentences.map(({ sentence }) => sentence),
  ...OTHER_SAMPLES.map(({ text }) => text),
  '请考试我的软件！12345',
  '  two  spaces\tand a tab\r\n',
  '👩🏽‍🚀 \ufeffé e\u0301 ',
];

test.each(IDS)('%s gives every text back as it was', (id) => {
  const { encode, decode } = of(id);
  expect(TEXTS.map((text) => decode(encode(text)))).toEqual(TEXTS);
});

test('the recorded counts are what the tokenizers count; scripts/count-tokens.ts writes them', async () => {
  expect(counts).toEqual(await countTokens(sentences));
});

test.each(IDS)(
  'the file that the browser reads for %s has the pieces, a line each, and its licence',
  async (id) => {
    const file = await vocabularyFile(id);
    const content = JSON.parse(file) as { pieces: unknown; notice: string };
    const pieces = await fetchVocabulary(id, () => {});
    expect(JSON.stringify(content.pieces)).toBe(JSON.stringify(Array.from(pieces)));
    expect(file.split('\n').length).toBeGreaterThan(pieces.length);
    for (const words of ['OpenAI, Shantanu Jain', 'Bazyli Brzoska', 'Permission is hereby granted'])
      expect(content.notice).toContain(words);
  },
  SLOW,
);
