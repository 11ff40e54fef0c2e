import { expect, test } from 'vitest';
import {
  defaultState,
  readForm,
  readState,
  writeState,
  type Control,
  type FigureState,
  type NumberControl,
} from '@/lib/url-state';

const options = (...values: string[]) => values.map((value) => ({ value, label: value }));
const CONTROLS: readonly Control[] = [
  { kind: 'choice', key: 'view', label: 'View', options: options('near', 'far'), default: 'near' },
  { kind: 'toggle', key: 'grid', label: 'Grid', default: true },
  { kind: 'set', key: 'show', label: 'Show', options: options('a', 'b', 'c'), default: ['a', 'c'] },
];
const DEFAULT = defaultState(CONTROLS);

const read = (query: string, alone = true) =>
  readState(CONTROLS, new URLSearchParams(query), 'fruit', alone);
const write = (changes: FigureState, query = '', alone = true) =>
  writeState(
    CONTROLS,
    { ...DEFAULT, ...changes },
    new URLSearchParams(query),
    'fruit',
    alone,
  ).toString();

test('an empty query gives the default', () => {
  expect(read('')).toEqual({ state: { view: 'near', grid: true, show: ['a', 'c'] }, problems: [] });
});

test.each<[string, string, FigureState]>([
  ['a choice', 'view=far', { view: 'far' }],
  ['a toggle switched off', 'grid=0', { grid: false }],
  ['a toggle switched on', 'grid=1', { grid: true }],
  ['a set, in the order of its options', 'show=c,b', { show: ['b', 'c'] }],
  ['an empty set', 'show=', { show: [] }],
])('%s is read alone and with a prefix', (_, query, expected) => {
  const wanted = { state: { ...DEFAULT, ...expected }, problems: [] };
  expect(read(query)).toEqual(wanted);
  expect(read(`fruit.${query}`, false)).toEqual(wanted);
});

test.each<[string, FigureState, string]>([
  ['the default', {}, ''],
  ['a choice', { view: 'far' }, 'view=far'],
  ['a toggle', { grid: false }, 'grid=0'],
  ['a set', { show: ['b'] }, 'show=b'],
  ['an empty set', { show: [] }, 'show='],
])('only what differs from the default is written: %s', (_, changes, expected) => {
  expect(write(changes)).toBe(expected);
  expect(write(changes, '', false)).toBe(expected && `fruit.${expected}`);
});

test('parameters of others survive in their own order', () => {
  expect(write({ view: 'far' }, 'theme=dark&embed=')).toBe('theme=dark&embed=&view=far');
  expect(write({ view: 'far' }, 'nuts.view=far&view=x', false)).toBe(
    'nuts.view=far&view=x&fruit.view=far',
  );
});

test('what was in the query goes when it is back at its default', () => {
  expect(write({}, 'view=far&theme=dark')).toBe('theme=dark');
  expect(write({}, 'fruit.view=far&nuts.view=far', false)).toBe('nuts.view=far');
});

test('a prefixed key that the figure does not have is dropped on writing', () => {
  expect(write({ grid: false }, 'fruit.gird=0', false)).toBe('fruit.grid=0');
});

test.each([
  ['a choice', 'view=middle', 'View', 'middle'],
  ['a toggle', 'grid=yes', 'Grid', 'yes'],
  ['a set with one bad member', 'show=a,z', 'Show', 'a,z'],
])('a broken value of %s falls back to the default and is reported', (_, query, label, text) => {
  const wanted = { state: DEFAULT, problems: [`“${text}” is not a choice for “${label}”`] };
  expect(read(query)).toEqual(wanted);
  expect(read(`fruit.${query}`, false)).toEqual(wanted);
});

test('a broken value leaves the other settings as they are asked for', () => {
  const { state, problems } = read('view=middle&grid=0');
  expect(state).toEqual({ ...DEFAULT, grid: false });
  expect(problems).toHaveLength(1);
});

test('a very long broken value is cut in the report', () => {
  expect(read(`view=${'x'.repeat(5000)}`).problems).toEqual([
    `“${'x'.repeat(40)}” is not a choice for “View”`,
  ]);
});

test('an unknown prefixed key is reported, and only there', () => {
  const { state, problems } = read('fruit.gird=0&nuts.gird=0&gird=0', false);
  expect(problems).toEqual(['this figure has no setting “gird”']);
  expect(state).toEqual(DEFAULT);
  expect(read('gird=0&utm_source=mail').problems).toEqual([]);
});

test('a key of the other form is not read', () => {
  expect(read('view=far', false).state).toEqual(DEFAULT);
  expect(read('fruit.view=far').state).toEqual(DEFAULT);
});

const form = (...entries: [string, string][]) => {
  const data = new FormData();
  entries.forEach(([name, value]) => data.append(name, value));
  return data;
};

test.each([
  [
    'all fields set',
    form(['view', 'far'], ['grid', '1'], ['show', 'a'], ['show', 'b']),
    { view: 'far', grid: true, show: ['a', 'b'] },
  ],
  ['boxes without a tick', form(['view', 'near']), { view: 'near', grid: false, show: [] }],
  ['a choice that is not there', form(['grid', '1']), { view: 'near', grid: true, show: [] }],
  [
    'a choice that means nothing',
    form(['view', 'middle']),
    { view: 'near', grid: false, show: [] },
  ],
])('a form is read with %s', (_, data, expected) => {
  expect(readForm(CONTROLS, data)).toEqual(expected);
});

test('a text is cut at 200, or at the length that its figure can bear', () => {
  const note = { kind: 'text', key: 'note', label: 'Note', default: '' } as const;
  const query = new URLSearchParams({ note: 'x'.repeat(300) });
  const read = (control: Control) => readState([control], query, 'fruit', true).state.note;
  expect(read(note)).toBe('x'.repeat(200));
  expect(read({ ...note, longest: 12 })).toBe('x'.repeat(12));
});

test('a text is never cut through a character', () => {
  const controls: Control[] = [
    { kind: 'text', key: 'note', label: 'Note', default: '', longest: 4 },
  ];
  const query = new URLSearchParams({ note: 'abc🍐' });
  expect(readState(controls, query, 'fruit', true).state.note).toBe('abc');
});

const number = (change: Partial<NumberControl>): NumberControl => ({
  kind: 'number',
  key: 'n',
  label: 'Steps',
  default: 80,
  min: 10,
  max: 400,
  step: 10,
  input: 'slider',
  format: String,
  ...change,
});
const readNumber = (control: NumberControl, text: string) =>
  readState([control], new URLSearchParams({ n: text }), 'fruit', true);

test.each<[string, Partial<NumberControl>, string, number]>([
  ['a slider', {}, '10.4', 10],
  ['a slider whose steps do not begin at 0', { min: 5, max: 395, default: 5 }, '22', 25],
  ['a field', { input: 'field', step: 1 }, '10.5', 11],
  ['a slider that ends between two steps', { max: 405 }, '405', 400],
])(
  'a number between two steps of %s is brought to the nearest, with a word',
  (_, change, text, n) => {
    const control = number(change);
    expect(readNumber(control, text)).toEqual({
      state: { n },
      problems: [`“${text}” lies between two steps of “Steps”, so ${n} is taken`],
    });
    const form = new FormData();
    form.append('n', text);
    if (control.input === 'field') expect(readForm([control], form)).toEqual({ n });
  },
);

test.each<[string, Partial<NumberControl>, string]>([
  ['a step', {}, '390'],
  ['steps of a hundredth', { min: 1, max: 2, step: 0.01, default: 1.5 }, '1.1'],
  ['a default between two steps', { default: 84 }, '84'],
  ['a control without steps', { step: undefined }, '10.4'],
  ['a logarithmic slider', { input: 'log-slider', step: 10 }, '10.4'],
])('a number is taken as it is: %s', (_, change, text) => {
  expect(readNumber(number(change), text)).toEqual({ state: { n: Number(text) }, problems: [] });
});

test('digits that are only rounding are put right without a word', () => {
  const hundredths = number({ min: 1, max: 2, step: 0.01, default: 1.5 });
  const written = String(1 + 14 * 0.01);
  expect(written).not.toBe('1.14');
  expect(readNumber(hundredths, written)).toEqual({ state: { n: 1.14 }, problems: [] });
  const form = new FormData();
  form.append('n', written);
  expect(readForm([hundredths], form)).toEqual({ n: 1.14 });
});
