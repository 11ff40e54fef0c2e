import { expect, test } from 'vitest';
import {
  APART,
  RULE,
  isNextToken,
  type Row,
} from '@/components/figures/tokens-per-parameter/ratio';
import { spec } from '@/components/figures/tokens-per-parameter/spec';
import type { quantities } from '@/data/quantities/definition';
import { dataset } from '@/data';
import { isKnown } from '@/data/cell';
import type { RowOf } from '@/data/schema';
import { defaultState, type FigureState } from '@/lib/url-state';
import { dataFor } from '@/tests/fixtures/figures';

const data = dataFor(spec);
const rows = new Map((data.models?.rows as Row[]).map((row) => [row.id, row]));
const draw = (changes: FigureState = {}) =>
  spec.series(data, { ...defaultState(spec.controls), ...changes });
const ratio = (id: string, changes: FigureState = {}) =>
  draw(changes).readings.find((r) => r.id === id)?.y;

test.each(['gpt-3', 'gopher', 'chinchilla', 'llama-3-8b', 'llama-3-70b', 'llama-3-1-405b'])(
  'the ratio of %s is that of the chapter',
  (id) => {
    const row = (dataset('quantities').rows as RowOf<typeof quantities>[]).find(
      (one) => one.id === `scale-ratio-${id}`,
    );
    const printed = isKnown(row?.quantity) ? row.quantity.value : NaN;
    expect(Math.abs(ratio(id)! / printed - 1)).toBeLessThan(5e-3);
  },
);

test('Chinchilla lies on the line, which goes from edge to edge', () => {
  const { lines, x } = draw();
  expect(ratio('chinchilla')).toBe(RULE);
  expect(lines?.[0]?.points).toEqual([
    [x.domain[0], RULE],
    [x.domain[1], RULE],
  ]);
  expect(draw().y.ticks).toContain(RULE);
});

test('the figure’s claims: before Chinchilla every model over 100 billion lies under four, since 2023 few lie under the line', () => {
  const { readings } = draw();
  const parameters = (id: string) => {
    const cell = rows.get(id)?.parameters;
    return isKnown(cell) ? cell.value : 0;
  };
  const before = readings.filter((r) => r.x < 2022.2 && parameters(r.id) > 1e11);
  expect(before.length).toBeGreaterThan(4);
  expect(before.filter((r) => r.y > 4)).toEqual([]);
  const since = readings.filter((r) => r.x >= 2023);
  expect(since.filter((r) => r.y < RULE).length / since.length).toBeLessThan(0.15);
});

test('over 200 describes the 70B of Llama 3, not the 8B', () => {
  expect(ratio('llama-3-70b')).toBeGreaterThan(200);
  expect(ratio('llama-3-70b')).toBeLessThan(220);
  expect(ratio('llama-3-8b')).toBeGreaterThan(1800);
  expect(ratio('llama-3-1-405b')).toBeLessThan(40);
});

test('counting active weights moves mixtures of experts only, and says so', () => {
  const all = draw();
  const active = draw({ active: true });
  for (const { id, y } of all.readings) {
    const isMixture = rows.get(id)?.architecture === 'mixture-of-experts';
    const now = active.readings.find((r) => r.id === id);
    expect([id, now?.y !== y]).toEqual([id, isMixture]);
    if (isMixture) expect(now?.text).toContain('active parameters');
  }
  expect(ratio('deepseek-v3', { active: true })).toBe(400);
  expect(all.note).toContain('with all their experts');
  expect(active.note).toContain('by the weights that one token passes through');
});

test('mixtures of experts have a mark of their own', () => {
  for (const { id, group } of draw().readings) {
    const isMixture = rows.get(id)?.architecture === 'mixture-of-experts';
    expect([id, group === 2]).toEqual([id, isMixture]);
  }
});

test('with open weights only, the closed ones go', () => {
  const open = draw({ weights: 'open' }).readings;
  expect(open.filter((r) => r.group === 1)).toEqual([]);
  expect(open.some((r) => r.id === 'chinchilla')).toBe(false);
  expect(open.length).toBeLessThan(draw().readings.length);
});

test('every model that is set apart is one that would be drawn, and the note names it', () => {
  const { readings, note } = draw();
  for (const id of Object.keys(APART)) {
    const row = rows.get(id);
    expect([id, row !== undefined && isNextToken(row)]).toEqual([id, true]);
    expect(readings.some((r) => r.id === id)).toBe(false);
    expect(note).toContain(row?.name.replace(/ \(.*/, ''));
  }
});

test('no model is drawn whose tokens are a text before repetition', () => {
  for (const { id } of draw().readings) {
    const cell = rows.get(id)?.training_tokens;
    expect([id, isKnown(cell) && /before repetition|on top of/.test(cell.note ?? '')]).toEqual([
      id,
      false,
    ]);
  }
});

test('the chapter’s landmarks are named first', () => {
  expect(draw().named.slice(0, 3)).toEqual(['chinchilla', 'gpt-3', 'llama-3-8b']);
});
