'use client';

import { QuestionFrame, type QuestionProps } from './question-frame';
import { useAnswer } from './use-answers';

const JUDGEMENTS = [
  { text: 'I had it', right: true },
  { text: 'I had something else', right: false },
];

/** A prediction: think first, unfold the answer, then judge yourself. Needs no script. */
export function Check({ chapter, id, question, children }: QuestionProps & { question: string }) {
  const { answer, change } = useAnswer(chapter, id);
  return (
    <QuestionFrame id={id} ask={question} answer={answer}>
      <details className="check">
        <summary>Predict, then unfold</summary>
        <div>
          {children}
          <p className="answer-judge needs-script">
            {JUDGEMENTS.map(({ text, right }) => (
              <button
                key={text}
                type="button"
                aria-pressed={answer?.given === text}
                onClick={() => change(text, right)}
              >
                {text}
              </button>
            ))}
          </p>
        </div>
      </details>
    </QuestionFrame>
  );
}
