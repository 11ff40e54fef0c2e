import { expect, test } from 'vitest';
import { isKnown } from '@/data/cell';
import {
  bitsLeft,
  familyOf,
  lossOf,
  scoreOf,
  type Row,
} from '@/components/figures/compression-tradeoff/model';
import { spec, type TradeoffSeries } from '@/components/figures/compression-tradeoff/spec';
import { defaultState, type FigureState } from '@/lib/url-state';
import { allStates, dataFor } from '@/tests/fixtures/figures';

const data = dataFor(spec);
const rows = new Map((data.compression?.rows as Row[]).map((row) => [row.id, row]));
const row = (id: string) => rows.get(id)!;
const draw = (changes: FigureState = {}): TradeoffSeries =>
  spec.series(data, { ...defaultState(spec.controls), ...changes });
const plain = (text = '') => text.replaceAll('\u00a0', ' ');

test.each([
  ['as the authors name them', 'gptq-llama-7b-3bit', undefined, 3],
  ['the bytes of a file over the weights of the model', 'gguf-llama-3-8b-q4-k-m', 8e9, 4.92],
  [
    'Deep Compression’s AlexNet, 35 times smaller than 32 bits',
    'deep-compression-alexnet',
    60e6,
    0.92,
  ],
  ['2.7 of 7 billion weights', 'sheared-llama-2-7b', undefined, 6.17],
  ['half of the weights', 'wanda-llama-2-7b-50', undefined, 8],
])('bits left: %s', (_, id, parameters, bits) => {
  expect(bitsLeft(row(id), parameters)?.bits).toBeCloseTo(bits, 1);
});

test('a file that does not fit the size of its model gives no bits', () => {
  // Han’s LeNet-5 has 431,000 weights, LeCun’s 60,000.
  expect(bitsLeft(row('deep-compression-lenet-5'), 60_000)).toBeUndefined();
  expect(bitsLeft(row('deep-compression-lenet-5'), 431_000)?.bits).toBeCloseTo(0.82, 2);
});

test.each([
  ['gptq-llama-7b-3bit', 42.1],
  ['gptq-llama-65b-3bit', 42.8],
  ['gptq-opt-175b-4bit', 0.36],
  ['sparsegpt-opt-175b-50', -1.7],
  ['aqlm-llama-3-70b', 4],
  ['albert-xxlarge', -3.5],
  ['han-pruning-vgg-16', -0.44],
  ['distil-whisper-short', 1.3],
])('what %s loses is %f', (id, loss) => {
  expect(lossOf(row(id))).toBeCloseTo(loss, 1);
});

test.each([
  ['gptq-llama-7b-3bit', 'perplexity'],
  ['wanda-llama-2-7b-50', 'perplexity'],
  ['llm-int8-13b', undefined],
  ['bitnet-b1-58-3b', undefined],
  ['distilgpt2-wikitext', undefined],
  ['distillation-mnist-2015', undefined],
  ['tinybert-4', 'language'],
  ['distil-whisper-long', 'perception'],
])('%s is measured by %s', (id, score) => {
  expect(scoreOf(row(id))).toBe(score);
});

test('no picture mixes two kinds of score', () => {
  for (const state of allStates(spec.controls))
    for (const { id } of spec.series(data, state).readings)
      expect([id, scoreOf(row(id))]).toEqual([id, state.score]);
});

test('every result of a kind is drawn, or counted in the note', () => {
  for (const score of ['perplexity', 'language', 'perception']) {
    const { readings, note } = draw({ score });
    const all = [...rows.values()].filter((r) => scoreOf(r) === score).length;
    const missing = Number(/^(\d+) of \d+ results (?:is|are) not drawn/.exec(note ?? '')?.[1] ?? 0);
    expect([score, readings.length + missing]).toEqual([score, all]);
  }
});

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

test('the claim of the title: four bits cost little, three can cost a lot', () => {
  const { readings } = draw({ technique: 'quantization' });
  const losses = (bits: number) => readings.filter((r) => r.x === bits).map((r) => r.y);
  expect(losses(4).length).toBeGreaterThan(5);
  expect(median(losses(4))).toBeLessThan(5);
  expect(median(losses(3))).toBeGreaterThan(15);
  const curves = draw().lines ?? [];
  const llama = curves.find(({ id }) => id.startsWith('gptq-llama-7b'));
  expect(llama?.points.map(([bits, loss]) => [bits, Math.round(loss)])).toEqual([
    [4, 7],
    [3, 42],
  ]);
});

test('at eight bits rounding costs less than removing half of the weights', () => {
  const at8 = (technique: string) =>
    draw({ technique })
      .readings.filter((r) => r.x === 8)
      .map((r) => r.y);
  expect(Math.max(...at8('quantization'))).toBeLessThan(median(at8('pruning')));
});

test('larger models often stand it better, but not always', () => {
  const loss = (id: string) => lossOf(row(id)) ?? NaN;
  expect(loss('aqlm-llama-3-70b')).toBeLessThan(loss('aqlm-llama-3-8b'));
  expect(loss('gptq-llama-65b-3bit')).toBeGreaterThan(loss('gptq-llama-7b-3bit'));
});

test('what is off the scale keeps its value, and its name is the value', () => {
  const { cut, readings, names } = draw();
  const beyond = readings.filter(({ y }) => y > cut);
  expect(beyond.map(({ id }) => id)).toContain('magnitude-opt-175b-50');
  expect(names['rtn-llama-7b-3bit']).toBe('+350%');
  expect(names['magnitude-opt-175b-50']).toBe('+515,000%');
});

test('a reading names method, model, scores, bits and setting, and cites what they rest on', () => {
  const found = draw().readings.find(({ id }) => id === 'gguf-llama-3-8b-q2-k');
  expect(found?.label).toBe('llama.cpp block and k-quants: Llama 3 8B');
  for (const words of ['from 6.23316 to 9.751568', '+56.4%', 'about 3.2 bits', 'q2_K'])
    expect(plain(found?.text)).toContain(words);
  expect(new Set(found?.sources.map(({ id }) => id)).size).toBe(2);
});

test('curves join results of one method, model and table only', () => {
  for (const score of ['perplexity', 'language', 'perception']) {
    for (const line of draw({ score }).lines ?? []) {
      const of = row(line.id);
      const ends = line.points.map(([, loss]) =>
        [...rows.values()].some(
          (r) =>
            r.source === of.source &&
            r.technique === of.technique &&
            r.model === of.model &&
            lossOf(r) === loss,
        ),
      );
      expect([line.id, ends.every(Boolean)]).toEqual([line.id, true]);
    }
  }
});

test('coloured by size, a class follows the parameters of the model', () => {
  const { readings, groups } = draw({ colour: 'size' });
  const group = (id: string) => groups[readings.find((r) => r.id === id)?.group ?? -1]?.label;
  expect(group('gptq-llama-7b-4bit')).toBe('6 to 16 billion');
  expect(group('gptq-opt-175b-4bit')).toBe('46 billion and more');
  expect(group('zeroquant-gpt-1-3b-w8a8')).toBe('Size not in our table');
  for (const { base } of rows.values()) {
    const model = (data.models?.rows as { id: string; parameters: never }[]).find(
      ({ id }) => id === base,
    );
    if (!model || !isKnown<number>(model.parameters)) continue;
    const size = model.parameters as unknown as { value: number };
    const inClass =
      size.value < 2e9 || (size.value >= 6e9 && size.value <= 16e9) || size.value >= 46e9;
    expect([base, inClass]).toEqual([base, true]);
  }
});

test('families of models by name', () => {
  expect(
    ['gptq-llama-7b-3bit', 'gptq-bloom-176b-3bit', 'tinybert-4', 'minitron-8b'].map((id) =>
      familyOf(row(id)),
    ),
  ).toEqual(['llama', 'opt', 'bert', 'other']);
});

test('with nothing to draw the summary says so', () => {
  const { readings, summary } = draw({ technique: 'combined', models: 'opt' });
  expect(readings).toEqual([]);
  expect(summary).toBe('Nothing of this choice was measured by perplexity on WikiText.');
});

test('an empty picture says under which score the reader’s choice has results', () => {
  const { summary } = draw({ models: 'bert' });
  expect(summary).toContain('Choose “Language tasks” above.');
  expect(draw({ models: 'bert', score: 'language' }).readings.length).toBeGreaterThan(0);
  expect(draw({ models: 'bert', score: 'perception' }).readings).toEqual([]);
});
