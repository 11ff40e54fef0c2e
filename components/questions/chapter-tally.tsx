'use client';

import { tally } from '@/lib/answers';
import { useAnswers } from './use-answers';

/** How many of a chapter's questions are answered; nothing before the first. */
export function ChapterTally({
  chapter,
  questions,
}: {
  chapter: string;
  questions: readonly string[];
}) {
  const { answered } = tally(useAnswers().answers, chapter, questions);
  if (answered === 0) return null;
  return (
    <span className="chapter-tally">
      {answered === questions.length ? 'all answered' : `${answered} of ${questions.length}`}
    </span>
  );
}
