import { expect, test } from 'vitest';
import { nearestPages } from '@/lib/suggest';

const PAGES = [
  '/',
  '/figures/',
  '/data/',
  '/glossary/',
  '/sources/',
  '/about/',
  '/history/',
  '/history/vision-backbones/',
  '/figures/imagenet-progress/',
  '/figures/model-atlas/',
  '/data/models/',
  '/data/imagenet-backbones/',
  '/data/quantities/',
].map((path) => ({ path, title: path }));

test.each([
  ['/figures/imagenet-progres/', '/figures/imagenet-progress/', 'figure'],
  ['/figure/imagenet-progress', '/figures/imagenet-progress/', 'chapter'],
  ['/imagenet-progress/', '/figures/imagenet-progress/', 'page'],
  ['/data/model/', '/data/models/', 'dataset'],
  ['/DATA/MODELS', '/data/models/', 'dataset'],
  ['/histroy/vision-backbone/', '/history/vision-backbones/', 'chapter'],
  ['/methods/vision-backbones/', '/history/vision-backbones/', 'chapter'],
  ['/history/vision/models/', '/data/models/', 'chapter'],
  ['/glosary/', '/glossary/', 'page'],
  ['/abuot', '/about/', 'page'],
])('for %s the nearest page is %s, and it is called a %s', (asked, nearest, kind) => {
  const found = nearestPages(asked, PAGES);
  expect(found.pages[0]?.path).toBe(nearest);
  expect(found.kind).toBe(kind);
});

test('three pages are offered unless more are asked for, each once', () => {
  expect(nearestPages('/nowhere/', PAGES).pages).toHaveLength(3);
  const five = nearestPages('/nowhere/', PAGES, 5).pages;
  expect(new Set(five).size).toBe(5);
});

test('an over-long address is answered from its start', () => {
  const long = `/data/${'x'.repeat(200_000)}/model-atlas/`;
  const found = nearestPages(long, PAGES);
  expect(found).toEqual(nearestPages(long.slice(0, 200), PAGES));
  expect(found.kind).toBe('dataset');
  expect(found.pages[0]?.path).not.toBe('/figures/model-atlas/');
});

test('an empty address leads home', () => {
  expect(nearestPages('', PAGES).pages).toHaveLength(3);
  expect(nearestPages('/', PAGES).pages[0]?.path).toBe('/');
});
