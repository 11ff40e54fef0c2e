import type { ReactNode } from 'react';
import { dataset } from '@/data';
import { href, termPath } from '@/lib/site';

/** A term of the field, with its definition at hand. */
export function Term({ id, children }: { id: string; children: ReactNode }) {
  const entry = dataset('glossary').rows.find((row) => row.id === id);
  if (!entry) throw new Error(`unknown term "${id}"`);
  return (
    <a className="term" href={href(termPath(id))} title={entry.definition}>
      {children}
    </a>
  );
}
