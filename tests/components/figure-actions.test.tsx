// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { carryOut } from '@/components/charts/figure-actions';
import type { FigureAction } from '@/components/charts/figure-bar';
import { LAYOUTS } from '@/lib/figure';
import { defaultState, type FigureState } from '@/lib/url-state';
import { dataFor, specOf } from '@/tests/fixtures/figures';

const spec = await specOf('imagenet-progress');
const data = dataFor(spec);
const state = { ...defaultState(spec.controls), protocol: 'ensemble' };
const series = spec.series(data, state);
const ADDRESS = `${location.origin}/figures/imagenet-progress/?protocol=ensemble`;

function picture() {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.append(document.createElementNS('http://www.w3.org/2000/svg', 'circle'));
  return svg;
}
const carry = (
  action: FigureAction,
  svg: SVGSVGElement | null = picture(),
  chosen: FigureState = state,
) => carryOut(action, { spec, series, state, chosen, data, svg, size: LAYOUTS.wide });

const copied = vi.fn();
const saved: { name: string; content: Promise<string> }[] = [];
let blob: Blob;

beforeEach(() => {
  history.replaceState(null, '', '/history/vision-backbones/?theme=dark');
  copied.mockReset().mockResolvedValue(undefined);
  saved.length = 0;
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(copied);
  vi.spyOn(URL, 'createObjectURL').mockImplementation(
    (given) => ((blob = given as Blob), 'blob:x'),
  );
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => {});
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, content: blob.text() });
  });
});
afterEach(() => vi.restoreAllMocks());

test.each([
  ['link', 'Link', ADDRESS],
  ['embed', 'Embed code', `<iframe src="${ADDRESS}&amp;embed"`],
  ['cite', 'Citation', `${spec.title} [Interactive figure]. ${ADDRESS} (accessed `],
] as const)('%s copies what it says and says what it copied', async (action, what, text) => {
  const answer = await carry(action);
  expect(copied).toHaveBeenCalledWith(expect.stringContaining(text));
  expect(answer).toBe(`${what} copied: ${String(copied.mock.calls[0]?.[0])}`);
});

test('while the picture is behind, a link leads to what was chosen and a file holds what is drawn', async () => {
  const chosen = { ...state, protocol: 'multi-crop' };
  expect(await carry('link', null, chosen)).toContain('?protocol=multi-crop');
  await carry('json', null, chosen);
  expect(await saved[0]?.content).toContain(ADDRESS);
});

test('where nothing may be copied the reader gets the text to copy', async () => {
  copied.mockRejectedValue(new Error('denied'));
  expect(await carry('link')).toBe(`Copy this link: ${ADDRESS}`);
});

test.each([
  ['csv', '"ResNet, six networks",Several networks,test'],
  ['json', `"address": "${ADDRESS}"`],
  ['svg', `<title>${spec.title}</title>`],
] as const)('%s saves a file of what is shown', async (action, part) => {
  expect(await carry(action)).toBe(`Saved imagenet-progress.${action}.`);
  expect(saved.map(({ name }) => name)).toEqual([`imagenet-progress.${action}`]);
  expect(await saved[0]?.content).toContain(part);
});

test('the saved picture holds the chart and the address', async () => {
  await carry('svg');
  const content = await saved[0]?.content;
  expect(content).toContain('<circle');
  expect(content).toContain(`${ADDRESS}</text>`);
});

test('a picture that is not drawn yet cannot be saved, and the reader is told', async () => {
  expect(await carry('svg', null)).toBe('That did not work: the picture is not drawn yet.');
  expect(saved).toEqual([]);
});
