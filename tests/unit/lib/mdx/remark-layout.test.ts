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
  expect(await page('### Title [#title]', '', '<Aside>', '', 'Note.', '', '</Aside>')).toBe(
    '<h3 id="title">Title</h3><aside><p>Note.</p></aside>',
  );
});

test('what follows a second-level heading is a section with it, up to the next', async () => {
  const body = [
    'Before.',
    '## One [#one]',
    'Text.',
    '',
    '### Deep [#deep]',
    '## Two [#two]',
    'End.',
  ];
  expect(await page(...body)).toBe(
    '<p>Before.</p>' +
      '<section class="section"><h2 id="one">One</h2><p>Text.</p><h3 id="deep">Deep</h3></section>' +
      '<section class="section"><h2 id="two">Two</h2><p>End.</p></section>',
  );
});

test('sizes stay on one line', async () => {
  expect(await page('A grid of 3 × 3 numbers.')).toBe('<p>A grid of 3\u00a0×\u00a03 numbers.</p>');
});

test('a table can be scrolled by keyboard and is named by its columns', async () => {
  expect(await page('| | Bytes |', '| - | - |', '| int8 | 1 |')).toContain(
    '<div class="table-scroll" tabindex="0" role="region" aria-label="Table: Bytes"><table>',
  );
});

test('a table without a head in its corner heads its rows; a formula is named by its letters', async () => {
  const html = await page('| | Bytes | $w/s$ |', '| - | - | - |', '| int8 | 1 | 2 |');
  expect(html).toContain(
    '<th scope="col"><span class="visually-hidden">w/s</span><math aria-hidden="true">',
  );
  expect(html).toContain('<th scope="row">int8</th><td>1</td>');
});

test('a table with all its heads heads its columns only', async () => {
  const html = await page('| Type | Bytes |', '| - | - |', '| int8 | 1 |');
  expect(html).toContain('<th scope="col">Type</th>');
  expect(html).toContain('<td>int8</td><td>1</td>');
});
