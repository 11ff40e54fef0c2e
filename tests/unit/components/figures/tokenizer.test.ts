import { expect, test } from 'vitest';
import type { RowSeries } from '@/lib/figure';
import { defaultState, type FigureState } from '@/lib/url-state';
import type { SentenceRow } from '@/components/figures/tokenizer/count-series';
import type { PieceSeries } from '@/components/figures/tokenizer/cut-series';
import { ENCODINGS } from '@/components/figures/tokenizer/encodings';
import { layoutPieces } from '@/components/figures/tokenizer/layout';
import { loadTokenizers } from '@/components/figures/tokenizer/load';
import { piecesOf, runsLeft, shownAs } from '@/components/figures/tokenizer/pieces';
import { LANGUAGES } from '@/components/figures/tokenizer/samples';
import { spec } from '@/components/figures/tokenizer/spec';
import { dataFor, seriesOf } from '@/tests/fixtures/figures';
import type { FigureSeries, FigureSpec } from '@/lib/figure';

const anySpec = spec as unknown as FigureSpec<FigureSeries>;
const data = dataFor(anySpec);
const rows = data.tokenizers?.rows as SentenceRow[];
const stateOf = (changes: FigureState): FigureState => ({
  ...defaultState(spec.controls),
  ...changes,
});
const draw = (changes: FigureState = {}) => seriesOf(anySpec, data, stateOf(changes));
const count = async (changes: FigureState = {}) => (await draw(changes)) as RowSeries;
const cut = async (changes: FigureState) => (await draw(changes)) as PieceSeries;
const titles = ({ blocks }: PieceSeries) => blocks.map(({ title }) => title);
const tokenizers = await loadTokenizers(ENCODINGS, () => {});

test('the languages to choose from are those of the dataset', () => {
  expect(LANGUAGES.map(([id, name]) => [id, name])).toEqual(rows.map(({ id, name }) => [id, name]));
});

test('by default every language has a dot for each tokenizer, in multiples of English', async () => {
  const { readings, rows: drawn } = await count();
  expect(readings).toHaveLength(rows.length * ENCODINGS.length);
  expect(drawn[0]?.label).toBe('English');
  for (const reading of readings.filter(({ y }) => y === 0)) expect(reading.x).toBe(1);
});

test('rows go by what GPT-2 makes of them and keep their places without it', async () => {
  const all = await count();
  const first = all.readings.filter(({ group }) => group === 0).map(({ x }) => x);
  expect(first).toEqual([...first].sort((a, b) => a - b));
  expect((await count({ tokenizers: ['o200k_base'] })).rows).toEqual(all.rows);
});

test('the claim: each vocabulary is twice the one before, and no language costs more in it', async () => {
  const sizes = ENCODINGS.map(({ pieces }) => pieces);
  expect(sizes[1]! / sizes[0]!).toBeCloseTo(2, 1);
  expect(sizes[2]! / sizes[1]!).toBeCloseTo(2, 1);
  const { readings } = await count();
  for (const { id } of rows) {
    const own = readings.filter((reading) => reading.id.startsWith(`${id}-`)).map(({ x }) => x);
    expect([id, own]).toEqual([id, [...own].sort((a, b) => b - a)]);
  }
});

test('the claim: with GPT-4o most of the gap has closed, but not for Amharic', async () => {
  const { readings } = await count();
  const gap = (id: string) => (readings.find((reading) => reading.id === id)?.x ?? NaN) - 1;
  for (const { id } of rows.filter(({ id }) => !['english', 'amharic'].includes(id)))
    expect([id, gap(`${id}-o200k-base`) < 2]).toEqual([id, true]);
  const closed = rows.filter(({ id }) => gap(`${id}-o200k-base`) < gap(`${id}-r50k-base`) / 2);
  expect(closed.length).toBeGreaterThan(rows.length / 2);
  expect(gap('amharic-o200k-base')).toBeGreaterThan(5);
});

test('the claim: no piece of the three vocabularies holds a whole Ethiopic character', () => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const holds = (bytes: Uint8Array) => {
    if (bytes.length < 3) return false;
    try {
      return /\p{Script=Ethiopic}/u.test(decoder.decode(bytes));
    } catch {
      return false;
    }
  };
  const found = ENCODINGS.map(({ id, pieces }) => {
    const { bytesOf } = tokenizers.get(id)!;
    return Array.from({ length: pieces }, (_, token) => bytesOf(token)).filter(holds).length;
  });
  expect(found).toEqual([0, 0, 0]);
}, 60_000);

test('a reading says how many tokens, compares, and quotes the sentence with both works', async () => {
  const { readings } = await count();
  const hindi = readings.find(({ id }) => id === 'hindi-r50k-base');
  expect(hindi?.text.replaceAll('\u00a0', ' ')).toMatch(
    /^140 tokens \(r50k_base\), 10\.8 times the 13 of the English sentence: “सभी .*।”$/,
  );
  expect(hindi?.sources.map(({ id }) => id)).toEqual(['jain-2022', 'united-nations-1948']);
});

test('Llama 3 is missing and the note says why', async () => {
  expect((await count()).note).toMatch(/Llama 3 is left out: its licence/);
});

test('counting loads nothing, cutting loads only the tokenizers that cut', async () => {
  const loaded = async (changes: FigureState) => [
    ...(await spec.load!(data, stateOf(changes), () => {})).keys(),
  ];
  expect(await loaded({})).toEqual([]);
  expect(await loaded({ sample: 'hindi', tokenizers: ['r50k_base'] })).toEqual(['r50k_base']);
  expect(await loaded({ text: 'x', tokenizers: [] })).toEqual([]);
  expect(await loaded({ text: 'x' })).toEqual(ENCODINGS.map(({ id }) => id));
});

test('a language in pieces has as many boxes as its count says, and its sentence above', async () => {
  for (const row of rows) {
    const series = await cut({ sample: row.id });
    const wanted = ENCODINGS.map(({ model, column }) => `${model}: ${row[column].value} tokens`);
    expect(titles(series)).toEqual(wanted);
    expect(series.sentence).toBe(row.sentence.value);
    expect(series.readings).toHaveLength(series.blocks.flatMap(({ pieces }) => pieces).length);
  }
});

test('what is typed goes before the sample, and may be one letter or many emoji', async () => {
  const series = await cut({ text: 'a', sample: 'hindi', tokenizers: ['cl100k_base'] });
  expect(titles(series)).toEqual(['GPT-4: 1 token']);
  expect(series.sentence).toBeUndefined();
  const emoji = await cut({ text: '👩🏽‍🚀'.repeat(22) });
  expect(emoji.blocks).toHaveLength(3);
  expect(emoji.note).toContain('dashed box');
});

test('without a tokenizer both views say so', async () => {
  expect((await count({ tokenizers: [] })).summary).toContain('nothing is counted');
  expect((await cut({ tokenizers: [], sample: 'code' })).summary).toContain('nothing is cut');
});

test('without what it needs the figure says which tokenizer is missing', () => {
  expect(() => spec.series(data, stateOf({ text: 'x' }))).toThrow('r50k_base');
});

test('pieces join up to the text, and know the characters that they are parts of', () => {
  for (const text of ['お誕生日おめでとう', 'naïve 👍🏽', 'प्राप्त है', 'a\ud83d', '']) {
    for (const { id } of ENCODINGS) {
      const pieces = piecesOf(text, tokenizers.get(id)!);
      const bytes = Uint8Array.from(pieces.flatMap((piece) => [...piece.bytes]));
      expect(Buffer.from(bytes)).toEqual(Buffer.from(text));
      for (const piece of pieces) {
        const whole = Buffer.from(piece.characters);
        expect(whole.includes(Buffer.from(piece.bytes))).toBe(true);
        expect(whole.length === piece.bytes.length).toBe(piece.isWhole);
      }
    }
  }
  // 誕 is e8 aa 95; GPT-2 and GPT-4 cut it in two (OpenAI Cookbook).
  const parts = piecesOf('誕', tokenizers.get('r50k_base')!);
  expect(parts.map((piece) => [piece.characters, shownAs(piece)])).toEqual([
    ['誕', 'e8aa'],
    ['誕', '95'],
  ]);
});

test('a piece without a form shows the number of its character', () => {
  const joiner = { token: 0, bytes: Uint8Array.of(0xe2, 0x80, 0x8d), characters: '\u200d' };
  expect(shownAs({ ...joiner, isWhole: true })).toBe('U+200D');
  expect(shownAs({ ...joiner, isWhole: false })).toBe('e2808d');
});

test('spaces, line ends and long runs are made visible', async () => {
  const { blocks } = await cut({ sample: 'code', tokenizers: ['cl100k_base'] });
  const shown = blocks[0]?.pieces.map((piece) => piece.shown) ?? [];
  expect(shown).toEqual(expect.arrayContaining(['def', '·mean', '···', '·×7']));
  expect(shown.some((text) => text.endsWith('⏎'))).toBe(true);
});

test.each([
  ['يولد جميع', true],
  ['12 שלום', true],
  ['born', false],
  ['…', false],
])('%s runs to the left: %s', (text, left) => {
  expect(runsLeft(text)).toBe(left);
});

test.each([620, 350])(
  'boxes stay inside a picture of %d pixels and do not overlap',
  async (width) => {
    for (const sample of ['hindi', 'arabic', 'code', 'korean']) {
      const { boxes, height } = layoutPieces(await cut({ sample }), width);
      for (const [i, box] of boxes.entries()) {
        expect(box.x).toBeGreaterThanOrEqual(8);
        expect(box.x + box.width).toBeLessThanOrEqual(width - 8 + 0.001);
        expect(box.y + 22).toBeLessThan(height);
        const clash = boxes
          .slice(i + 1)
          .some((o) => o.y === box.y && o.x < box.x + box.width && box.x < o.x + o.width);
        expect(clash).toBe(false);
      }
    }
  },
);

test('a piece that is longer than a line is shortened in the picture only', async () => {
  const series = await cut({ text: '='.repeat(64), tokenizers: ['cl100k_base'] });
  const { boxes } = layoutPieces(series, 350);
  expect(boxes).toHaveLength(1);
  expect(boxes[0]?.text).toMatch(/^=+…$/);
  expect(series.table.rows[0]?.characters).toBe(`“${'='.repeat(64)}”`);
});
