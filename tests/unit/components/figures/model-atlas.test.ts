import { expect, test } from 'vitest';
import type { models } from '@/data/models/definition';
import type { RowOf } from '@/data/schema';
import type { PointSeries } from '@/lib/figure';
import { defaultState, type FigureState } from '@/lib/url-state';
import { findModels, spec } from '@/components/figures/model-atlas/spec';
import { allStates, dataFor } from '@/tests/fixtures/figures';

const data = dataFor(spec);
const rows = new Map((data.models?.rows as RowOf<typeof models>[]).map((row) => [row.id, row]));
const draw = (changes: FigureState = {}): PointSeries =>
  spec.series(data, { ...defaultState(spec.controls), ...changes });
const MEASURES = {
  parameters: 'parameters',
  tokens: 'training_tokens',
  images: 'training_images',
  compute: 'training_compute_flop',
} as const;

test('GPT-4 never has a mark', () => {
  const drawn = allStates(spec.controls).filter((state) =>
    draw(state).readings.some((r) => r.id === 'gpt-4'),
  );
  expect(drawn).toEqual([]);
});

test.each(['all', 'vision-language'])(
  'among %s the note names GPT-4, whose size nobody disclosed',
  (modality) => {
    expect(draw({ modality }).note).toMatch(
      /No mark for .*\bGPT-4\b.*: no source that we read gives a number of parameters\.$/,
    );
  },
);

test('a long list of what has no mark is cut after six and counted', () => {
  const { note = '', readings } = draw({ measure: 'images' });
  const more =
    /^No mark for .* and (\d+) more: no source that we read gives a number of images/.exec(
      note,
    )?.[1];
  expect(Number(more)).toBe(rows.size - readings.length - 6);
});

test('what has no mark is not mentioned where everything has one', () => {
  expect(draw({ measure: 'parameters', modality: 'protein' }).note).toBeUndefined();
});

test.each(Object.entries(MEASURES))(
  'by %s every known value has its mark, and estimates say so',
  (measure, key) => {
    const { readings } = draw({ measure });
    expect(readings.length).toBe(
      [...rows.values()].filter((row) => row[key].value !== null).length,
    );
    for (const { id, y, text, sources } of readings) {
      const cell = rows.get(id)?.[key];
      expect(cell).toMatchObject({
        value: y,
        source: sources[0]?.id,
        locator: sources[0]?.locator,
      });
      expect([id, text.includes('(estimated)')]).toEqual([
        id,
        cell && 'status' in cell && cell.status === 'estimated',
      ]);
    }
  },
);

test('both estimates and printed numbers of compute are drawn', () => {
  const texts = draw({ measure: 'compute' }).readings.map((r) => r.text.replaceAll('\u00a0', ' '));
  expect(texts.some((text) => text.startsWith('3.14 × 10²³ FLOP, OpenAI'))).toBe(true);
  expect(
    texts.some((text) => text.startsWith('4.7 × 10¹⁷ FLOP (estimated), University of Toronto')),
  ).toBe(true);
});

test.each(['vision', 'language', 'audio'])(
  'only models of the modality %s are shown when asked for',
  (modality) => {
    const { readings } = draw({ modality });
    expect(readings.length).toBeGreaterThan(1);
    expect(readings.filter((r) => rows.get(r.id)?.modality !== modality)).toEqual([]);
  },
);

test.each([
  ['modality', 'clip-vit-l-14', 'Images with text'],
  ['modality', 'stable-diffusion-v1', 'Images with text'],
  ['objective', 'bert-large', 'Hidden or replaced token'],
  ['objective', 'gpt-3', 'Next token'],
  ['openness', 'gpt-3', 'Closed weights'],
  ['openness', 'alexnet', 'Weights to download'],
  ['openness', 'lenet-5', 'Not stated'],
])('coloured by %s, %s is one of “%s”', (colour, id, label) => {
  const { readings, groups } = draw({ colour });
  expect(groups[readings.find((r) => r.id === id)?.group ?? -1]?.label).toBe(label);
});

test('no more groups than there are colours', () => {
  for (const colour of ['modality', 'objective', 'openness'])
    expect(draw({ colour }).groups.length).toBeLessThanOrEqual(7);
});

test('readings go by date, and the latest record is named first', () => {
  const { readings, named } = draw({ measure: 'compute' });
  expect(readings.map((r) => r.x)).toEqual(readings.map((r) => r.x).sort((a, b) => a - b));
  expect(named[0]).toBe('llama-3-1-405b');
  expect(new Set(named)).toEqual(new Set(readings.map((r) => r.id)));
});

test('a selection without a single value says so', () => {
  const { readings, summary, x, y } = draw({ measure: 'images', modality: 'audio' });
  expect(readings).toEqual([]);
  expect(summary).toBe('No model in this selection has a published value.');
  expect([x, y].every(({ domain: [low, high] }) => low < high)).toBe(true);
});

test('known: the atlas goes from LeNet-5 to gpt-oss by size, largest Switch-C', () => {
  const { readings, summary } = draw();
  expect(readings[0]).toMatchObject({ id: 'lenet-5', y: 60_000 });
  expect(summary.replaceAll('\u00a0', ' ')).toContain(
    'to Switch-C (2048 experts) (1.6 trillion parameters)',
  );
});

test('models that are looked for stand out, lead the table and are read out', () => {
  const series = draw({ find: 'BERT-base, gpt-3, bert-l' });
  const inFocus = series.readings.filter(({ muted }) => !muted).map(({ id }) => id);
  expect(inFocus.sort()).toEqual(['bert-base', 'bert-large', 'gpt-3']);
  expect(series.table.rows.slice(0, 3).map(({ id }) => id)).toEqual([
    'bert-base',
    'gpt-3',
    'bert-large',
  ]);
  expect(series.table.rows[1]).toMatchObject({ parameters: 174.6e9, training_tokens: 300e9 });
  expect(series.summary).toContain('Compared: BERT-Base');
  expect(new Set(series.named)).toEqual(new Set(inFocus));
});

test('a name is matched whole, then from its beginning, then anywhere; at most five', () => {
  const list = ['GPT-2', 'GPT-2 XL', 'mGPT'].map((name) => ({ id: name, name }));
  expect(findModels(list, 'gpt-2').found).toEqual(['GPT-2']);
  expect(findModels(list, 'gpt').found).toEqual(['GPT-2']);
  expect(findModels(list, ' xl ,m').found).toEqual(['GPT-2 XL', 'mGPT']);
  expect(findModels(list, 'gpt,gpt,gpt,gpt').found).toEqual(['GPT-2', 'GPT-2 XL', 'mGPT']);
  expect(findModels([...rows.values()], 'a,b,c,d,e,f,g').found).toHaveLength(5);
});

test('a name that fits nothing, or a model without a value, is answered in the note', () => {
  expect(draw({ find: 'GPT-4, nothing' }).note).toMatch(
    /^No model here is called “nothing”\. GPT-4 has no mark\. OpenAI discloses no size/,
  );
});

test('what was looked for and has no mark is spoken of once', () => {
  const note = draw({ find: 'GPT-4' }).note ?? '';
  expect(note.match(/\bGPT-4(?!V)\b/g)).toHaveLength(1);
});

test('the claim of the caption: most numbers of compute are estimates, and the note counts them', () => {
  const { readings, note } = draw({ measure: 'compute' });
  const estimates = readings.filter(({ text }) => text.includes('(estimated)')).length;
  expect(estimates).toBeGreaterThan(readings.length / 2);
  expect(note).toContain(`${estimates} of the ${readings.length} values are estimates`);
});

test('the summary names the modality that is shown, and no unit in small letters', () => {
  const { summary } = draw({ measure: 'compute', modality: 'language' });
  expect(summary).toMatch(/^\d+ models \(language\) by release date against training compute, on/);
});
