import { getMDXComponent } from 'mdx-bundler/client';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { chapter, compile } from '@/tests/fixtures/chapter';

const GOOD = chapter(
  '',
  '## Stone fruit [#stone-fruit]',
  '',
  'Four plain words here, <Term id="relu">ReLU</Term> and <Cite id="deng-2009, russakovsky-2014" at="Table 2" />.',
  '',
  'AlexNet has <Value id="models.alexnet.parameters" /> parameters and $x^2 + 1$ of [something](#pits).',
  '',
  '### About *pits* [#pits]',
  '',
  '<Figure id="model-atlas" />',
  '',
  '<DataTable dataset="models" rows="alexnet, vgg-16" columns="name, parameters" caption="Two" />',
  '',
  '$$',
  '\\frac{a}{b}',
  '$$',
  '',
  '```python',
  'def grow(tree):  # up',
  '    return "plum" + str(1)',
  '```',
  '',
  '<Aside>',
  '',
  'Beside.',
  '',
  '</Aside>',
);
const compiled = await compile(GOOD);

/** The page's markup, with components that show their attributes. */
const shown = (name: string) => (props: Record<string, unknown>) =>
  createElement(
    'i',
    { 'data-name': name, title: String(props.id ?? '') },
    props.children as ReactNode,
  );
const components = Object.fromEntries(
  ['Term', 'Cite', 'Value', 'Figure', 'DataTable', 'Aside'].map((name) => [name, shown(name)]),
);
const html = renderToStaticMarkup(createElement(getMDXComponent(compiled.code), { components }));

test('a good chapter gives its front matter', () => {
  expect(compiled.meta).toEqual({
    title: 'Fruit',
    question: 'What is a plum?',
    description: 'A chapter about fruit that is long enough for a search engine.',
    prerequisites: [],
    updated: '2026-01-02',
  });
});

test('a good chapter gives its table of contents', () => {
  expect(compiled.toc).toEqual([
    { id: 'stone-fruit', title: 'Stone fruit', depth: 2 },
    { id: 'pits', title: 'About pits', depth: 3 },
  ]);
});

test('a good chapter says what it uses; a value brings its source', () => {
  expect(compiled.uses).toEqual([
    { kind: 'term', id: 'relu' },
    { kind: 'source', id: 'deng-2009' },
    { kind: 'source', id: 'russakovsky-2014' },
    { kind: 'value', id: 'models.alexnet.parameters' },
    { kind: 'source', id: 'krizhevsky-2012' },
    { kind: 'figure', id: 'model-atlas' },
  ]);
});

test('words of the running text are counted; front matter, headings and citations are not', async () => {
  const two = await compile(chapter('Just two. <Cite id="deng-2009" />'));
  const four = await compile(chapter('## One [#one]', '', 'Two three', '', 'four five.'));
  expect([two.words, four.words]).toEqual([2, 4]);
});

test('a heading has its hand-written id and not its mark', () => {
  expect(html).toContain('<h2 id="stone-fruit">Stone fruit</h2>');
  expect(html).toContain('<h3 id="pits">About <em>pits</em></h3>');
});

test('names resolve to components with their attributes and children', () => {
  expect(html).toContain('<i data-name="Term" title="relu">ReLU</i>');
  expect(html).toContain('<i data-name="Value" title="models.alexnet.parameters"></i>');
  expect(html).toMatch(/<i data-name="Aside" title=""><p>Beside\.<\/p>\s*<\/i>/);
});

test('mathematics becomes MathML', () => {
  expect(html).toMatch(/<math[^>]*><mrow><msup><mi>x<\/mi><mn[^>]*>2<\/mn><\/msup>/s);
  expect(html).toMatch(
    /<div class="equation"[^>]*role="group"[^>]*><math[^>]*display="block"[^>]*>.*?<mfrac>/s,
  );
  expect(html).not.toContain('$');
  expect(html).not.toContain('\\frac');
});

test('code becomes classes, without a style', () => {
  const code = /<pre[^>]*>.*?<\/pre>/s.exec(html)?.[0] ?? '';
  expect(code).toMatch(/^<pre class="code" tabindex="0" data-language="python">/);
  expect(code).toContain('<span class="tok-keyword">def</span>');
  expect(code).toMatch(/<span class="tok-comment"># up<\/span>/);
  expect(code).toMatch(/<span class="tok-string[a-z-]*">/);
  expect(code).not.toMatch(/style=|shiki/);
  expect(code.replace(/<[^>]+>/g, '').replaceAll('&quot;', '"')).toBe(
    'def grow(tree):  # up\n    return "plum" + str(1)',
  );
});

test('code without a language stays as it is', async () => {
  const { code } = await compile(chapter('```', 'plain <text>', '```'));
  const plain = renderToStaticMarkup(createElement(getMDXComponent(code)));
  expect(plain).toBe('<pre><code>plain &lt;text&gt;\n</code></pre>');
});
