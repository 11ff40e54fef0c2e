import { SOURCES } from '@/data';
import type { Source } from '@/data/schema';
import { reference, shortAuthors, shortCitation } from '@/lib/citations';
import { idList } from '@/lib/mdx/vocabulary';
import { href, sourcePath } from '@/lib/site';

interface Props {
  /** One or more source ids, comma-separated. */
  id: string;
  /** A place in the (last) work: "Table 2". */
  at?: string;
  /** As part of the sentence: "Yosinski et al. (2014)". */
  form?: 'text';
}

const find = (id: string): Source => {
  const source = SOURCES.get(id);
  if (!source) throw new Error(`unknown source "${id}"`);
  return source;
};

/** Names the works that a sentence rests on. */
export function Cite({ id, at, form }: Props) {
  const works = idList(id).map(find);
  const [first] = works;
  if (form === 'text' && first) {
    return (
      <a className="cite-text" href={href(sourcePath(first.id))} title={reference(first)}>
        {shortAuthors(first)} ({first.year}
        {at && `, ${at}`})
      </a>
    );
  }
  return (
    <span className="cite">
      (
      {works.map((work, i) => (
        <span key={work.id}>
          {i > 0 && '; '}
          <a href={href(sourcePath(work.id))} title={reference(work)}>
            {shortCitation(work, i === works.length - 1 ? at : undefined)}
          </a>
        </span>
      ))}
      )
    </span>
  );
}
