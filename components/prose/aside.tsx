import type { ReactNode } from 'react';

/** A side note: in the margin where there is one, in the text where not. */
export function Aside({ children }: { children: ReactNode }) {
  return (
    <div className="sidenote" role="note">
      {children}
    </div>
  );
}
