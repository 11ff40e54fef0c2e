/**
 * Highlights code while the page is built. Shiki's colours become classes
 * (`tok-keyword` …), so that no inline style is needed and themes are plain CSS.
 */
import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { createCssVariablesTheme, createHighlighter, type Highlighter } from 'shiki';
import { visit } from 'unist-util-visit';

const LANGUAGES = ['python', 'typescript', 'bash', 'json', 'tsx'];
const TOKEN = /color:\s*var\(--shiki-(?:token-)?([a-z-]+)\)/;

let highlighter: Promise<Highlighter> | undefined;
const getHighlighter = () =>
  (highlighter ??= createHighlighter({
    themes: [createCssVariablesTheme({ name: 'tokens' })],
    langs: LANGUAGES,
  }));

function styleToClass(nodes: readonly ElementContent[]): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const token = TOKEN.exec(String(node.properties.style ?? ''))?.[1];
    delete node.properties.style;
    if (token && token !== 'foreground') node.properties.className = [`tok-${token}`];
    delete node.properties.class;
    styleToClass(node.children);
  }
}

function languageOf(code: Element): string | undefined {
  const names = Array.isArray(code.properties.className) ? code.properties.className : [];
  return names
    .map(String)
    .find((n) => n.startsWith('language-'))
    ?.slice('language-'.length);
}

export function rehypeCode(options: { file: string; problems: string[] }) {
  return async (tree: Root) => {
    const shiki = await getHighlighter();
    visit(tree, 'element', (node) => {
      const code = node.tagName === 'pre' ? (node.children[0] as Element | undefined) : undefined;
      const language = code?.tagName === 'code' ? languageOf(code) : undefined;
      if (!code || !language) return;
      if (!LANGUAGES.includes(language)) {
        const line = node.position?.start.line ?? 1;
        options.problems.push(
          `${options.file}:${line}: no highlighting for "${language}"; known: ${LANGUAGES.join(', ')}`,
        );
        return;
      }
      const root = shiki.codeToHast(toString(code).replace(/\n$/, ''), {
        lang: language,
        theme: 'tokens',
      });
      const lines = ((root.children[0] as Element).children[0] as Element).children;
      styleToClass(lines);
      code.children = lines;
      node.properties = { className: ['code'], tabIndex: 0, 'data-language': language };
    });
  };
}
