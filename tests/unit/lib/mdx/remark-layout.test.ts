import { getMDXComponent } from 'mdx-bundler/client';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { chapter, compile } from '@/tests/fixtures/chapter';

const components = {
  Aside: ({ children }: { children?: ReactNode }) => createElement('aside', null, children),
};

async function page(...body: string[]): Promise<string> {
  const { code } = await compile(chapter(...body));
  const html = renderToStaticMarkup(createElement(getMDXComponent(code), { components }));
  return html.replaceAll('\n', '');
}

test('a side note and the paragraph before it are one group', async () => {
  expect(await page('Text.', '', '<Aside>', '', 'Note.', '', '</Aside>', '', 'More.')).toBe(
    '<div class="noted"><p>Text.</p><aside><p>Note.</p></aside></div><p>More.</p>',
  );
});

test('a side note after something else stands alone', async () => {
  expect(await page('## Title [#title]', '', '<Aside>', '', 'Note.', '', '</Aside>')).toBe(
    '<h2 id="title">Title</h2><aside><p>Note.</p></aside>',
  );
});

test('sizes stay on one line', async () => {
  expect(await page('A grid of 3 × 3 numbers.')).toBe('<p>A grid of 3\u00a0×\u00a03 numbers.</p>');
});
