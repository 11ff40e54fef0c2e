/** The running text of a chapter as plain passages: for counting, reading level and comparison. */
import type { Nodes, Root, Table } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';

export interface Passage {
  /** A paragraph, or what a question asks; without markup, with stand-ins for values and formulas. */
  text: string;
  line: number;
  /** Id of the second-level section that it stands in; empty before the first. */
  section: string;
  /** The words of a table of the text: they count, but make no sentences. */
  isTable?: boolean;
}

type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;

/** What a reader reads of an element's attributes. */
const READ_ATTRIBUTES = new Set(['ask', 'question', 'text']);

const attribute = (element: JsxElement, name: string): string | undefined => {
  const found = element.attributes.find((a) => a.type === 'mdxJsxAttribute' && a.name === name);
  return typeof found?.value === 'string' ? found.value : undefined;
};

/** A citation in brackets is passed over by the eye; one in the sentence is read as a name. */
function elementText(element: JsxElement): string {
  if (element.name === 'Value') return '7';
  if (element.name === 'Cite') return attribute(element, 'form') === 'text' ? 'Someone' : '';
  return element.children.map(plainText).join('');
}

function plainText(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'inlineMath':
      return 'x';
    case 'mdxJsxTextElement':
    case 'mdxJsxFlowElement':
      return elementText(node);
    case 'break':
      return ' ';
    default:
      return 'children' in node ? node.children.map(plainText).join('') : '';
  }
}

const tidy = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\s+([.,;:?!])/g, '$1')
    .trim();

const tableText = ({ children: rows }: Table) =>
  rows.flatMap(({ children: cells }) => cells.map(plainText)).join(' ');

/** The id that remark-chapter has put on a heading. */
const headingId = (node: Nodes) =>
  (node.data as { hProperties?: { id?: string } } | undefined)?.hProperties?.id;

export function passagesOf(tree: Root): Passage[] {
  const passages: Passage[] = [];
  let section = '';
  const add = (node: Nodes, text: string, isTable?: boolean) => {
    const line = node.position?.start.line ?? 1;
    if (tidy(text) === '') return;
    passages.push({ text: tidy(text), line, section, ...(isTable && { isTable }) });
  };
  const walk = (node: Nodes): void => {
    if (node.type === 'heading') {
      if (node.depth === 2) section = headingId(node) ?? section;
      return;
    }
    if (node.type === 'paragraph') return add(node, plainText(node));
    if (node.type === 'table') return add(node, tableText(node), true);
    if (node.type === 'mdxJsxFlowElement') {
      node.attributes.forEach((a) => {
        if (a.type === 'mdxJsxAttribute' && READ_ATTRIBUTES.has(a.name))
          add(node, String(a.value ?? ''));
      });
    }
    if ('children' in node) node.children.forEach(walk);
  };
  walk(tree);
  return passages;
}

export const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length;

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Sentences of a passage; a table has none. An abbreviation may cut one in two, which makes the parts shorter, never longer. */
export const sentencesOf = ({ text, isTable }: Pick<Passage, 'text' | 'isTable'>): string[] =>
  isTable ? [] : [...SEGMENTER.segment(text)].map(({ segment }) => segment.trim()).filter(Boolean);
