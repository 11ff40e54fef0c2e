import { expect, test } from 'vitest';
import type { FigureSeries, FigureSpec } from '@/lib/figure';
import { citeFigure, embedCode, figureAddress } from '@/lib/figure-links';
import { defaultState, readState } from '@/lib/url-state';
import { specOf } from '@/tests/fixtures/figures';

const HOST = 'https://example.org/history/vision-backbones/?theme=dark#alexnet';
const spec = await specOf('imagenet-progress');
const usual = defaultState(spec.controls);
const changed = { ...usual, protocol: 'ensemble', x: 'parameters' };
const address = figureAddress(spec, changed, HOST);

test('an address leads to the figure alone, without what was in the address bar', () => {
  expect(figureAddress(spec, usual, HOST)).toBe('https://example.org/figures/imagenet-progress/');
});

test('an address carries the state', () => {
  expect(address).toBe(
    'https://example.org/figures/imagenet-progress/?protocol=ensemble&x=parameters',
  );
  const { searchParams } = new URL(address);
  expect(readState(spec.controls, searchParams, spec.id, true).state).toEqual(changed);
});

test.each([
  ['with a state', address, '?protocol=ensemble&amp;x=parameters&amp;embed"'],
  ['in its default', figureAddress(spec, usual, HOST), '/figures/imagenet-progress/?embed"'],
])('the embed code of a figure %s asks for the bare look and is escaped', (_, at, expected) => {
  const code = embedCode(spec, at);
  expect(code).toContain(expected);
  expect(code).toContain(`title="${spec.title}"`);
  const [frame, script] = code.split(/(?=<script>)/);
  expect(frame).not.toMatch(/&(?!amp;)/);
  expect(frame).toMatch(/^<iframe src="https:\/\/example\.org\/[^"]*" .*><\/iframe>$/);
  expect(script).toMatch(/^<script>.*warmStartHeight.*<\/script>$/);
});

test('a title with quotes does not break the embed code', () => {
  const quoted: FigureSpec<FigureSeries> = { ...spec, title: 'What "deep" & <wide> mean' };
  expect(embedCode(quoted, address)).toContain(
    'title="What &quot;deep&quot; &amp; &lt;wide> mean"',
  );
});

test('a citation names the figure, its address and the day', () => {
  const cited = citeFigure(spec, address, new Date('2026-12-31T23:59:00Z'));
  expect(cited).toBe(
    `Warm Start (2026). ${spec.title} [Interactive figure]. ${address} (accessed 2026-12-31).`,
  );
});
