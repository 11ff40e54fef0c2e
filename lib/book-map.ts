/** The book as a map: chapters in rows, an arc from each to those that build on it. */

export interface MapChapter {
  /** "methods/supervised" */
  name: string;
  /** Names of the chapters to read first. */
  prerequisites: readonly string[];
}

export interface MapPart {
  chapters: readonly MapChapter[];
}

export interface Arc {
  /** Numbers of the two chapters in reading order, from 1. */
  from: number;
  to: number;
  /** An SVG path: x from 0 (outermost) to 1 (at the row), y in rows from the top. */
  path: string;
}

/** An arc over this many rows reaches all the way out. */
const LONGEST = 16;

function arcPath(top: number, bottom: number): string {
  const reach = Math.min(1, Math.sqrt(Math.abs(bottom - top) / LONGEST));
  // A cubic goes three quarters of the way to its control points.
  const x = (1 - reach / 0.75).toFixed(3);
  return `M1,${top}C${x},${top} ${x},${bottom} 1,${bottom}`;
}

/**
 * Arcs between the rows of a list in which each titled part has a row for its
 * title and every row is equally high.
 * @param parts in reading order; `titled` says whether a title stands above
 */
export function mapArcs(parts: readonly (MapPart & { titled: boolean })[]): {
  rows: number;
  arcs: Arc[];
} {
  const place = new Map<string, { number: number; middle: number }>();
  let rows = 0;
  for (const { chapters, titled } of parts) {
    if (titled) rows += 1;
    for (const { name } of chapters) {
      place.set(name, { number: place.size + 1, middle: rows + 0.5 });
      rows += 1;
    }
  }
  const arcs = parts
    .flatMap(({ chapters }) => chapters)
    .flatMap(({ name, prerequisites }) => {
      const end = place.get(name)!;
      return prerequisites.flatMap((wanted) => {
        const start = place.get(wanted);
        if (!start) return [];
        return [{ from: start.number, to: end.number, path: arcPath(start.middle, end.middle) }];
      });
    });
  return { rows, arcs };
}
