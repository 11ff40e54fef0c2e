import type { Metadata } from 'next';
import { Cite } from '@/components/prose/cite';
import { dataset } from '@/data';

export const metadata: Metadata = {
  title: 'Glossary',
  description:
    'The terms of pre-training and transfer, each in a sentence or two, each with a work that defines or introduces it.',
};

export default function Page() {
  const entries = [...dataset('glossary').rows].sort((a, b) => a.term.localeCompare(b.term, 'en'));
  return (
    <div className="page">
      <h1 className="page-title">Glossary</h1>
      <p className="page-lead">
        The field’s words as this guide uses them, each with a work to read on.
      </p>
      <dl className="entry-list">
        {entries.map((entry) => (
          <div key={entry.id} id={entry.id} className="entry">
            <dt>
              {entry.term}
              {entry.also && <span className="quiet"> (also: {entry.also})</span>}
            </dt>
            <dd>
              {entry.definition} <Cite id={entry.source} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
