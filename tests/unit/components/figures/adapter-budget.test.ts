import { expect, test } from 'vitest';
import { dataset } from '@/data';
import { controls } from '@/components/figures/adapter-budget/controls';
import {
  CHOICES,
  adapterWeights,
  doraWeights,
  loraWeights,
  matrixWeights,
  parameterCount,
  prefixWeights,
  shapeOf,
  type MatrixName,
} from '@/components/figures/adapter-budget/formula';
import {
  bitsOfNf4,
  memoryOf,
  termsOf,
  type Method,
  type Setting,
} from '@/components/figures/adapter-budget/memory';
import { spec } from '@/components/figures/adapter-budget/spec';
import { isKnown } from '@/data/cell';
import type { RowSeries } from '@/lib/figure';
import { defaultState, type FigureState } from '@/lib/url-state';
import { dataFor } from '@/tests/fixtures/figures';

const rows = dataset('architectures').rows;
const shape = (id: string) => shapeOf(rows.find((row) => row.id === id)!);
const terms = termsOf(dataset('memory-terms').rows);
const peft = new Map(dataset('peft').rows.map((row) => [row.id, row]));
const quantities = new Map(dataset('quantities').rows.map((row) => [row.id, row]));

const quantity = (id: string) => Number(quantities.get(id)?.quantity.value);
const published = (id: string) => Number(peft.get(id)?.trainable_parameters?.value);
const publishedShare = (id: string) => Number(peft.get(id)?.trainable_share?.value);

const AT_REST: Setting = {
  matrices: 'query-value',
  size: 16,
  tokens: 4096,
  isMixed: true,
  adam: 'adam-32',
  isCheckpointed: false,
};
const pieces = (method: Method, id: string, change: Partial<Setting> = {}) =>
  memoryOf(method, shape(id), { ...AT_REST, ...change }, terms);
const gigabytes = (method: Method, id: string, change: Partial<Setting> = {}) =>
  pieces(method, id, change).reduce((sum, { bytes }) => sum + bytes, 0) / 1e9;
/** Without activations, which papers rarely count. */
const states = (method: Method, id: string, change: Partial<Setting> = {}) =>
  pieces(method, id, change)
    .filter(({ part }) => part !== 'activations')
    .reduce((sum, { bytes }) => sum + bytes, 0) / 1e9;
const activations = (method: Method, id: string, change: Partial<Setting> = {}) =>
  pieces(method, id, change).find(({ part }) => part === 'activations')!.bytes / 1e9;

const data = dataFor(spec);
const draw = (changes: FigureState = {}): RowSeries =>
  spec.series(data, { ...defaultState(spec.controls), ...changes });

test.each(rows.map((row) => [row.id, row] as const))(
  'the shape of %s gives its published count, as exact as that is published',
  (_, row) => {
    const counted = parameterCount(shapeOf(row));
    const printed = isKnown(row.parameters) ? row.parameters.value : NaN;
    const isExact = printed % 1e6 !== 0;
    // LLaMA’s 65.2 billion are cut, not rounded, and “70 billion” has one digit.
    expect(Math.abs(counted - printed)).toBeLessThanOrEqual(isExact ? 0 : 0.02 * printed);
  },
);

test.each<[string, string, number, string]>([
  ['lora-gpt3-budgets-lora-qv1-wikisql', 'query-value', 1, 'rank 1 on query and value'],
  ['lora-gpt3-budgets-lora-qv4-wikisql', 'query-value', 4, 'rank 4 on query and value'],
  ['lora-gpt3-budgets-lora-qkvo2-wikisql', 'attention', 2, 'rank 2 on all attention matrices'],
  ['lora-gpt3-budgets-lora-qv64-wikisql', 'query-value', 64, 'rank 64 on query and value'],
  ['lora-gpt3-budgets-lora-qkvo64-wikisql', 'attention', 64, 'rank 64 on all of attention'],
])('LoRA on GPT-3, %s: within the table’s rounding', (id, matrices, rank) => {
  const counted = loraWeights(shape('gpt-3'), CHOICES[matrices]!, rank);
  // The table cuts: 18.8 for 18.87 million.
  expect(counted / published(id)).toBeCloseTo(1, 2);
});

test('LoRA’s 4.7 million are rank 2 on value alone or rank 1 on query and value; 18.9 million are one in 9,285', () => {
  const gpt3 = shape('gpt-3');
  expect(loraWeights(gpt3, ['value'], 2)).toBe(4_718_592);
  expect(loraWeights(gpt3, ['query', 'value'], 1)).toBe(4_718_592);
  expect(loraWeights(gpt3, ['query', 'value'], 4)).toBe(18_874_368);
  expect(published('lora-gpt3-ft-wikisql') / 18_874_368).toBeCloseTo(9285, -1);
});

test.each([1, 4, 8, 16, 64])('adapters of width %i on GPT-3: within the table’s rounding', (m) => {
  const printed = published(`lora-gpt3-budgets-adapter-h-r${m}-wikisql`);
  expect(Math.abs(adapterWeights(shape('gpt-3'), m) - printed)).toBeLessThanOrEqual(1e5);
});

test('adapters of width 64 on BERT-Large: 1.9%; the paper, which trains norms as well, prints 2.1', () => {
  const share = (100 * adapterWeights(shape('bert-large'), 64)) / 335_141_888;
  expect(adapterWeights(shape('bert-large'), 64)).toBe(48 * 132_160);
  expect(share).toBeCloseTo(1.9, 1);
  expect(publishedShare('adapters-glue-adapters-64-total')).toBe(2.1);
});

test('a prefix of ten on GPT-2 medium is the 0.1% of the paper: 500,000 weights (ACL, footnote 7)', () => {
  expect(prefixWeights(shape('gpt-2-medium'), 10)).toBe(491_520);
  const share = (100 * prefixWeights(shape('gpt-2-medium'), 10)) / 354_823_168;
  expect(share.toFixed(1)).toBe(String(publishedShare(prefixRow())));
});
const prefixRow = () => [...peft.keys()].find((id) => id.startsWith('prefix-gpt2-medium-prefix'))!;

test.each<[string, number]>([
  ['peft-metamath-lora-r32-gsm8k', loraWeights(shape('llama-3-2-3b'), ['query', 'value'], 32)],
  ['peft-metamath-dora-r32-gsm8k', doraWeights(shape('llama-3-2-3b'), ['query', 'value'], 32)],
  [
    'peft-metamath-lora-r10-mlp-gsm8k',
    loraWeights(shape('llama-3-2-3b'), ['gate', 'up', 'down'], 10),
  ],
  ['peft-metamath-prefix-lr-0-001-gsm8k', prefixWeights(shape('llama-3-2-3b'), 200)],
])('PEFT counts the same: %s', (id, counted) => {
  expect(published(id)).toBe(counted);
});

test('LoRA and DoRA of rank 32 on Llama 2 7B: the shares that DoRA’s authors print', () => {
  const five: MatrixName[] = ['query', 'key', 'value', 'up', 'down'];
  const llama = shape('llama-2-7b');
  const all = parameterCount(llama);
  const share = (added: number) => (100 * added) / (all + added);
  expect(share(loraWeights(llama, five, 32)).toFixed(2)).toBe('0.83');
  expect(share(doraWeights(llama, five, 32)).toFixed(2)).toBe('0.84');
  expect(publishedShare('dora-commonsense-llama-2-7b-lora-average')).toBe(0.83);
  expect(publishedShare('dora-commonsense-llama-2-7b-dora-average')).toBe(0.84);
});

test('the chapter’s Llama 2 7B: 16 bytes a trained weight, 2 a frozen one', () => {
  const all = parameterCount(shape('llama-2-7b'));
  const added = loraWeights(shape('llama-2-7b'), ['query', 'value'], 16);
  expect(added).toBe(8_388_608);
  expect(states('full', 'llama-2-7b')).toBeCloseTo((16 * all) / 1e9, 9);
  expect(states('full', 'llama-2-7b')).toBeCloseTo(107.8, 1);
  expect(states('lora', 'llama-2-7b')).toBeCloseTo((2 * all + 16 * added) / 1e9, 9);
  expect(states('lora', 'llama-2-7b')).toBeCloseTo(13.6, 1);
});

test('the chapter’s activations: 34 bytes, 18 gigabytes for 4 × 1,024 tokens; 1.1 when recomputed', () => {
  expect(activations('full', 'llama-2-7b')).toBeCloseTo((34 * 4096 * 4096 * 32) / 1e9, 9);
  expect(activations('full', 'llama-2-7b')).toBeCloseTo(18, -1);
  for (const method of ['full', 'lora', 'adapters'] as const)
    expect(activations(method, 'llama-2-7b', { isCheckpointed: true })).toBeCloseTo(1.07, 2);
});

test.each<[Method, string, number]>([
  ['full', 'query-value', 34],
  ['lora', 'query-value', 22],
  ['dora', 'attention', 24],
  ['qlora', 'linear', 34],
  ['adapters', 'linear', 24],
  ['prefix', 'linear', 20],
])('%s with %s keeps %i bytes a token, layer and unit of width', (method, matrices, bytes) => {
  const each = activations(method, 'gpt-3', { matrices, tokens: 1 }) * 1e9;
  expect(each / (96 * 12_288)).toBeCloseTo(bytes, 9);
});

test('LoRA on GPT-3: the paper’s 350 GB are the frozen weights; its 1.2 TB are less than half of 16 bytes a weight', () => {
  const frozen = pieces('lora', 'gpt-3')[0]!.bytes / 1e9;
  expect(Math.abs(frozen - quantity('pe-lora-vram'))).toBeLessThan(1);
  const printed = 1000 * quantity('pe-lora-full-vram');
  expect(states('full', 'gpt-3')).toBeCloseTo(2794, 0);
  expect(states('full', 'gpt-3') / printed).toBeGreaterThan(2.3);
  // Nothing that can be set here comes down to it: the least is 6 bytes a weight, the next 8.
  const least = states('full', 'gpt-3', { isMixed: false, adam: 'adam-8' });
  expect(least).toBeLessThan(printed);
  expect(states('full', 'gpt-3', { isMixed: false, adam: 'adam-16' })).toBeGreaterThan(printed);
});

test('QLoRA’s 65 billion weights: more than 780 GB in full without a 32-bit copy, less than 48 with QLoRA', () => {
  const pure: Partial<Setting> = { isMixed: false, isCheckpointed: true, tokens: 512 };
  expect(bitsOfNf4(terms)).toBeCloseTo(4.127, 3);
  const full = states('full', 'llama-65b', pure);
  expect(full).toBeGreaterThan(quantity('pe-qlora-full-gigabytes'));
  expect(full).toBeLessThan(1.01 * quantity('pe-qlora-full-gigabytes'));
  const qlora = gigabytes('qlora', 'llama-65b', { ...pure, matrices: 'linear', size: 64 });
  expect(qlora).toBeLessThan(quantity('pe-qlora-gigabytes'));
  expect(qlora).toBeGreaterThan(40);
});

test('the paper’s 4-bit base of 7 billion is larger than the terms explain, as the chapter says', () => {
  const packed = matrixWeights(shape('llama-2-7b'));
  const base = (bitsOfNf4(terms) / 8) * packed + 2 * (6_738_415_616 - packed);
  expect(base / 1e6).toBeCloseTo(3866, 0);
  expect(base / 1e6).toBeLessThan(quantity('pe-qlora-base-megabytes'));
});

// PEFT keeps the adapters themselves in 32 bits: a tenth of a gigabyte more.
test('PEFT’s benchmark in 16 bits: LoRA saves six bytes a weight, near what was measured', () => {
  const bf16: Partial<Setting> = { isMixed: false, adam: 'adam-16', size: 32 };
  const saved = states('full', 'llama-3-2-3b', bf16) - states('lora', 'llama-3-2-3b', bf16);
  const measured = quantity('pe-average-memory-full') - quantity('pe-average-memory-lora');
  expect(saved).toBeCloseTo(19.2, 1);
  expect(Math.abs(saved - measured)).toBeLessThan(1);
});

test('by default the first bar is gradients and optimiser state, and no other is', () => {
  const { readings, rows: bars } = draw();
  const length = (id: string) => {
    const found = readings.find((reading) => reading.id === id)!;
    return found.x - found.from!;
  };
  for (const { id } of bars) {
    const changing = length(`${id}-gradients`) + length(`${id}-optimiser`);
    const rest = length(`${id}-weights`) + length(`${id}-activations`);
    expect([id, changing > rest]).toEqual([id, id === 'full']);
    if (id !== 'full') expect(changing).toBeLessThan(0.2);
  }
  expect(bars.map(({ label }) => label).slice(0, 1)).toEqual(['Full fine-tuning: 126 GB']);
});

test('rank matters little, tokens much', () => {
  expect(
    gigabytes('lora', 'llama-2-7b', { size: 256 }) / gigabytes('lora', 'llama-2-7b', { size: 1 }),
  ).toBeLessThan(1.1);
  expect(
    gigabytes('lora', 'llama-2-7b', { tokens: 65_536 }) / gigabytes('lora', 'llama-2-7b'),
  ).toBeGreaterThan(7);
});

test('pieces of a bar lie end to end, and its name says their sum', () => {
  for (const model of ['bert-large', 'gpt-3', 'own']) {
    const { readings, rows: bars, table } = draw({ model });
    bars.forEach(({ label }, row) => {
      const bar = readings.filter(({ y }) => y === row).sort((a, b) => a.from! - b.from!);
      bar.forEach((piece, i) => expect(piece.from).toBe(i === 0 ? 0 : bar[i - 1]!.x));
      const sum = table.rows
        .filter(({ id }) => bar.some((piece) => piece.id === id))
        .reduce((total, { gigabytes: each }) => total + Number(each), 0);
      const said = Number(/: ([\d,.]+) GB/.exec(label)?.[1]?.replaceAll(',', ''));
      expect(Math.abs(said - sum)).toBeLessThan(0.06 * sum);
    });
  }
});

test('every model of the dataset can be chosen, and a shape of one’s own', () => {
  const offered = controls.flatMap((control) =>
    control.kind === 'choice' && control.key === 'model'
      ? control.options.map(({ value }) => value)
      : [],
  );
  expect([...offered].sort()).toEqual([...rows.map(({ id }) => id), 'own'].sort());
  const own = draw({ model: 'own', layers: 32, width: 4096, inner: 11_008, vocabulary: 32_000 });
  expect(own.summary).toContain('6.74');
  expect(own.rows.map(({ label }) => label)).toEqual(draw().rows.map(({ label }) => label));
  expect(own.note).toContain('counted as a Llama');
});

test('the number of weights trained and its share stand in reading and table', () => {
  const { readings, table } = draw();
  const found = readings.find(({ id }) => id === 'lora-optimiser')!;
  expect(found.text).toContain('8,388,608 weights, 0.124% of the model');
  expect(found.sources.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['rajbhandari-2019', 'hu-2021']),
  );
  expect(table.rows.find(({ id }) => id === 'lora-optimiser')).toMatchObject({
    trained: '8,388,608',
  });
});

test('a thin matrix that is not thin is called so', () => {
  expect(draw({ model: 'own', width: 16, size: 256 }).note).toContain('hold as many numbers');
  expect(draw().note).not.toContain('hold as many numbers');
});

test('the arrow keys go bar by bar, from its first piece to its last', () => {
  const { readings, isList } = draw();
  expect(isList).toBe(true);
  const places = readings.map(({ y, x }) => [y, x] as const);
  expect(places).toEqual([...places].sort((a, b) => a[0] - b[0] || a[1] - b[1]));
});
