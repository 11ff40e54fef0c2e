import { expect, test } from 'vitest';
import { ContentError } from '@/lib/mdx/compile';
import { FILE, FIRST_LINE, chapter, compile, complaints } from '@/tests/fixtures/chapter';

/** Each body is good but for one line, the one with the mark ←. */
test.each<[string, string[], string, number?]>([
  [
    'an unknown component',
    ['Text.', '', '<Chart id="x" /> ←'],
    'unknown component <Chart>; known: Aside, Check, Cite',
  ],
  [
    'an unknown component inside another',
    ['<Aside>', '', 'A <Chart /> in it. ←', '', '</Aside>'],
    'unknown component <Chart>',
  ],
  [
    'an unknown source',
    ['Text', 'and <Cite id="nobody-2020" /> ←'],
    'unknown source "nobody-2020"',
  ],
  [
    'an unknown source among known ones',
    ['<Cite id="deng-2009, nobody-2020" /> ←'],
    'unknown source "nobody-2020"',
  ],
  ['a citation of nothing', ['<Cite /> ←'], 'unknown source ""'],
  [
    'a question without a right answer',
    [
      '<Question ask="Why? ←">',
      '',
      '<Option text="A">',
      '',
      'No.',
      '',
      '</Option>',
      '',
      '<Option text="B">',
      '',
      'No.',
      '',
      '</Option>',
      '',
      '</Question>',
    ],
    'a <Question> needs a right <Option>',
  ],
  ['an unknown term', ['', '<Term id="rellu">ReLU</Term> ←'], 'unknown term "rellu"'],
  [
    'an unknown value',
    ['', 'A <Value id="models.alexnut.parameters" /> ←'],
    'no row "alexnut" in the dataset "models"',
  ],
  [
    'a value that nobody has seen',
    ['<Value id="models.gpt-4.parameters" /> ←'],
    'has no value that was seen in a source',
  ],
  [
    'an unknown figure',
    ['<Figure id="model-atlus" /> ←'],
    'unknown figure "model-atlus"; known: model-atlas, ',
  ],
  [
    'an unknown dataset',
    ['<DataTable dataset="model" columns="name" caption="c" /> ←'],
    'unknown dataset "model"',
  ],
  [
    'an unknown column of a table',
    ['', '', '<DataTable dataset="models" rows="alexnet" columns="name, size" caption="c" /> ←'],
    '"models" has no "size"',
  ],
  [
    'an unknown row of a table',
    ['<DataTable dataset="models" rows="alexnut" columns="name" caption="c" /> ←'],
    '"models" has no "alexnut"',
  ],
  [
    'a heading without an id',
    ['## One [#one]', '', '## Two ←'],
    'the heading "Two ←" needs an id: ## Two ← [#some-id]',
  ],
  ['a heading with a bad id', ['## One [#One!] ←'], 'needs an id'],
  [
    'a duplicate heading id',
    ['## One [#one]', '', 'Text ←', '### Again [#one]'],
    'duplicate id "one"',
    1,
  ],
  [
    'a heading of the first level',
    ['# Title [#title]', '←'],
    'the title stands in the front matter; start at ##',
    -1,
  ],
  [
    'a link to no heading',
    ['## One [#one]', '', '[there](#one) and', '[nowhere](#two) ←'],
    'no heading with the id "two"',
  ],
  ['a picture without words', ['Text.', '', '![](/plum.png) ←'], 'a picture needs a text'],
  [
    'two questions that begin alike',
    [
      '<Check question="Why five?">',
      '',
      'So.',
      '',
      '</Check>',
      '',
      '<Check question="Why five? ←">',
      '',
      'So.',
      '',
      '</Check>',
    ],
    'two questions begin alike: "check-why-five"',
  ],
  ['an import', ['Text.', '', "import x from 'x' // ←"], 'content imports nothing'],
  ['an export', ['export const x = 1 // ←'], 'content imports nothing'],
  ['malformed TeX in the text', ['', 'A $\\frac{a}{$ ←'], "expected '}' at end of input"],
  ['an unknown TeX command', ['A $\\plum$ ←'], 'Unsupported function name: \\plum'],
  ['malformed TeX in a block', ['Text. ←', '$$', '\\left( a', '$$'], "Expected '\\right'", 1],
  [
    'an unknown code language',
    ['Text. ←', '```cobol', 'MOVE 1 TO X', '```'],
    'no highlighting for "cobol"; known: python',
    1,
  ],
  [
    'an element that is not closed',
    ['Text.', '', '<Aside>', '', 'Text. ←'],
    'Expected a closing tag for `<Aside>`',
    -2,
  ],
  [
    'an element that is not closed in its paragraph',
    ['Text.', '', '<Aside> ←'],
    'Expected a closing tag for `<Aside>`',
  ],
  [
    'an element closed by another',
    ['Text.', '', '<Aside>text</Check> ←'],
    'Unexpected closing tag `</Check>`',
  ],
  ['a broken expression', ['Text.', '', 'A {1 +} ←'], 'Could not parse expression'],
])('%s fails with file and line named', async (_, body, message, below = 0) => {
  const line = FIRST_LINE + body.findIndex((text) => text.includes('←')) + below;
  const problems = await complaints(...body);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(new RegExp(`^${FILE}:${line}: .`));
  expect(problems[0]).toContain(message);
});

test('every problem of a chapter is reported at once, by line', async () => {
  const problems = await complaints(
    '## One',
    '',
    '<Chart />',
    '',
    '$\\plum$',
    '',
    '```cobol',
    'X',
    '```',
  );
  const lines = problems.map((problem) => Number(problem.split(':')[1]));
  expect(lines).toEqual([0, 2, 4, 6].map((below) => FIRST_LINE + below));
});

test('a chapter that fails does so as a content error', async () => {
  await expect(compile(chapter('<Chart />'))).rejects.toBeInstanceOf(ContentError);
  await expect(compile(chapter('<Aside>'))).rejects.toBeInstanceOf(ContentError);
});

test('elements of HTML, headings below the third level and links elsewhere pass', async () => {
  const body = ['<small>x</small>', '', '#### Deep', '', '[a](/data/) [b](https://example.org/#c)'];
  expect(await complaints(...body)).toEqual([]);
});
