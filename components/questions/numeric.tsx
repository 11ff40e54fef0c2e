'use client';

import { useRef, useState, type KeyboardEvent } from 'react';
import { judge, parseNumber } from '@/lib/answers';
import { QuestionFrame, type QuestionProps } from './question-frame';
import { useAnswer } from './use-answers';

interface NumericProps extends QuestionProps {
  ask: string;
  answer: string;
  /** How far off an answer may be and still count, in the unit of the answer. */
  tolerance?: string;
  unit?: string;
}

const formatAnswer = (answer: string) =>
  Number(answer).toLocaleString('en', { maximumFractionDigits: 12 });

const REPLIES = {
  right: 'Right.',
  low: 'Too low. Try again, or unfold the answer.',
  high: 'Too high. Try again, or unfold the answer.',
  unread: 'Please type a number, such as 1,536 or 0.25.',
};

/** A question whose answer is a number: type it and be told, or unfold the answer. */
export function Numeric({
  chapter,
  id,
  ask,
  answer,
  tolerance = '0',
  unit,
  children,
}: NumericProps) {
  const { answer: given, give } = useAnswer(chapter, id);
  const [typed, setTyped] = useState<string>();
  const [reply, setReply] = useState('');
  const details = useRef<HTMLDetailsElement>(null);
  const shown = typed ?? given?.given ?? '';

  const answerIt = () => {
    const value = parseNumber(shown);
    if (value === undefined) return setReply(REPLIES.unread);
    const verdict = judge(value, Number(answer), Number(tolerance));
    give(shown.trim(), verdict === 'right');
    setReply(REPLIES[verdict]);
    if (verdict === 'right' && details.current) details.current.open = true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') answerIt();
  };

  return (
    <QuestionFrame id={id} ask={ask} answer={given}>
      <p className="answer-entry needs-script">
        <label>
          <span className="visually-hidden">Your answer{unit && `, in ${unit}`}</span>
          <input
            type="text"
            inputMode="decimal"
            autoComplete="off"
            value={shown}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={onKeyDown}
          />
        </label>
        {unit && <span aria-hidden="true">{unit}</span>}
        <button type="button" onClick={answerIt}>
          Answer
        </button>
        <span role="status">{reply}</span>
      </p>
      <details className="check" ref={details}>
        <summary>Unfold the answer</summary>
        <div>
          <p className="answer-verdict">
            {formatAnswer(answer)}
            {unit && ` ${unit}`}
            {Number(tolerance) > 0 && ` (within ${formatAnswer(tolerance)} is right)`}
          </p>
          {children}
        </div>
      </details>
    </QuestionFrame>
  );
}
