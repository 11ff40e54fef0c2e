// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Readout } from '@/components/charts/readout';
import type { Reading } from '@/lib/figure';
import { dataFor, specOf } from '@/tests/fixtures/figures';

afterEach(cleanup);

const data = dataFor(await specOf('imagenet-progress'));
const reading = (...sources: Reading['sources'][number][]): Reading => ({
  id: 'a',
  x: 1,
  y: 2,
  label: 'AlexNet',
  text: '15.3% top-5 error',
  group: 0,
  sources,
});

test('a readout says what the mark is, what it says and where the number is from', () => {
  const { container } = render(
    <Readout reading={reading({ id: 'krizhevsky-2012', locator: 'Table 2' })} data={data} />,
  );
  expect(container.textContent).toBe(
    'AlexNet 15.3% top-5 error. Source: Krizhevsky et al., 2012, Table 2',
  );
  expect(screen.getByRole('link').getAttribute('href')).toBe('/sources/#krizhevsky-2012');
});

test('every work behind a mark is named', () => {
  const sources = [
    { id: 'krizhevsky-2012', locator: 'Table 2' },
    { id: 'he-2015', locator: 'Section 4' },
  ];
  const { container } = render(<Readout reading={reading(...sources)} data={data} />);
  expect(container.textContent).toContain(
    'Krizhevsky et al., 2012, Table 2; He et al., 2015, Section 4',
  );
  expect(screen.getAllByRole('link')).toHaveLength(2);
});

test('a work is named once for all its places that follow one another', () => {
  const sources = [
    { id: 'krizhevsky-2012', locator: 'abstract' },
    { id: 'krizhevsky-2012', locator: 'Table 2' },
    { id: 'he-2015', locator: 'Section 4' },
  ];
  const { container } = render(<Readout reading={reading(...sources)} data={data} />);
  expect(container.textContent).toContain(
    'Source: Krizhevsky et al., 2012, abstract; Table 2; He et al., 2015, Section 4',
  );
});

test('a work that the data do not describe is named by its id', () => {
  const { container } = render(
    <Readout reading={reading({ id: 'nobody-2020', locator: 'p. 1' })} data={data} />,
  );
  expect(container.textContent).toContain('Source: nobody-2020, p. 1');
});

test('a readout leads to what tells more, where there is such a place', () => {
  const more = { href: '/history/vision-backbones/#alexnet', linkText: 'Read the section' };
  const source = { id: 'krizhevsky-2012', locator: 'Table 2' };
  const { container, rerender } = render(
    <Readout reading={{ ...reading(source), ...more }} data={data} />,
  );
  const link = container.querySelector(`a[href="${more.href}"]`);
  expect(link?.textContent).toBe('Read the section');
  rerender(<Readout reading={reading(source)} data={data} />);
  expect(container.querySelectorAll('a')).toHaveLength(1);
});
