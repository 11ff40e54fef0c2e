'use client';

import { createContext, useCallback, useContext, useEffect, useRef, type ReactNode } from 'react';
import { QuestionFrame, type QuestionProps } from './question-frame';
import { useAnswer } from './use-answers';

interface Choosing {
  given?: string;
  choose: (text: string, right: boolean) => void;
}

const ChoosingContext = createContext<Choosing>({ choose: () => {} });

/** A multiple-choice question: every answer unfolds to say whether it is right, and why. Needs no script. */
export function Question({ chapter, id, ask, children }: QuestionProps & { ask: string }) {
  const { answer, give } = useAnswer(chapter, id);
  return (
    <QuestionFrame id={id} ask={ask} answer={answer}>
      <ChoosingContext value={{ given: answer?.given, choose: give }}>{children}</ChoosingContext>
    </QuestionFrame>
  );
}

interface OptionProps {
  text: string;
  right?: boolean;
  children: ReactNode;
}

/** One answer to a question; the first that is unfolded is the one that was given. */
export function Option({ text, right = false, children }: OptionProps) {
  const { given, choose } = useContext(ChoosingContext);
  const details = useRef<HTMLDetailsElement>(null);
  const note = useCallback(() => {
    if (details.current?.open) choose(text, right);
  }, [choose, text, right]);
  // The page's scripts wait for the reader: the first option may be open before they run.
  useEffect(note, [note]);
  return (
    <details
      className="check option"
      ref={details}
      onToggle={note}
      data-given={given === text || undefined}
    >
      <summary>{text}</summary>
      <div>
        <p className="answer-verdict">{right ? 'Right.' : 'Not this one.'}</p>
        {children}
      </div>
    </details>
  );
}
