import { expect, test } from 'vitest';
import {
  chosenCount,
  damage,
  masked,
  replaced,
} from '@/components/figures/objective-explorer/damaged';
import {
  causal,
  lastPartCount,
  permutation,
  prefix,
} from '@/components/figures/objective-explorer/in-order';
import {
  captionLines,
  layOut,
  maskPath,
  type ObjectiveSeries,
} from '@/components/figures/objective-explorer/layout';
import { OBJECTIVES, ratesFrom } from '@/components/figures/objective-explorer/objectives';
import { nextSentence } from '@/components/figures/objective-explorer/pair';
import type { Box, Plan } from '@/components/figures/objective-explorer/plan';
import { spec } from '@/components/figures/objective-explorer/spec';
import { corrupt, spanMask, spans } from '@/components/figures/objective-explorer/spans';
import {
  MOST_TOKENS,
  readTokens,
  shorten,
  splitSentences,
  tokenise,
} from '@/components/figures/objective-explorer/tokens';
import { seeded } from '@/lib/seeded';
import { defaultState, type FigureState } from '@/lib/url-state';
import { dataFor } from '@/tests/fixtures/figures';

const data = dataFor(spec);
const rates = ratesFrom(data);
const draw = (changes: FigureState = {}): ObjectiveSeries =>
  spec.series(data, { ...defaultState(spec.controls), ...changes });
const SEEDS = Array.from({ length: 400 }, (_, i) => i + 1);
const TEXT = tokenise('The baker opened the shop before sunrise. It was cold.');
const numbered = (n: number) => Array.from({ length: n }, (_, i) => `t${i}`);
const line = (plan: Plan, at: number, staff = 0) => plan.staves[staff]?.lines[at]?.boxes ?? [];
const answers = (plan: Plan, at = 1) => line(plan, at).filter((box) => box !== undefined);
const placesOf = (box?: Box) => box?.sees.map((id) => Number(/\d+$/.exec(id)?.[0]));

test('the settings are those of the published recipes', () => {
  expect(rates).toEqual({
    chosen: 15,
    masked: 80,
    random: 10,
    cut: 15,
    span: 3,
    lastPart: 85 / 512,
    filled: 15,
    strangers: 50,
  });
});

test.each([
  [
    'The baker’s well-known shop, 3.14!',
    ['The', 'baker’s', 'well-known', 'shop', ',', '3.14', '!'],
  ],
  ['a,b&c=d', ['a', ',', 'b', '&', 'c', '=', 'd']],
  ['日本 x', ['日', '本', 'x']],
  ['👩‍👩‍👧 e\u0301te\u0301', ['👩‍👩‍👧', 'été']],
  ['\u202e\u0000\ud83d', []],
  ['  \n ', []],
])('%j falls into tokens', (text, tokens) => {
  expect(tokenise(text)).toEqual(tokens);
});

test('a long text is cut, a long token is shortened, and the note says so', () => {
  expect(readTokens('x '.repeat(100))).toEqual({
    tokens: Array(MOST_TOKENS).fill('x'),
    left: 100 - MOST_TOKENS,
  });
  expect(shorten('Llanfairpwllgwyngyll')).toBe('Llanfairpwllg…');
  expect(draw({ text: 'x '.repeat(100) }).note).toContain(
    `Only the first 32 tokens are drawn; 68 more are left out.`,
  );
  expect(draw().note).not.toContain('left out');
});

test('sentences are split after the first stop', () => {
  expect(splitSentences(TEXT).map((part) => part.length)).toEqual([8, 4]);
  expect(splitSentences(['Oh'])).toEqual([['Oh'], []]);
});

test('causal: every place but the last must name the next token, and sees itself and back', () => {
  const plan = causal(TEXT);
  expect([plan.scored, plan.places]).toEqual([TEXT.length - 1, TEXT.length]);
  expect(answers(plan).map((box) => box.text)).toEqual(TEXT.slice(1));
  for (const box of answers(plan))
    expect(placesOf(box)).toEqual(Array.from({ length: box.place! + 1 }, (_, i) => i));
});

test.each([
  [1, 1],
  [3, 1],
  [10, 2],
  [12, 2],
  [13, 2],
  [30, 4],
  [50, 8],
  [512, 77],
])('of %i tokens BERT’s code chooses %i', (n, count) => {
  expect(chosenCount(n, 15)).toBe(count);
});

test('masked: 80/10/10 over many draws', () => {
  const kinds = Array.from({ length: 20_000 }, (_, seed) => {
    const { kind, text } = damage('baker', rates, seeded(seed));
    expect(text === 'baker').toBe(kind === 'given');
    return kind;
  });
  const share = (kind: string) => kinds.filter((one) => one === kind).length / kinds.length;
  expect(share('hidden')).toBeCloseTo(0.8, 1);
  expect(Math.abs(share('hidden') - 0.8)).toBeLessThan(0.01);
  expect(Math.abs(share('forged') - 0.1)).toBeLessThan(0.01);
  expect(Math.abs(share('given') - 0.1)).toBeLessThan(0.01);
});

test('masked: the loss falls at the chosen places, what is hidden there does not go in', () => {
  const tokens = numbered(20);
  for (const seed of SEEDS) {
    const plan = masked(tokens, rates, seeded(seed));
    expect(plan.scored).toBe(3);
    for (const box of answers(plan)) {
      const shown = line(plan, 0)[box.place!]!;
      expect(box.text).toBe(tokens[box.place!]);
      expect(placesOf(box)).toHaveLength(tokens.length);
      if (shown.kind === 'given') expect(box.says).toContain('chosen but left in the input');
      else expect(line(plan, 0).map((input) => input?.text)).not.toContain(box.text);
    }
  }
});

test('masked: every place is chosen about as often as any other', () => {
  const counts = numbered(10).map(() => 0);
  for (let seed = 0; seed < 5000; seed += 1)
    for (const box of answers(masked(numbered(10), rates, seeded(seed)))) counts[box.place!]! += 1;
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
});

test('prefix: between one token and all but one are given and see each other, the rest is scored', () => {
  const lengths = new Set<number>();
  for (const seed of SEEDS) {
    const plan = prefix(TEXT, seeded(seed));
    const given = TEXT.length - plan.scored;
    lengths.add(given);
    expect(answers(plan).map((box) => box.text)).toEqual(TEXT.slice(given));
    plan.mask.rows.forEach(({ sees }, place) =>
      expect(sees).toHaveLength(Math.max(given, place + 1)),
    );
  }
  expect([...lengths].sort((a, b) => a - b)).toEqual(
    Array.from({ length: TEXT.length - 1 }, (_, i) => i + 1),
  );
});

test('the chapter’s count: ten glances with a causal mask of four, one more with a prefix of two', () => {
  const glances = (plan: Plan) => plan.mask.rows.reduce((sum, { sees }) => sum + sees.length, 0);
  expect(glances(causal(numbered(4)))).toBe(10);
  const two = SEEDS.map((seed) => prefix(numbered(4), seeded(seed))).find((p) => p.scored === 2);
  expect(glances(two!)).toBe(11);
  expect(glances(masked(numbered(4), rates, seeded(1)))).toBe(16);
});

test.each([
  [2, 1],
  [12, 2],
  [32, 5],
  [100, 15],
  [512, 77],
])('spans: of %i tokens %i are cut out', (n, lost) => {
  for (const seed of SEEDS.slice(0, 50)) {
    const mask = spanMask(n, rates, seeded(seed));
    expect(mask).toHaveLength(n);
    expect(mask.filter(Boolean)).toHaveLength(lost);
  }
});

test('spans: of 512 tokens 26 spans, or one more where one is cut in two at the ends', () => {
  const counts = new Set(
    SEEDS.slice(0, 60).map((seed) => {
      const mask = spanMask(512, rates, seeded(seed));
      return mask.filter((lost, i) => lost && !mask[i - 1]).length;
    }),
  );
  expect([...counts].every((count) => count === 26 || count === 27)).toBe(true);
});

/** Puts the spans of the target back where their marks stand in the input. */
function join(input: { text: string; index?: number }[], target: typeof input): string[] {
  const fill = new Map<string, string[]>();
  let open = '';
  for (const { text, index } of target) {
    if (index === undefined) fill.set((open = text), []);
    else fill.get(open)!.push(text);
  }
  return input.flatMap(({ text, index }) =>
    index === undefined ? (fill.get(text) ?? []) : [text],
  );
}

test('spans: input and target join to the original, and what is missing does not go in', () => {
  for (const n of [2, 3, 12, 32]) {
    const tokens = numbered(n);
    for (const seed of SEEDS) {
      const mask = spanMask(n, rates, seeded(seed));
      const { input, target } = corrupt(tokens, mask);
      expect(join(input, target)).toEqual(tokens);
      const goesIn = input.map(({ text }) => text);
      tokens.forEach((token, i) => expect(goesIn.includes(token)).toBe(!mask[i]));
    }
  }
});

test('spans: the decoder sees the whole input and what it has written', () => {
  const plan = spans(TEXT, rates, seeded(2));
  const written = line(plan, 0, 1);
  const read = line(plan, 0).length;
  expect(written.map((box) => box?.sees.length)).toEqual(written.map((_, step) => read + step));
  expect(plan.scored).toBe(written.length);
  expect(plan.places).toBe(read + written.length);
});

test.each([
  [1, 1],
  [12, 2],
  [30, 5],
  [512, 85],
])('permutation: of %i tokens the last %i in the order are scored', (n, count) => {
  expect(lastPartCount(n, rates.lastPart)).toBe(count);
});

test('permutation: a scored token sees exactly those before it in the order, never itself', () => {
  for (const seed of SEEDS) {
    const plan = permutation(TEXT, rates, seeded(seed));
    const rank = line(plan, 0).map((box) => box!.rank!);
    expect([...rank].sort((a, b) => a - b)).toEqual(TEXT.map((_, i) => i + 1));
    expect(
      answers(plan)
        .map((box) => rank[box.place!])
        .sort(),
    ).toEqual([11, 12]);
    for (const box of answers(plan))
      expect(placesOf(box)).toEqual(
        TEXT.map((_, i) => i).filter((i) => rank[i]! < rank[box.place!]!),
      );
  }
});

test('replaced: every token is judged, and only what differs from the original is a forgery', () => {
  let hits = 0;
  for (const seed of SEEDS) {
    const plan = replaced(TEXT, rates, seeded(seed));
    expect([plan.scored, plan.places]).toEqual([TEXT.length, TEXT.length]);
    const filled = line(plan, 2).map((box) => box!.text);
    expect(line(plan, 3).map((box) => box!.text)).toEqual(
      filled.map((text, i) => (text === TEXT[i] ? 'real' : 'fake')),
    );
    expect(answers(plan)).toHaveLength(2);
    for (const guess of answers(plan))
      if (filled[Number(/\d+$/.exec(guess.id)![0])] === guess.text) hits += 1;
    for (const [i, box] of line(plan, 0).entries())
      if (box!.text === '[MASK]')
        expect(answers(plan).map((a) => a.id)).toContain(`generator-out-${i}`);
  }
  expect(hits).toBe(2 * SEEDS.length);
});

test('next sentence: one answer; half of the pairs are strangers, all where there is no second', () => {
  const verdicts = SEEDS.map((seed) => {
    const plan = nextSentence(TEXT, rates, seeded(seed));
    expect(plan.scored).toBe(1);
    const shown = line(plan, 0).map((box) => box!.text);
    expect(shown.includes('Enzymes')).toBe(answers(plan)[0]!.text === 'stranger');
    return answers(plan)[0]!.text;
  });
  const share = verdicts.filter((verdict) => verdict === 'follows').length / verdicts.length;
  expect(Math.abs(share - 0.5)).toBeLessThan(0.1);
  for (const seed of SEEDS.slice(0, 20))
    expect(answers(nextSentence(['Oh', '.'], rates, seeded(seed)))[0]!.text).toBe('stranger');
});

test.each(OBJECTIVES.map(({ id }) => id))(
  '%s: the same draw gives the same picture',
  (objective) => {
    const state = { objective, draw: 7 };
    expect(JSON.stringify(draw(state))).toBe(JSON.stringify(draw(state)));
    if (objective !== 'causal') {
      const pictures = new Set(
        [1, 2, 3, 4, 5, 6].map((n) => JSON.stringify(draw({ objective, draw: n }).plan)),
      );
      expect(pictures.size).toBeGreaterThan(1);
    }
  },
);

test.each(OBJECTIVES.map(({ id }) => id))(
  '%s: loss is where a box is in focus, and every box that is seen is drawn',
  (objective) => {
    for (const text of ['Oh', 'a b', String(defaultState(spec.controls).text)]) {
      const { readings, plan } = draw({ objective, text });
      const boxes = plan.staves.flatMap((staff) => staff.lines.flatMap(({ boxes: b }) => b));
      const ids = new Set(boxes.map((box) => box?.id));
      for (const box of boxes) for (const id of box?.sees ?? []) expect(ids.has(id)).toBe(true);
      const scored = plan.mask.rows.filter((row) => row.scored).length;
      expect(scored).toBe(plan.scored);
      const main = readings.filter((r) => r.group === 0 && !r.id.startsWith('generator'));
      expect(main).toHaveLength(plan.scored);
      expect(readings.filter((r) => r.muted).every((r) => r.group === 1)).toBe(true);
    }
  },
);

test('the default: causal, eleven of twelve places, one box in the middle marked', () => {
  const series = draw();
  expect(series.headline).toBe('Causal: the loss falls at 11 of 12 places.');
  expect(series.thumbs.map(({ scored, places }) => `${scored} of ${places}`)).toEqual([
    '11 of 12',
    '2 of 12',
    '2 of 12',
    '4 of 12',
    '4 of 16',
    '12 of 12',
    '1 of 15',
  ]);
  const focus = series.readings.find((r) => r.id === series.plan.focus);
  expect(focus).toMatchObject({
    label: 'Token 7, “sunrise”',
    text: 'not in view at place 6, predicted from the 6 tokens before it; loss falls here',
    sources: [{ id: 'bengio-2003' }],
  });
});

test('without a text the picture says so', () => {
  const series = draw({ text: ' \u200b ' });
  expect(series.readings).toEqual([]);
  expect(series.headline).toContain('Type a sentence');
  expect(layOut(series, 'narrow').height).toBeGreaterThan(40);
});

test.each(['wide', 'narrow'] as const)(
  '%s: no box leaves the picture or covers another',
  (layout) => {
    const width = { wide: 620, narrow: 350 }[layout];
    for (const { id: objective } of OBJECTIVES)
      for (const text of [
        'Oh',
        'W'.repeat(200),
        'internationalisation '.repeat(9),
        String(defaultState(spec.controls).text),
      ]) {
        const series = draw({ objective, text });
        const placed = layOut(series, layout);
        const bottom = Math.max(
          ...placed.thumbs.map((t) => t.y + placed.thumbSize + 16 + t.lines.length * 14),
        );
        expect(bottom).toBeLessThanOrEqual(placed.height);
        for (const box of placed.boxes) {
          expect(box.x).toBeGreaterThanOrEqual(57);
          expect(box.x + box.width).toBeLessThanOrEqual(width);
          const others = placed.boxes.filter((o) => o !== box && o.y === box.y);
          expect(others.some((o) => o.x < box.x + box.width && box.x < o.x + o.width)).toBe(false);
        }
      }
  },
);

test('the squares of a mask lie where the places look', () => {
  const mask = {
    size: 2,
    rows: [
      { sees: [0], scored: true },
      { sees: [0, 1], scored: false },
    ],
  };
  expect(maskPath(mask, true, 20)).toBe('M0 0h10v10H0z');
  expect(maskPath(mask, false, 20)).toBe('M0 10h20v10H0z');
});

test('the caption counts what may be looked at', () => {
  const { plan } = draw();
  const focus = answers(plan).find((box) => box.id === plan.focus);
  expect(captionLines(focus, 'wide')).toEqual([
    'To get “sunrise”, the network may look at 6 boxes (shaded).',
  ]);
});
