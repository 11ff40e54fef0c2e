import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runLab } from '@/labs/host';
import { OWN_TEXT } from '@/labs/own';
import { embeddingRecords } from '@/labs/pretrain/looks';
import type { PretrainRecord } from '@/labs/pretrain/records';
import { spec } from '@/labs/pretrain/spec';
import { makeTokenizer, type Merges } from '@/labs/engine/bpe';
import type { News } from '@/labs/protocol';
import { defaultState } from '@/lib/url-state';

const SHORT = { corpus: 'own', width: '32', layers: 1, steps: 10 };

test(
  'a text in another script is learned from, without a map of words',
  { timeout: 120_000 },
  async () => {
    const own = 'Вода и огонь, земля и небо: всё это было здесь. '.repeat(80);
    const news: News[] = [];
    await runLab(
      { lab: 'pretrain', settings: { ...defaultState(spec.controls), ...SHORT } },
      'wasm',
      {
        read: async (name) =>
          name === OWN_TEXT ? new TextEncoder().encode(own) : readFileSync(`public/labs/${name}`),
        tell: (one) => void news.push(one),
        gate: () => Promise.resolve(),
      },
    );
    expect(news.at(-1)).toMatchObject({ type: 'done' });
    const kinds = news.flatMap((one) =>
      one.type === 'record' ? (one.record as PretrainRecord).kind : [],
    );
    expect(kinds).toContain('attention');
    expect(kinds).not.toContain('embedding');
  },
);

test('of few words each is named once, and of fewer there is no map', () => {
  const tokenizer = makeTokenizer(
    JSON.parse(readFileSync('public/labs/checkpoints/tokenizer.json', 'utf8')) as Merges,
  );
  const config = {
    vocabulary: tokenizer.size + 1,
    context: 8,
    width: 2,
    layers: 1,
    heads: 1,
    attention: 'causal',
    norm: 'layer',
  } as const;
  const data = Float32Array.from({ length: 2 * config.vocabulary }, (_, i) => Math.sin(i));
  const embedding = { shape: [config.vocabulary, 2], data };
  const of = (text: string) =>
    embeddingRecords(config, tokenizer, { learn: tokenizer.encode(text) }, { embedding }, 0);
  const [few] = of('so the water of an animal in a house with one small part for it');
  const named = few!.near.map(({ word }) => word);
  expect(named.length).toBeGreaterThan(1);
  expect(new Set(named).size).toBe(named.length);
  expect(of('so the water')).toEqual([]);
});
