// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Aside } from '@/components/prose/aside';
import { Cite } from '@/components/prose/cite';
import { Term } from '@/components/prose/term';
import { Value } from '@/components/prose/value';
import { dataset } from '@/data';

afterEach(cleanup);

const text = (element: Element) => element.textContent?.replaceAll('\u00a0', ' ');
const link = () => screen.getByRole('link');

test.each([
  ['models.alexnet.parameters', '60 million', '60000000', '/data/models/#alexnet'],
  ['models.alexnet.released', 'Oct 2012', '2012-10', '/data/models/#alexnet'],
  ['models.alexnet.open_weights', 'yes', 'true', '/data/models/#alexnet'],
  ['models.gpt-3.training_compute_flop', '3.14 × 10²³', '3.14e+23', '/data/models/#gpt-3'],
  [
    'imagenet-backbones.googlenet-single-crop-val.top5_error',
    '10.07%',
    '10.07',
    '/data/imagenet-backbones/#googlenet-single-crop-val',
  ],
  [
    'quantities.ilsvrc-2012-training-images',
    '1.28 million',
    '1281167',
    '/data/quantities/#ilsvrc-2012-training-images',
  ],
])('the value %s is shown as %s and leads to its row', (id, shown, value, address) => {
  render(<Value id={id} />);
  expect(text(link())).toBe(shown);
  expect(link().getAttribute('data-value')).toBe(value);
  expect(link().getAttribute('href')).toBe(address);
});

test('a value in full has every digit', () => {
  render(<Value id="quantities.ilsvrc-2012-training-images" style="full" />);
  expect(text(link())).toBe('1,281,167');
});

test('a value says work, place, status and note of its source', () => {
  render(<Value id="models.alexnet.parameters" />);
  const cell = dataset('models').rows.find(({ id }) => id === 'alexnet')?.parameters;
  const note = cell && 'note' in cell ? cell.note : undefined;
  expect(note).toBeTruthy();
  expect(link().title).toBe(
    `Krizhevsky et al., 2012, abstract. Reported; read in the work itself. ${note}`,
  );
});

test('a value that was read in another work says so', () => {
  render(<Value id="quantities.ilsvrc-2012-training-images" />);
  expect(link().title).toContain(
    'Section 3.1 and Table 2. Reported; read in another work (public reading notes',
  );
});

test.each([
  [<Value key="v" id="models.alexnut.parameters" />, 'no row "alexnut"'],
  [<Cite key="c" id="nobody-2020" />, 'unknown source "nobody-2020"'],
  [
    <Term key="t" id="rellu">
      x
    </Term>,
    'unknown term "rellu"',
  ],
])('what does not exist cannot be rendered (%#)', (element, message) => {
  expect(() => render(element)).toThrow(message);
});

test('a citation stands in brackets and links to the bibliography', () => {
  const { container } = render(<Cite id="krizhevsky-2012" />);
  expect(text(container)).toBe('(Krizhevsky et al., 2012)');
  expect(link().getAttribute('href')).toBe('/sources/#krizhevsky-2012');
  expect(link().title).toMatch(/^Krizhevsky, A\., Sutskever, I\. & Hinton, G\. E\. \(2012\)\. /);
});

test('several works share one pair of brackets, and the place belongs to the last', () => {
  const { container } = render(<Cite id="deng-2009, simonyan-2014" at="Table 2" />);
  expect(text(container)).toBe('(Deng et al., 2009; Simonyan & Zisserman, 2014, Table 2)');
  expect(screen.getAllByRole('link').map((a) => a.getAttribute('href'))).toEqual([
    '/sources/#deng-2009',
    '/sources/#simonyan-2014',
  ]);
});

test.each([
  [undefined, 'Simonyan & Zisserman (2014)'],
  ['Table 2', 'Simonyan & Zisserman (2014, Table 2)'],
])('as part of a sentence (place: %s) only the year stands in brackets', (at, expected) => {
  const { container } = render(<Cite id="simonyan-2014" form="text" at={at} />);
  expect(text(container)).toBe(expected);
  expect(link().getAttribute('href')).toBe('/sources/#simonyan-2014');
});

test('a term has its definition at hand and leads to the glossary', () => {
  render(<Term id="relu">rectified</Term>);
  const entry = dataset('glossary').rows.find((row) => row.id === 'relu');
  expect(text(link())).toBe('rectified');
  expect(link().title).toBe(entry?.definition);
  expect(link().getAttribute('href')).toBe('/glossary/#relu');
});

test('an aside is a note', () => {
  render(<Aside>Beside the point.</Aside>);
  expect(text(screen.getByRole('note'))).toBe('Beside the point.');
});
