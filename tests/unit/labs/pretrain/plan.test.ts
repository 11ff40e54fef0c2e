import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeTokenizer, type Merges } from '@/labs/engine/bpe';
import type { RunContext } from '@/labs/lab';
import { OWN_TEXT } from '@/labs/own';
import { CHARACTERS_NEEDED } from '@/labs/pretrain/own-limits';
import { modelFor, optimiserFor, planOf } from '@/labs/pretrain/plan';
import { spec } from '@/labs/pretrain/spec';
import { blanksIn, loadTexts, promptsFor } from '@/labs/pretrain/texts';
import { frequentWords, isWholeWord } from '@/labs/pretrain/words';
import { defaultState } from '@/lib/url-state';

const merges = readFileSync('public/labs/checkpoints/tokenizer.json', 'utf8');
const tokenizer = makeTokenizer(JSON.parse(merges) as Merges);

/** Reads a reader's text from memory, and the site's own from its folder. */
const contextWith = (own: string): RunContext => ({
  file: async (name) =>
    name === OWN_TEXT ? new TextEncoder().encode(own) : readFileSync(`public/labs/${name}`),
  keep: async () => {},
  tick: async () => {},
  now: () => 0,
});

const english = readFileSync('public/labs/corpora/addresses.txt', 'utf8');

test('by default it guesses what comes next, from scratch', () => {
  expect(planOf(defaultState(spec.controls))).toMatchObject({
    objective: 'causal',
    start: 'scratch',
    corpus: 'definitions',
    width: 64,
    layers: 2,
    seed: 1,
  });
});

test('what is guessed decides what a token may look at', () => {
  const at = (objective: string) =>
    modelFor(planOf({ ...defaultState(spec.controls), objective }), 1024);
  expect(at('causal').attention).toBe('causal');
  expect(at('masked').attention).toBe('both');
  expect(at('masked').width % at('masked').heads).toBe(0);
});

test('the rate rises for a tenth of the steps, but not for long', () => {
  expect(optimiserFor({ start: 'scratch', width: 64, steps: 10 }).warmUp).toBe(1);
  expect(optimiserFor({ start: 'scratch', width: 64, steps: 5000 }).warmUp).toBe(100);
});

test('a text of one’s own is held out at its end, and never read past its limit', async () => {
  const own = english.slice(0, 20_000);
  const { learn, heldOut, passages } = await loadTexts(
    { corpus: 'own' },
    tokenizer,
    contextWith(own),
  );
  expect(tokenizer.decode(learn) + tokenizer.decode(heldOut)).toBe(own);
  expect(tokenizer.decode(heldOut)).toHaveLength(2_000);
  expect(passages.length).toBeGreaterThan(2);
  const prompts = promptsFor({ corpus: 'own' }, { passages }, tokenizer);
  for (const prompt of prompts)
    expect(own.slice(18_000)).toContain(tokenizer.decode(prompt).trim());
});

test('a text without lines still has passages', async () => {
  const own = english.slice(0, 20_000).replaceAll('\n', ' ');
  const { passages } = await loadTexts({ corpus: 'own' }, tokenizer, contextWith(own));
  expect(passages.length).toBeGreaterThan(10);
});

test('a text that is too short is refused with what is missing; as much as is asked for is enough', async () => {
  const load = (length: number) =>
    loadTexts({ corpus: 'own' }, tokenizer, contextWith(english.slice(0, length)));
  await expect(load(1_000)).rejects.toThrow(
    /too short: the tenth at its end, which is held out, has \d+ tokens, and 130 are needed/,
  );
  await expect(load(0)).rejects.toThrow('too short');
  await expect(load(CHARACTERS_NEEDED)).resolves.toBeDefined();
});

test('it is the held-out part that must be long enough', async () => {
  // Dense at its beginning, light at its end: many tokens, and few of them held out.
  const own = '§¶'.repeat(900) + ' water'.repeat(40);
  const load = loadTexts({ corpus: 'own' }, tokenizer, contextWith(own));
  await expect(load).rejects.toThrow('too short');
});

test('words are tokens that begin and end where a word does', () => {
  const tokens = tokenizer.encode('the water of the sea in the house of water, of it');
  const words = tokens.filter((_, place) => isWholeWord(tokenizer, tokens, place));
  expect(words.map(tokenizer.textOf)).toEqual([
    ' water',
    ' of',
    ' the',
    ' in',
    ' the',
    ' of',
    ' water',
    ' of',
  ]);
  expect(frequentWords(tokenizer, tokens, 2).map(tokenizer.textOf)).toEqual([' of', ' the']);
});

test('blanks hide a whole word of held-out text', async () => {
  const texts = await loadTexts({ corpus: 'moby-dick' }, tokenizer, contextWith(''));
  const blanks = blanksIn(texts, tokenizer);
  expect(blanks).toHaveLength(3);
  for (const { tokens, place } of blanks) expect(isWholeWord(tokenizer, tokens, place)).toBe(true);
});
