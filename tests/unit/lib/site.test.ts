import { afterEach, expect, test, vi } from 'vitest';
import {
  chapterPath,
  datasetPath,
  figurePath,
  href,
  isSitePath,
  pathLabel,
  sourcePath,
  termPath,
} from '@/lib/site';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

test('at the root of a host a path is its own address', () => {
  expect(href('/data/models/')).toBe('/data/models/');
});

test.each([
  ['/data/models/', '/courses/ml/data/models/'],
  ['/', '/courses/ml/'],
  ['#section', '#section'],
  ['?embed', '?embed'],
  ['https://example.org/data/', 'https://example.org/data/'],
  ['//example.org/data/', '//example.org/data/'],
])('below a base path %s is %s', async (path, expected) => {
  vi.stubEnv('NEXT_PUBLIC_BASE_PATH', '/courses/ml');
  vi.resetModules();
  const site = await import('@/lib/site');
  expect(site.href(path)).toBe(expected);
});

test('things have the addresses of the contract', () => {
  expect(sourcePath('deng-2009')).toBe('/sources/#deng-2009');
  expect(termPath('relu')).toBe('/glossary/#relu');
  expect(datasetPath('models')).toBe('/data/models/');
  expect(datasetPath('models', 'alexnet')).toBe('/data/models/#alexnet');
  expect(figurePath('model-atlas')).toBe('/figures/model-atlas/');
  expect(chapterPath('history', 'vision-backbones')).toBe('/history/vision-backbones/');
  expect(chapterPath('', 'introduction')).toBe('/introduction/');
});

test.each([
  ['/history/vision-backbones/#alexnet', true],
  ['/data/', true],
  ['//example.org/', false],
  ['and/or', false],
  ['/', false],
])('whether %s is a path of this site: %s', (text, expected) => {
  expect(isSitePath(text)).toBe(expected);
});

test('a path is named without the slashes at its ends', () => {
  expect(pathLabel('/history/vision-backbones/#alexnet')).toBe('history/vision-backbones#alexnet');
  expect(pathLabel('/data/')).toBe('data');
});
