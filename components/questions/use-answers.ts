'use client';

/** The reader's answers, shared by all questions of a page and by all open tabs. */
import { useCallback, useSyncExternalStore } from 'react';
import {
  NO_ANSWERS,
  parseAnswers,
  serialiseAnswers,
  withAnswer,
  type Answer,
  type Answers,
} from '@/lib/answers';

const KEY = 'warm-start-answers';
const listeners = new Set<() => void>();
/** Answers that the browser refused to keep; they last as long as the page. */
let unkept: Answers | undefined;
let read: { text: string | null; answers: Answers } = { text: null, answers: NO_ANSWERS };

function keptText(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** The same object as long as nothing has changed, as React wants it. */
function current(): Answers {
  if (unkept) return unkept;
  const text = keptText();
  if (text !== read.text) read = { text, answers: (text && parseAnswers(text)) || NO_ANSWERS };
  return read.answers;
}

function keep(answers: Answers): void {
  try {
    if (answers === NO_ANSWERS) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, serialiseAnswers(answers));
    unkept = undefined;
  } catch {
    unkept = answers;
  }
  listeners.forEach((tell) => tell());
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  window.addEventListener('storage', tell);
  return () => {
    listeners.delete(tell);
    window.removeEventListener('storage', tell);
  };
}

/** All answers, a way to replace them, and whether the browser keeps them. */
export function useAnswers() {
  const answers = useSyncExternalStore(subscribe, current, () => NO_ANSWERS);
  return { answers, replace: keep, kept: answers !== unkept || answers === NO_ANSWERS };
}

const today = () => new Date().toLocaleDateString('sv'); // YYYY-MM-DD, the reader's own day

/** The answer to one question; `give` keeps the first try, `change` the latest word. */
export function useAnswer(chapter: string, question: string) {
  const answer: Answer | undefined = useAnswers().answers[chapter]?.[question];
  const change = useCallback(
    (given: string, right: boolean) =>
      keep(withAnswer(current(), chapter, question, { given, right, on: today() })),
    [chapter, question],
  );
  const give = useCallback(
    (given: string, right: boolean) => {
      if (!current()[chapter]?.[question]) change(given, right);
    },
    [chapter, question, change],
  );
  return { answer, give, change };
}
