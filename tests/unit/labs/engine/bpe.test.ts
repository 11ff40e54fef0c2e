import { expect, test } from 'vitest';
import { BYTES, learnMerges, makeTokenizer } from '@/labs/engine/bpe';

const CORPUS = 'low low low low low lower lower newest newest newest newest newest newest widest';

test('the most frequent pair is joined first, and pairs of pairs after it', () => {
  const { pairs } = learnMerges(CORPUS, BYTES + 4);
  const tokenizer = makeTokenizer({ pairs });
  // “we” comes eight times, then “lo” and “st” seven; of equals the lower bytes come first.
  const joined = pairs.map((_, i) => tokenizer.textOf(BYTES + i));
  expect(joined).toEqual(['we', 'lo', 'st', ' n']);
});

test('no token reaches across the space between two words', () => {
  const tokenizer = makeTokenizer(learnMerges('a b a b a b a b', BYTES + 2));
  for (let token = BYTES; token < tokenizer.size; token += 1)
    expect(tokenizer.textOf(token).trimStart()).not.toContain(' ');
});

test('any text comes back as it was, letters that were never seen among them', () => {
  const tokenizer = makeTokenizer(learnMerges(CORPUS, BYTES + 10));
  for (const text of [CORPUS, '', '  two  spaces\n\n', 'Übergröße 中文 🙂', '12 345'])
    expect(tokenizer.decode(tokenizer.encode(text))).toBe(text);
});

test('characters are counted where they begin, whatever their bytes and however tokens cut them', () => {
  const tokenizer = makeTokenizer(learnMerges(CORPUS, BYTES + 10));
  for (const text of [CORPUS, '', 'Übergröße 中文 🙂']) {
    const tokens = tokenizer.encode(text);
    const counted = tokens.map((token) => tokenizer.charactersIn([token]));
    expect(tokenizer.charactersIn(tokens)).toBe([...text].length);
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe([...text].length);
  }
});

test('learned words take fewer tokens', () => {
  const tokenizer = makeTokenizer(learnMerges(CORPUS, BYTES + 10));
  expect(tokenizer.encode('newest').length).toBe(3);
  expect(tokenizer.encode('zzzzzz').length).toBe(6);
});

test('a corpus that is too small, and merges out of order, are named', () => {
  expect(() => learnMerges('ab', BYTES + 5)).toThrow('only 0 pairs');
  expect(() => makeTokenizer({ pairs: [[BYTES + 1, 97]] })).toThrow('merge 1 joins tokens');
});
