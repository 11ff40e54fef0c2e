// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { FigureTable } from '@/components/charts/figure-table';

afterEach(cleanup);

const TABLE = {
  columns: [
    { key: 'name', label: 'Name' },
    { key: 'error', label: 'Error', unit: 'percent' },
    { key: 'size', label: 'Size', unit: 'parameters' },
    { key: 'open', label: 'Open' },
  ],
  rows: [
    { id: 'a', name: 'A', error: 3.57, size: 60_192_808, open: true },
    { id: 'b', name: 'B', error: null, size: 1000, open: false },
  ],
};
const texts = (role: string) => screen.getAllByRole(role).map((element) => element.textContent);

test('a table shows every reading with units in its head and a dash for an unknown', () => {
  render(<FigureTable table={TABLE} caption="Errors" />);
  expect(texts('columnheader')).toEqual(['Name', 'Error %', 'Size parameters', 'Open']);
  expect(texts('rowheader')).toEqual(['A', 'B']);
  expect(texts('cell')).toEqual(['3.57', '60,192,800', 'yes', '–', '1,000', 'no']);
});

test('a unit that the name of the column ends with is not said twice, and vast numbers are powers of ten', () => {
  const columns = [
    { key: 'tokens', label: 'Training tokens', unit: 'tokens' },
    { key: 'compute', label: 'Compute', unit: 'FLOP' },
  ];
  const rows = [{ id: 'a', tokens: 3e11, compute: 3.14e23 }];
  render(<FigureTable table={{ columns, rows }} caption="Runs" />);
  expect(texts('columnheader')).toEqual(['Training tokens', 'Compute FLOP']);
  expect(texts('cell').map((text) => text?.replaceAll('\u00a0', ' '))).toEqual(['3.14 × 10²³']);
});

test('columns of numbers are set as numbers, also where a number is missing', () => {
  render(<FigureTable table={TABLE} caption="Errors" />);
  const classes = screen.getAllByRole('cell').map((cell) => cell.className);
  expect(classes).toEqual(['number', 'number', '', 'number', 'number', '']);
});

test('the table has a caption and can be reached and scrolled by keyboard', () => {
  render(<FigureTable table={TABLE} caption="Errors" />);
  expect(screen.getByRole('table', { name: 'Errors' })).toBeTruthy();
  expect(screen.getByRole('region', { name: 'Table: Errors' }).tabIndex).toBe(0);
});

test('a path of this site in a cell is a link, other texts with a slash are not', () => {
  const columns = [
    { key: 'name', label: 'Name' },
    { key: 'told', label: 'Told in' },
  ];
  const rows = [
    { id: 'a', name: 'A/B', told: '/history/vision-backbones/#alexnet' },
    { id: 'b', name: 'B', told: null },
  ];
  render(<FigureTable table={{ columns, rows }} caption="Events" />);
  const link = screen.getByRole('link', { name: 'history/vision-backbones#alexnet' });
  expect(link.getAttribute('href')).toBe('/history/vision-backbones/#alexnet');
  expect(screen.getAllByRole('link')).toHaveLength(1);
});
