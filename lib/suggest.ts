/** What a reader may have meant by an address that leads nowhere. */
import leven from 'leven';

interface Page {
  path: string;
  title: string;
}

const KINDS: Readonly<Record<string, string>> = { figures: 'figure', data: 'dataset' };
const LONGEST = 200;

/** The best match of the last part of a path counts as much as the whole. */
function distance(asked: string, path: string): number {
  const last = (p: string) => p.split('/').filter(Boolean).at(-1) ?? '';
  const whole = leven(asked, path) / Math.max(asked.length, path.length, 1);
  const end = leven(last(asked), last(path)) / Math.max(last(asked).length, last(path).length, 1);
  return Math.min(whole, end + 0.05);
}

/**
 * The pages nearest to an address, nearest first, and what kind of thing was asked for.
 * @param asked a path below the base path, as the address bar has it
 */
export function nearestPages<P extends Page>(
  asked: string,
  pages: readonly P[],
  most = 3,
): { kind: string; pages: P[] } {
  const path = asked.slice(0, LONGEST).toLowerCase();
  const [first = '', ...rest] = path.split('/').filter(Boolean);
  const kind = KINDS[first] ?? (rest.length > 0 ? 'chapter' : 'page');
  const nearest = [...pages]
    .map((page) => ({ page, far: distance(path, page.path) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, most);
  return { kind, pages: nearest.map(({ page }) => page) };
}
