/**
 * Remark plugin for the look of the text: a side note and the block before it
 * become one group, so that the note can stand beside it; "3 × 3" stays on one line.
 */
import type { Root, RootContent, Text } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';

const isAside = (node: RootContent | undefined): boolean =>
  node?.type === 'mdxJsxFlowElement' && node.name === 'Aside';

const group = (children: RootContent[]): MdxJsxFlowElement => ({
  type: 'mdxJsxFlowElement',
  name: 'div',
  attributes: [{ type: 'mdxJsxAttribute', name: 'className', value: 'noted' }],
  children: children as MdxJsxFlowElement['children'],
});

export function remarkLayout() {
  return (tree: Root) => {
    const grouped: RootContent[] = [];
    for (const node of tree.children) {
      const before = grouped.at(-1);
      if (isAside(node) && before?.type === 'paragraph') {
        grouped[grouped.length - 1] = group([before, node]);
      } else {
        grouped.push(node);
      }
    }
    tree.children = grouped;
    visit(tree, 'text', (text: Text) => {
      text.value = text.value.replace(/(\d) × (\d)/g, '$1\u00a0×\u00a0$2');
    });
  };
}
