// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { References, linkName } from '@/components/prose/references';
import type { Use } from '@/lib/mdx/vocabulary';

afterEach(cleanup);

const cited = (...ids: string[]): Use[] => ids.map((id) => ({ kind: 'source', id }));

test('every work is listed once, by author, with a link to where it can be read', () => {
  render(
    <References
      uses={[...cited('simonyan-2014', 'deng-2009', 'simonyan-2014'), { kind: 'term', id: 'relu' }]}
    />,
  );
  const items = screen.getAllByRole('listitem').map((item) => item.textContent);
  expect(items).toHaveLength(2);
  expect(items[0]).toMatch(/^Deng, J\..*\(2009\)\. ImageNet/);
  expect(items[1]).toMatch(/^Simonyan, K\. & Zisserman, A\. \(2014\)\./);
  const addresses = screen.getAllByRole('link').map((a) => a.getAttribute('href'));
  expect(addresses[0]).toMatch(/^https:\/\//);
  expect(addresses[1]).toBe('/sources/#deng-2009');
});

test('a chapter that cites nothing has no list', () => {
  const { container } = render(<References uses={[{ kind: 'term', id: 'relu' }]} />);
  expect(container.innerHTML).toBe('');
});

test.each([
  ['https://arxiv.org/abs/1411.1792', 'arXiv:1411.1792'],
  ['https://doi.org/10.1109/5.726791', 'doi:10.1109/5.726791'],
  ['https://doi.org/10.1000/a%3Cb', 'doi:10.1000/a<b'],
  ['https://www.example.org/a/b?c', 'example.org'],
])('the link to %s is called %s', (url, name) => {
  expect(linkName(url)).toBe(name);
});
