import { SOURCES } from '@/data';
import type { Use } from '@/lib/mdx/vocabulary';
import { bySource, reference, sourceUrl } from '@/lib/citations';
import { href, sourcePath } from '@/lib/site';

/** Every work that the chapter cites, in its text or behind its numbers. */
export function References({ uses }: { uses: readonly Use[] }) {
  const ids = new Set(uses.filter((use) => use.kind === 'source').map((use) => use.id));
  const works = [...ids].flatMap((id) => SOURCES.get(id) ?? []).sort(bySource);
  if (works.length === 0) return null;
  return (
    <section className="references" aria-labelledby="references">
      <h2 id="references">Works this text rests on</h2>
      <ol>
        {works.map((work) => (
          <li key={work.id}>
            {reference(work)} <a href={sourceUrl(work)}>{linkName(sourceUrl(work))}</a>{' '}
            <a href={href(sourcePath(work.id))} aria-label={`${work.title}, in the bibliography`}>
              ¶
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Where a link leads, in a word: "arXiv:1411.1792", "doi:…", or the host. */
export function linkName(url: string): string {
  const { hostname, pathname } = new URL(url);
  if (hostname === 'arxiv.org') return `arXiv:${pathname.replace('/abs/', '')}`;
  if (hostname === 'doi.org') return `doi:${decodeURIComponent(pathname.slice(1))}`;
  return hostname.replace(/^www\./, '');
}
