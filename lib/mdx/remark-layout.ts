/**
 * Remark plugin for the look of the text: what follows a second-level heading
 * becomes a section with it, so that the contents can follow whole sections;
 * a side note and the paragraph before it become one group, so that the note can
 * stand beside it; a table can be scrolled sideways, by keyboard too; "3 × 3"
 * stays on one line.
 */
import type { Root, RootContent, Table, Text } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';

const isAside = (node: RootContent | undefined): boolean =>
  node?.type === 'mdxJsxFlowElement' && node.name === 'Aside';

const element = (
  name: string,
  attributes: Record<string, string>,
  children: RootContent[],
): MdxJsxFlowElement => ({
  type: 'mdxJsxFlowElement',
  name,
  attributes: Object.entries(attributes).map(([key, value]) => ({
    type: 'mdxJsxAttribute',
    name: key,
    value,
  })),
  children: children as MdxJsxFlowElement['children'],
});

/** The heads of its columns are a table's name for those who cannot see where it stands. */
function scrollable(table: Table): MdxJsxFlowElement {
  const heads = table.children[0]?.children.map((cell) => toString(cell)).filter(Boolean) ?? [];
  const label = `Table: ${heads.join(', ')}`;
  const attributes = { className: 'table-scroll', tabIndex: '0', role: 'region' };
  return element('div', { ...attributes, 'aria-label': label }, [table]);
}

function groupNotes(nodes: readonly RootContent[]): RootContent[] {
  const grouped: RootContent[] = [];
  for (const node of nodes) {
    const before = grouped.at(-1);
    if (isAside(node) && before?.type === 'paragraph') {
      grouped[grouped.length - 1] = element('div', { className: 'noted' }, [before, node]);
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
      section = element('section', { className: 'section' }, []);
      grouped.push(section);
    }
    if (section) section.children.push(node as MdxJsxFlowElement['children'][number]);
    else grouped.push(node);
  }
  return grouped;
}

export function remarkLayout() {
  return (tree: Root) => {
    visit(tree, 'table', (table, index, parent) => {
      if (!parent || index === undefined) return;
      parent.children[index] = scrollable(table);
      return SKIP;
    });
    tree.children = groupSections(groupNotes(tree.children));
    visit(tree, 'text', (text: Text) => {
      text.value = text.value.replace(/(\d) × (\d)/g, '$1\u00a0×\u00a0$2');
    });
  };
}
