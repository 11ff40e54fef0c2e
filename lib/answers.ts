/**
 * Answers to the self-check questions, as one reader's browser keeps them.
 * Nothing here knows where: text in, text out.
 */

export interface Answer {
  /** What was chosen or typed. */
  given: string;
  right: boolean;
  /** The day, YYYY-MM-DD. */
  on: string;
}

/** By chapter ("methods/supervised"), then by question. */
export type Answers = Readonly<Record<string, Readonly<Record<string, Answer>>>>;

export const NO_ANSWERS: Answers = {};
const VERSION = 1;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isAnswer = (value: unknown): value is Answer =>
  isRecord(value) &&
  typeof value.given === 'string' &&
  typeof value.right === 'boolean' &&
  typeof value.on === 'string';

const entriesThat = <T>(record: Record<string, unknown>, is: (value: unknown) => value is T) =>
  Object.entries(record).filter((entry): entry is [string, T] => is(entry[1]));

/**
 * Reads kept or imported answers; single entries that make no sense are left out.
 * @returns undefined if the text is no file of answers at all
 */
export function parseAnswers(text: string): Answers | undefined {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(file) || file.v !== VERSION || !isRecord(file.answers)) return undefined;
  const chapters = entriesThat(file.answers, isRecord).map(
    ([chapter, given]) => [chapter, Object.fromEntries(entriesThat(given, isAnswer))] as const,
  );
  return Object.fromEntries(chapters.filter(([, given]) => Object.keys(given).length > 0));
}

export const serialiseAnswers = (answers: Answers): string =>
  JSON.stringify({ site: 'Warm Start', v: VERSION, answers }, null, 2);

export const withAnswer = (
  answers: Answers,
  chapter: string,
  question: string,
  answer: Answer,
): Answers => ({ ...answers, [chapter]: { ...answers[chapter], [question]: answer } });

export const withoutChapter = (answers: Answers, chapter: string): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => name !== chapter));

/** What is there already stands; the others are added. */
export function mergeAnswers(own: Answers, added: Answers): Answers {
  const chapters = new Set([...Object.keys(own), ...Object.keys(added)]);
  return Object.fromEntries([...chapters].map((name) => [name, { ...added[name], ...own[name] }]));
}

/** How many of these questions are answered, and how many rightly at the first try. */
export function tally(
  answers: Answers,
  chapter: string,
  questions: readonly string[],
): { answered: number; right: number } {
  const given = questions.flatMap((id) => answers[chapter]?.[id] ?? []);
  return { answered: given.length, right: given.filter(({ right }) => right).length };
}

const THOUSANDS = /^[+−-]?\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?:\.\d+)?$/;
const DECIMAL_COMMA = /^[+−-]?\d+,\d+$/;

/**
 * Reads a number as people type it: "1,536", "1 536", "6,91", "6.91", "2/3", "3e4", "50 %".
 * @returns undefined if it is none
 */
export function parseNumber(typed: string): number | undefined {
  const text = typed.trim().replace(/\s*%$/, '').replace('−', '-');
  const fraction = /^([^/]+)\/([^/]+)$/.exec(text);
  if (fraction) {
    const [top, bottom] = [parseNumber(fraction[1]!), parseNumber(fraction[2]!)];
    return top === undefined || !bottom ? undefined : top / bottom;
  }
  const plain = THOUSANDS.test(text)
    ? text.replace(/[, \u00a0\u202f]/g, '')
    : DECIMAL_COMMA.test(text)
      ? text.replace(',', '.')
      : text;
  const value = Number(plain);
  return plain === '' || !Number.isFinite(value) ? undefined : value;
}

export type Verdict = 'right' | 'low' | 'high';

/** @param tolerance how far off still counts, in the unit of the answer */
export function judge(value: number, answer: number, tolerance: number): Verdict {
  // A little slack for what the binary fractions of both add up to.
  const slack = tolerance + 1e-9 * Math.max(1, Math.abs(answer));
  if (Math.abs(value - answer) <= slack) return 'right';
  return value < answer ? 'low' : 'high';
}
