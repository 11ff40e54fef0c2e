'use client';

import { useRef, useState } from 'react';
import { NO_ANSWERS, mergeAnswers, parseAnswers, serialiseAnswers, tally } from '@/lib/answers';
import { useAnswers } from './use-answers';

export interface BoardChapter {
  /** "methods/supervised" */
  name: string;
  title: string;
  href: string;
  questions: readonly string[];
}

function download(text: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = 'warm-start-answers.json';
  link.click();
  URL.revokeObjectURL(link.href);
}

/** All answers that this browser keeps: see them, take them along, bring them back, clear them. */
export function ProgressBoard({ chapters }: { chapters: readonly BoardChapter[] }) {
  const { answers, replace, kept } = useAnswers();
  const [message, setMessage] = useState('');
  const [sure, setSure] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const tallies = chapters.map((chapter) => tally(answers, chapter.name, chapter.questions));
  const answered = tallies.reduce((sum, t) => sum + t.answered, 0);
  const questions = chapters.reduce((sum, chapter) => sum + chapter.questions.length, 0);

  const bringBack = async (chosen: File | undefined) => {
    const added = chosen && parseAnswers(await chosen.text());
    if (added) replace(mergeAnswers(answers, added));
    setMessage(
      added
        ? 'Brought back. Answers that were here already stand.'
        : 'This is no file of answers from here. Nothing was changed.',
    );
    if (file.current) file.current.value = '';
  };
  const clear = () => {
    if (!sure) return setSure(true);
    replace(NO_ANSWERS);
    setSure(false);
    setMessage('Cleared.');
  };

  return (
    <div data-wakes>
      <div className="progress-tools needs-script">
        <button
          type="button"
          disabled={answered === 0}
          onClick={() => download(serialiseAnswers(answers))}
        >
          Save to a file
        </button>
        <label className="button">
          Bring back from a file
          <input
            ref={file}
            className="visually-hidden"
            type="file"
            accept="application/json,.json"
            onChange={(event) => void bringBack(event.target.files?.[0])}
          />
        </label>
        <button
          type="button"
          disabled={answered === 0}
          onClick={clear}
          onBlur={() => setSure(false)}
        >
          {sure ? 'Really clear all?' : 'Clear all'}
        </button>
        <p role="status">
          {message || (kept ? '' : 'This browser keeps nothing: your answers end with this page.')}
        </p>
      </div>
      <table className="progress-table">
        <thead>
          <tr>
            <th scope="col">Chapter</th>
            <th scope="col" className="number">
              Questions
            </th>
            <th scope="col" className="number">
              Answered
            </th>
            <th scope="col" className="number">
              Rightly
            </th>
          </tr>
        </thead>
        <tbody>
          {chapters.map(({ name, title, href, questions: asked }, i) => (
            <tr key={name}>
              <th scope="row">
                <a href={`${href}#check-yourself`}>{title}</a>
              </th>
              <td className="number">{asked.length}</td>
              <td className="number">{tallies[i]?.answered}</td>
              <td className="number">{tallies[i]?.right}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All</th>
            <td className="number">{questions}</td>
            <td className="number">{answered}</td>
            <td className="number">{tallies.reduce((sum, t) => sum + t.right, 0)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
