/**
 * Remark plugin for the look of the text: what follows a second-level heading
 * becomes a section with it, so that the contents can follow whole sections;
 * a side note and the paragraph before it become one group, so that the note can
 * stand beside it; "3 × 3" stays on one line.
 */
import type { Root, RootContent, Text } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';

const isAside = (node: RootContent | undefined): boolean =>
  node?.type === 'mdxJsxFlowElement' && node.name === 'Aside';

const wrap = (name: string, className: string, children: RootContent[]): MdxJsxFlowElement => ({
  type: 'mdxJsxFlowElement',
  name,
  attributes: [{ type: 'mdxJsxAttribute', name: 'className', value: className }],
  children: children as MdxJsxFlowElement['children'],
});

function groupNotes(nodes: readonly RootContent[]): RootContent[] {
  const grouped: RootContent[] = [];
  for (const node of nodes) {
    const before = grouped.at(-1);
    if (isAside(node) && before?.type === 'paragraph') {
      grouped[grouped.length - 1] = wrap('div', 'noted', [before, node]);
    } else {
      grouped.push(node);
    }
  }
  return grouped;
}

function groupSections(nodes: readonly RootContent[]): RootContent[] {
  const grouped: RootContent[] = [];
  let section: MdxJsxFlowElement | undefined;
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth === 2) {
      section = wrap('section', 'section', []);
      grouped.push(section);
    }
    if (section) section.children.push(node as MdxJsxFlowElement['children'][number]);
    else grouped.push(node);
  }
  return grouped;
}

export function remarkLayout() {
  return (tree: Root) => {
    tree.children = groupSections(groupNotes(tree.children));
    visit(tree, 'text', (text: Text) => {
      text.value = text.value.replace(/(\d) × (\d)/g, '$1\u00a0×\u00a0$2');
    });
  };
}
