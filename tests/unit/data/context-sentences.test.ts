/** What makes the sentences a fair question: only what stands further ahead differs by sense. */
import { expect, test } from 'vitest';
import words from '@/data/context-sentences/sentences.json';

/** Words that tell no sense. */
const PLAIN = ['from', 'with', 'into', 'inside', 'after'];
const wordsOf = (sentence: string) => sentence.split(' ');

test.each(words)('$id: a pair ends alike, its word and the two before it', ({ id, pairs }) => {
  expect(pairs).toHaveLength(8);
  const ends = pairs.map((pair) => {
    const [one, other] = pair.map((sentence) => wordsOf(sentence).slice(-3).join(' '));
    expect(other).toBe(one);
    return one;
  });
  expect(new Set(ends).size).toBe(pairs.length);
  for (const sentence of pairs.flat()) expect(wordsOf(sentence).at(-1)).toBe(id);
});

test.each(words)('$id: no telling word comes twice in one sense', ({ id, pairs }) => {
  for (const sense of [0, 1]) {
    const telling = pairs
      .flatMap((pair) => [...new Set(wordsOf(pair[sense]!))])
      .filter((word) => word.length > 3 && word !== id && !PLAIN.includes(word));
    expect(telling.filter((word, i) => telling.indexOf(word) !== i)).toEqual([]);
  }
});
