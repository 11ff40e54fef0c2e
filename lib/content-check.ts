/**
 * What must hold over the whole text, beyond what compiles: the form of a
 * chapter, its length and reading level, sentences written twice, links between
 * chapters, and words taken from the article that set the scope.
 */
import { createHash } from 'node:crypto';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import type { CompiledChapter } from './mdx/compile';
import { sentencesOf, wordsIn, type Passage } from './mdx/passages';

export interface CheckedChapter extends Pick<
  CompiledChapter,
  'meta' | 'toc' | 'links' | 'questions' | 'passages' | 'keyPoints'
> {
  file: string;
  /** Its name in `prerequisites`: "history/vision-backbones". */
  name: string;
}

/** Every chapter ends with these sections, in this order. */
export const CLOSING = [
  'what-to-remember',
  'uncertain-or-disputed',
  'further-reading',
  'check-yourself',
] as const;

/** Words of a chapter without its reading list and its questions. */
export const CHAPTER_WORDS = { least: 1500, most: 3000 };
/** The opening and the hubs may be shorter. */
const SHORTER: ReadonlySet<string> = new Set(['introduction', 'practice/model-hubs']);
/** A section can be linked to as one idea. Formulas, code and tables of data count nothing, a value one word. */
export const SECTION_WORDS = { least: 100, most: 420 };
export const QUESTIONS = { least: 4, most: 6 };
export const KEY_POINTS = { least: 3, most: 5 };
/** Flesch–Kincaid grade (Kincaid et al., 1975, the formula in their report's abstract): years of school. */
export const HARDEST_GRADE = 10;
export const LONGEST_SENTENCE = 55;
/** A sentence shorter than this may well be written twice: "Nothing changes." */
const WORDS_OF_ITS_OWN = 7;
const SHINGLE = 8;

const NO_TEXT: ReadonlySet<string> = new Set(['further-reading', 'check-yourself']);

const outside = (count: number, { least, most }: { least: number; most: number }) =>
  count < least || count > most;

const wordsOf = (passages: readonly Passage[]) =>
  passages.reduce((sum, { text }) => sum + wordsIn(text), 0);

/** Words of the text proper. */
export const textWords = ({ passages }: Pick<CheckedChapter, 'passages'>): number =>
  wordsOf(passages.filter(({ section }) => !NO_TEXT.has(section)));

/** Flesch–Kincaid grade of running text. */
export function gradeOf(passages: readonly Passage[]): number {
  const sentences = passages.flatMap(sentencesOf);
  const sum = (count: (text: string) => number) => sentences.reduce((n, s) => n + count(s), 0);
  return fleschKincaid({ sentence: sentences.length, word: sum(wordsIn), syllable: sum(syllable) });
}

function closingProblems({ file, toc }: CheckedChapter): string[] {
  const last = toc.filter(({ depth }) => depth === 2).slice(-CLOSING.length);
  return last.map(({ id }) => id).join() === CLOSING.join()
    ? []
    : [`${file}: must end with the sections ${CLOSING.map((id) => `#${id}`).join(', ')}`];
}

function countProblems(chapter: CheckedChapter): string[] {
  const { file, name, questions, keyPoints } = chapter;
  const words = textWords(chapter);
  const least = SHORTER.has(name) ? 1000 : CHAPTER_WORDS.least;
  const kinds = new Set(questions.map(({ kind }) => kind));
  const found: [boolean, string][] = [
    [outside(words, { ...CHAPTER_WORDS, least }), `${words} words of text`],
    [outside(questions.length, QUESTIONS), `${questions.length} questions`],
    [kinds.size < 3, 'needs a <Question>, a <Numeric> and a <Check>'],
    [outside(keyPoints, KEY_POINTS), `${keyPoints} points to remember`],
  ];
  return found.filter(([wrong]) => wrong).map(([, what]) => `${file}: ${what}`);
}

function sectionProblems({ file, toc, passages }: CheckedChapter): string[] {
  const closing: readonly string[] = CLOSING;
  return toc
    .filter(({ id, depth }) => depth === 2 && !closing.includes(id))
    .map(({ id }) => ({ id, words: wordsOf(passages.filter(({ section }) => section === id)) }))
    .filter(({ words }) => outside(words, SECTION_WORDS))
    .map(({ id, words }) => `${file}: the section #${id} has ${words} words`);
}

function readingProblems({ file, passages }: CheckedChapter): string[] {
  const grade = gradeOf(passages);
  const hard = grade > HARDEST_GRADE ? [`${file}: reads at grade ${grade.toFixed(1)}`] : [];
  const long = passages.flatMap((passage) =>
    sentencesOf(passage)
      .filter((sentence) => wordsIn(sentence) > LONGEST_SENTENCE)
      .map((sentence) => `${file}:${passage.line}: a sentence of ${wordsIn(sentence)} words`),
  );
  return [...hard, ...long];
}

/** Letters and figures only, in lower case: what stays when somebody retouches a sentence. */
const normalise = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function repeatedSentences(chapters: readonly CheckedChapter[]): string[] {
  const seen = new Map<string, string>();
  return chapters.flatMap(({ file, passages }) =>
    passages.flatMap((passage) =>
      sentencesOf(passage).flatMap((sentence) => {
        const words = normalise(sentence);
        const key = words.join(' ');
        const before = seen.get(key);
        const here = `${file}:${passage.line}`;
        if (words.length < WORDS_OF_ITS_OWN) return [];
        seen.set(key, here);
        return before ? [`${here}: written already at ${before}: “${sentence}”`] : [];
      }),
    ),
  );
}

/** A mark of each run of eight words of a text: enough to know them again, not to read them. */
export function fingerprint(text: string): string[] {
  const words = normalise(text);
  const runs = words
    .slice(0, Math.max(0, words.length - SHINGLE + 1))
    .map((_, i) => words.slice(i, i + SHINGLE).join(' '));
  return runs.map((run) => createHash('sha256').update(run).digest('hex').slice(0, 10));
}

function borrowedWords(chapter: CheckedChapter, foreign: ReadonlySet<string>): string[] {
  return chapter.passages
    .filter(({ text }) => fingerprint(text).some((mark) => foreign.has(mark)))
    .map(
      ({ text, line }) =>
        `${chapter.file}:${line}: shares ${SHINGLE} words in a row with the article: “${text.slice(0, 80)}…”`,
    );
}

/** @param addresses every path of the site with the ids on it; undefined ids: not known here */
function linkProblems(
  { file, links }: CheckedChapter,
  addresses: ReadonlyMap<string, ReadonlySet<string> | undefined>,
): string[] {
  return links.flatMap(({ path, line }) => {
    const { pathname, hash } = new URL(path, 'http://site');
    if (!addresses.has(pathname)) return [`${file}:${line}: no page "${pathname}"`];
    const ids = addresses.get(pathname);
    return hash === '' || !ids || ids.has(hash.slice(1))
      ? []
      : [`${file}:${line}: no place "${hash}" on "${pathname}"`];
  });
}

function prerequisiteProblems(chapters: readonly CheckedChapter[]): string[] {
  const names = chapters.map(({ name }) => name);
  return chapters.flatMap(({ file, meta }, at) =>
    meta.prerequisites.flatMap((wanted) => {
      const before = names.indexOf(wanted);
      if (before < 0) return [`${file}: no chapter "${wanted}" to read first`];
      return before < at ? [] : [`${file}: "${wanted}" comes after this chapter`];
    }),
  );
}

export interface Surroundings {
  addresses: ReadonlyMap<string, ReadonlySet<string> | undefined>;
  /** Marks of the text that none may be taken from. */
  foreign: ReadonlySet<string>;
}

/** Everything that an author must mend, with file and, where there is one, line. */
export function contentProblems(
  chapters: readonly CheckedChapter[],
  { addresses, foreign }: Surroundings,
): string[] {
  return [
    ...chapters.flatMap((chapter) => [
      ...closingProblems(chapter),
      ...countProblems(chapter),
      ...sectionProblems(chapter),
      ...readingProblems(chapter),
      ...linkProblems(chapter, addresses),
      ...borrowedWords(chapter, foreign),
    ]),
    ...repeatedSentences(chapters),
    ...prerequisiteProblems(chapters),
  ];
}
