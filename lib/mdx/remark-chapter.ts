/**
 * Remark plugin for chapters: reads hand-written heading ids (`## Title [#id]`),
 * collects the table of contents and what the chapter uses, and reports every
 * element, id and link that does not resolve, with its line.
 */
import type { Heading, Link, Root, Text } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { passagesOf, wordsIn, type Passage } from './passages';
import { checkElement, choiceProblem, type Use, type Vocabulary } from './vocabulary';

export interface TocEntry {
  id: string;
  title: string;
  depth: 2 | 3;
}

/** A link within the site that leads out of the chapter. */
export interface SiteLink {
  path: string;
  line: number;
}

/** A self-check question; its id is its address in the chapter. */
export interface QuestionEntry {
  id: string;
  kind: QuestionKind;
}

export interface ChapterFacts {
  toc: TocEntry[];
  uses: Use[];
  links: SiteLink[];
  questions: QuestionEntry[];
  passages: Passage[];
  /** Points of the box "What to remember". */
  keyPoints: number;
  words: number;
  problems: string[];
}

export const noFacts = (): ChapterFacts => ({
  toc: [],
  uses: [],
  links: [],
  questions: [],
  passages: [],
  keyPoints: 0,
  words: 0,
  problems: [],
});

export type QuestionKind = 'Question' | 'Numeric' | 'Check';
const QUESTION_KINDS: ReadonlySet<string> = new Set<QuestionKind>(['Question', 'Numeric', 'Check']);
const isQuestionKind = (name: string): name is QuestionKind => QUESTION_KINDS.has(name);

type JsxElement = MdxJsxFlowElement | MdxJsxTextElement;
const HEADING_ID = /\s*\[#([a-z0-9]+(?:-[a-z0-9]+)*)\]\s*$/;

const isLower = (name: string) => name[0] === name[0]?.toLowerCase();

function attributesOf(node: JsxElement): Record<string, string> {
  return Object.fromEntries(
    node.attributes.flatMap((a) =>
      a.type === 'mdxJsxAttribute' && typeof a.value === 'string' ? [[a.name, a.value]] : [],
    ),
  );
}

/** Of each option of a question, whether it is marked as right. */
const rightsOf = (question: JsxElement): boolean[] =>
  question.children.flatMap((child) =>
    child.type === 'mdxJsxFlowElement' && child.name === 'Option'
      ? [child.attributes.some((a) => a.type === 'mdxJsxAttribute' && a.name === 'right')]
      : [],
  );

const WORDS_IN_ID = 6;

/** "Why did it fade?" → "check-why-did-it-fade": the first words of what is asked. */
export const questionId = (asked: string): string =>
  [
    'check',
    ...asked
      .toLowerCase()
      .replace(/[’']/g, '')
      .split(/[^a-z0-9]+/)
      .filter(Boolean)
      .slice(0, WORDS_IN_ID),
  ].join('-');

/** Gives a question its address. */
function addQuestion(element: JsxElement, kind: QuestionKind, facts: ChapterFacts) {
  const { ask, question } = attributesOf(element);
  const id = questionId(ask ?? question ?? '');
  element.attributes.push({ type: 'mdxJsxAttribute', name: 'id', value: id });
  const taken = [...facts.questions, ...facts.toc].some((entry) => entry.id === id);
  facts.questions.push({ id, kind });
  return taken ? `two questions begin alike: "${id}"` : undefined;
}

const countKeyPoints = (element: JsxElement): number =>
  element.children.flatMap((child) => (child.type === 'list' ? child.children : [])).length;

/** Takes `[#id]` off a heading and puts it on the element. */
function readHeadingId(heading: Heading): string | undefined {
  const last = heading.children.at(-1) as Text | undefined;
  const match = last?.type === 'text' ? HEADING_ID.exec(last.value) : null;
  if (!last || !match) return undefined;
  last.value = last.value.slice(0, match.index);
  heading.data = { ...heading.data, hProperties: { id: match[1] } };
  return match[1];
}

export function remarkChapter(options: {
  file: string;
  vocabulary: Vocabulary;
  facts: ChapterFacts;
}) {
  const { file, vocabulary, facts } = options;
  return (tree: Root) => {
    const report = (node: { position?: { start: { line: number } } }, message: string) =>
      facts.problems.push(`${file}:${node.position?.start.line ?? 1}: ${message}`);

    visit(tree, 'heading', (heading) => {
      const id = readHeadingId(heading);
      const title = toString(heading);
      if (heading.depth === 1) report(heading, 'the title stands in the front matter; start at ##');
      if (heading.depth > 3) return SKIP;
      if (!id) report(heading, `the heading "${title}" needs an id: ## ${title} [#some-id]`);
      else if (facts.toc.some((entry) => entry.id === id)) report(heading, `duplicate id "${id}"`);
      else facts.toc.push({ id, title, depth: heading.depth as 2 | 3 });
    });

    visit(tree, (node) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      const element = node as JsxElement;
      if (!element.name || isLower(element.name)) return;
      const { uses, problems } = checkElement(element.name, attributesOf(element), vocabulary);
      facts.uses.push(...uses);
      problems.forEach((p) => report(element, p));
      if (element.name === 'KeyPoints') facts.keyPoints += countKeyPoints(element);
      const twice = isQuestionKind(element.name) && addQuestion(element, element.name, facts);
      if (twice) report(element, twice);
      const unsound = element.name === 'Question' && choiceProblem(rightsOf(element));
      if (unsound) report(element, unsound);
    });

    visit(tree, 'link', (link: Link) => {
      const inPage = link.url.startsWith('#') ? link.url.slice(1) : undefined;
      if (inPage !== undefined && !facts.toc.some((entry) => entry.id === inPage)) {
        report(link, `no heading with the id "${inPage}"`);
      }
      const line = link.position?.start.line ?? 1;
      if (link.url.startsWith('/')) facts.links.push({ path: link.url, line });
    });

    visit(tree, 'image', (image) => {
      if (!image.alt?.trim()) report(image, 'a picture needs a text for those who do not see it');
    });

    visit(tree, ['mdxjsEsm'], (node) => {
      report(node, 'content imports nothing: name a component instead');
    });

    facts.passages = passagesOf(tree);
    facts.words = facts.passages.reduce((sum, { text }) => sum + wordsIn(text), 0);
  };
}
