'use client';

import { tally, withoutChapter } from '@/lib/answers';
import { href } from '@/lib/site';
import { useAnswers } from './use-answers';

/** What the reader has answered of a chapter; stands below its questions. */
export function ChapterAnswers({
  chapter,
  questions,
}: {
  chapter: string;
  questions: readonly string[];
}) {
  const { answers, replace, kept } = useAnswers();
  const { answered, right } = tally(answers, chapter, questions);
  return (
    <div className="chapter-answers needs-script">
      <p role="status">
        {answered === 0
          ? `${questions.length} questions.`
          : `${answered} of ${questions.length} answered, ${right} rightly.`}{' '}
        {kept
          ? 'Your answers stay in this browser.'
          : 'This browser keeps nothing: your answers end with this page.'}
      </p>
      <p>
        <a href={href('/progress/')}>All your answers</a>
        <button
          type="button"
          disabled={answered === 0}
          onClick={() => replace(withoutChapter(answers, chapter))}
        >
          Clear these
        </button>
      </p>
    </div>
  );
}
