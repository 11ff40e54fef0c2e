// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';

const PAGES = [
  '/',
  '/data/',
  '/data/models/',
  '/figures/',
  '/figures/imagenet-progress/',
  '/about/',
].map((path) => ({ path, title: `Page ${path}` }));

afterEach(() => {
  cleanup();
  vi.unstubAllEnvs();
  vi.resetModules();
});

test.each([
  ['', '/figures/imagenet-progres/', 'figure', '/figures/imagenet-progress/'],
  ['', '/data/model/', 'dataset', '/data/models/'],
  [
    '/courses/ml',
    '/courses/ml/figures/imagenet-progres/',
    'figure',
    '/courses/ml/figures/imagenet-progress/',
  ],
  ['/courses/ml', '/courses/ml/data/model/', 'dataset', '/courses/ml/data/models/'],
])(
  'below "%s" the address %s is taken for a %s, and %s is offered first',
  async (base, asked, kind, nearest) => {
    vi.stubEnv('NEXT_PUBLIC_BASE_PATH', base);
    vi.resetModules();
    history.replaceState(null, '', asked);
    const { Suggestions } = await import('@/components/site/suggestions');
    render(<Suggestions pages={PAGES} />);
    expect(screen.getByText(/^There is no/).textContent).toContain(
      `There is no ${kind} at ${asked}`,
    );
    const links = screen.getAllByRole('link').map((a) => a.getAttribute('href'));
    expect(links).toHaveLength(3);
    expect(links[0]).toBe(nearest);
  },
);
