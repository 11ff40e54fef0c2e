import type { ReactNode } from 'react';
import type { Answer } from '@/lib/answers';

/** What every question needs to be known by. */
export interface QuestionProps {
  /** "methods/supervised" */
  chapter: string;
  /** Its address in the chapter. */
  id: string;
  children: ReactNode;
}

interface Props {
  id: string;
  ask: string;
  answer?: Answer;
  children: ReactNode;
}

/** What is asked, with a mark once it was answered. */
export function QuestionFrame({ id, ask, answer, children }: Props) {
  const state = answer && (answer.right ? 'right' : 'wrong');
  return (
    <div className="question" role="group" aria-label={ask} id={id} data-answered={state}>
      <p className="question-ask">
        {ask}
        {state && (
          <span className="visually-hidden">
            {state === 'right' ? ' Answered rightly.' : ' Answered, not rightly at first.'}
          </span>
        )}
      </p>
      {children}
    </div>
  );
}
