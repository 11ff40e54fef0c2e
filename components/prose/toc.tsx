import type { TocEntry } from '@/lib/mdx/remark-chapter';
import { TocTracker } from './toc-tracker';

function List({ entries }: { entries: readonly TocEntry[] }) {
  return (
    <ol>
      {entries
        .filter((entry) => entry.depth === 2)
        .map((entry) => (
          <li key={entry.id}>
            <a href={`#${entry.id}`}>{entry.title}</a>
          </li>
        ))}
    </ol>
  );
}

/** The chapter's sections: beside the text where there is room, folded above it where not. */
export function Toc({ entries }: { entries: readonly TocEntry[] }) {
  return (
    <>
      <details className="toc toc-folded">
        <summary>In this chapter</summary>
        <nav aria-label="Sections, folded">
          <List entries={entries} />
        </nav>
      </details>
      <nav className="toc toc-beside" aria-label="Sections">
        <p>In this chapter</p>
        <List entries={entries} />
        <TocTracker />
      </nav>
    </>
  );
}
