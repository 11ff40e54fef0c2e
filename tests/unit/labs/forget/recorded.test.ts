/** The recorded run shows what the lab's text says that it shows. */
import { expect, test } from 'vitest';
import type {
  EndRecord,
  FisherRecord,
  ForgetRecord,
  ScoreRecord,
  StartRecord,
} from '@/labs/forget/records';
import runs from '@/data/forget-runs/runs.json';
import recorded from '@/public/labs/recorded/forget.json';

const records = recorded.records as unknown as ForgetRecord[];
const start = records.find((record): record is StartRecord => record.kind === 'start')!;
const end = (method: string) =>
  records.find((one): one is EndRecord => one.kind === 'end' && one.method === method)!;
const lost = (method: string) => (end(method).old - start.old) / (end('plain').old - start.old);
const gained = (method: string) => (start.new - end(method).new) / (start.new - end('plain').new);

test('EWC and rehearsal learn about nine tenths, and lose about six and three tenths', () => {
  expect(Math.round(10 * gained('ewc'))).toBe(9);
  expect(Math.round(10 * gained('rehearsal'))).toBe(9);
  expect(Math.round(10 * lost('ewc'))).toBe(6);
  expect(Math.round(10 * lost('rehearsal'))).toBe(3);
});

type Look = Pick<ScoreRecord, 'old' | 'new'>;
const pathOf = (method: string) =>
  records.filter((one): one is ScoreRecord => one.kind === 'score' && one.method === method);

/** What a path has of the old text where it has learned so much of the new, between its looks. */
function oldAt(path: readonly Look[], learned: number): number {
  const after = path.findIndex((one) => one.new <= learned);
  const [a, b] = [path[after - 1]!, path[after]!];
  return a.old + ((a.new - learned) / (a.new - b.new)) * (b.old - a.old);
}

test('both paths end below the plain one, where as much has been learned', () => {
  for (const method of ['ewc', 'rehearsal']) {
    const last = pathOf(method).at(-1)!;
    expect(last.old).toBeLessThan(oldAt(pathOf('plain'), last.new) - 0.05);
  }
});

test('a slower rate gains about seven tenths, and has lost less there than the others had', () => {
  for (const seed of [1, 2, 3]) {
    const path = (id: string) =>
      runs.scores.filter((score) => score.variant === id && score.seed === seed);
    const [first, last] = [path('plain-slower')[0]!, path('plain-slower').at(-1)!];
    const all = first.new - path('plain').at(-1)!.new;
    expect(Math.round((10 * (first.new - last.new)) / all)).toBe(7);
    for (const id of ['plain', 'ewc']) expect(last.old).toBeLessThan(oldAt(path(id), last.new));
  }
});

test('Fisher information lies in the first and the last layer, in embedding and positions', () => {
  const { parts, held } = records.find((one): one is FisherRecord => one.kind === 'fisher')!;
  const mean = (part: string) => parts.find((one) => one.part === part)!.mean;
  const inner = ['1', '2'].flatMap((i) => [mean(`${i}.attention`), mean(`${i}.feed`)]);
  const outer = ['0', '3'].flatMap((i) => [mean(`${i}.attention`), mean(`${i}.feed`)]);
  expect(Math.min(...outer, mean('embedding'), mean('positions'))).toBeGreaterThan(
    Math.max(...inner),
  );
  expect(held.find(({ top }) => top === 0.01)!.share).toBeCloseTo(1 / 3, 1);
});
