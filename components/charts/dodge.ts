/** Moving marks aside, so that none lies on another. */

interface Disc {
  x: number;
  y: number;
  /** Radius in pixels. */
  r: number;
}

/** 0, 1, −1, 2, −2 … times the step. */
const offsets = (step: number, most: number) =>
  Array.from({ length: 2 * most + 1 }, (_, i) => (i % 2 === 1 ? 1 : -1) * Math.ceil(i / 2) * step);

const touch = (a: Disc, b: Disc) => (a.x - b.x) ** 2 + (a.y - b.y) ** 2 < (a.r + b.r) ** 2 - 1e-6;

/**
 * Each mark at the nearest free place along one direction, in the order given; where
 * none is free within `most` steps of `step` pixels, at its own.
 */
export function dodge<Mark extends Disc>(
  marks: readonly Mark[],
  { along, step, most }: { along: 'x' | 'y'; step: number; most: number },
): Mark[] {
  const steps = offsets(step, most);
  const across = along === 'x' ? 'y' : 'x';
  const placed: Disc[] = [];
  return marks.map((mark) => {
    // Only these can be in the way, wherever the mark goes.
    const near = placed.filter((o) => Math.abs(o[across] - mark[across]) < o.r + mark.r);
    const tried = { x: mark.x, y: mark.y, r: mark.r };
    const by = steps.find((offset) => {
      tried[along] = mark[along] + offset;
      return near.every((other) => !touch(tried, other));
    });
    const place = { ...mark, [along]: mark[along] + (by ?? 0) };
    placed.push(place);
    return place;
  });
}
