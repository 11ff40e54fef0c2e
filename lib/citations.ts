/** How a work is named in the text and listed in a bibliography. */
import type { Source } from '@/data/schema';

const familyName = (author: string) => author.split(',')[0] ?? author;

/** "Yosinski et al.", "Simonyan & Zisserman", "Fukushima". */
export function shortAuthors(source: Source): string {
  const names = source.authors.filter((a) => a !== 'others').map(familyName);
  const hasMore = source.authors.includes('others');
  if (names.length === 1 && !hasMore) return names[0] ?? '';
  if (names.length === 2 && !hasMore) return names.join(' & ');
  return `${names[0]} et al.`;
}

/** "Yosinski et al., 2014", with a place in the work if given. */
export function shortCitation(source: Source, at?: string): string {
  return `${shortAuthors(source)}, ${source.year}${at ? `, ${at}` : ''}`;
}

function initials(author: string): string {
  const [family, given] = author.split(',').map((part) => part.trim());
  if (!given) return family ?? author;
  const letters = given
    .split(/[\s.]+/)
    .filter(Boolean)
    .map((name) => `${name[0]}.`);
  return `${family}, ${letters.join(' ')}`;
}

/** All authors with initials, as a bibliography prints them. */
export function longAuthors(source: Source): string {
  const names = source.authors.map((a) => (a === 'others' ? 'others' : initials(a)));
  if (names.length < 2) return names.join('');
  const last = names[names.length - 1];
  return `${names.slice(0, -1).join(', ')} ${last === 'others' ? 'and' : '&'} ${last}`;
}

/** Where the work can be read: DOI, then arXiv, then its own address. */
export function sourceUrl(source: Source): string {
  if (source.doi) return `https://doi.org/${source.doi}`;
  if (source.arxiv) return `https://arxiv.org/abs/${source.arxiv}`;
  return source.url ?? '';
}

/** One line of plain text: authors (year). Title. Venue. */
export function reference(source: Source): string {
  return `${longAuthors(source)} (${source.year}). ${source.title}.${source.venue ? ` ${source.venue}.` : ''}`;
}

/** Bibliography order: by first author, then year, then title. */
export function bySource(a: Source, b: Source): number {
  return (
    familyName(a.authors[0] ?? '').localeCompare(familyName(b.authors[0] ?? ''), 'en') ||
    a.year - b.year ||
    a.title.localeCompare(b.title, 'en')
  );
}
