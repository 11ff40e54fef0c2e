/**
 * Tables of the text as a screen reader wants them: heads say what they head,
 * and a corner without words is no head.
 */
import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

const isElement = (node: { type: string }): node is Element => node.type === 'element';
const rowsOf = (table: Element, part: 'thead' | 'tbody'): Element[] =>
  table.children
    .filter(isElement)
    .filter(({ tagName }) => tagName === part)
    .flatMap(({ children }) => children.filter(isElement));

/** A head that is a formula only has no words of its own: its letters are its name. */
function nameFormula(head: Element): void {
  const parts = head.children.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  const formulas = parts.filter(isElement).filter(({ tagName }) => tagName === 'math');
  if (formulas.length < parts.length) return;
  const name: Element = {
    type: 'element',
    tagName: 'span',
    properties: { className: ['visually-hidden'] },
    children: [{ type: 'text', value: toString(head) }],
  };
  formulas.forEach((math) => (math.properties.ariaHidden = 'true'));
  head.children.unshift(name);
}

export function rehypeTables() {
  return (tree: Root) => {
    visit(tree, 'element', (table) => {
      if (table.tagName !== 'table') return;
      const heads = rowsOf(table, 'thead').flatMap((row) => row.children.filter(isElement));
      const namesRows = heads[0] && toString(heads[0]).trim() === '';
      for (const head of heads) {
        if (toString(head).trim() === '') head.tagName = 'td';
        else {
          head.properties.scope = 'col';
          nameFormula(head);
        }
      }
      if (!namesRows) return;
      for (const row of rowsOf(table, 'tbody')) {
        const first = row.children.find(isElement);
        if (!first) continue;
        first.tagName = 'th';
        first.properties.scope = 'row';
      }
    });
  };
}
