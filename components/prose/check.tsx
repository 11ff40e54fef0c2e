import type { ReactNode } from 'react';

/** A self-check: think first, then unfold the answer. Needs no script. */
export function Check({ question, children }: { question: string; children: ReactNode }) {
  return (
    <details className="check">
      <summary>{question}</summary>
      <div>{children}</div>
    </details>
  );
}
