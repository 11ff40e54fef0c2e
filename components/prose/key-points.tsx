import type { ReactNode } from 'react';

/** What to take away from a chapter, in three to five lines. */
export function KeyPoints({ children }: { children: ReactNode }) {
  return <div className="key-points">{children}</div>;
}
