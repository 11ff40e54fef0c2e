import { expect, test } from 'vitest';
import {
  defaultState,
  readForm,
  readState,
  sliderPosition,
  writeState,
  type FigureState,
} from '@/lib/url-state';
import { allSpecs, allStates } from '@/tests/fixtures/figures';

const SPECS = await allSpecs();
const FOREIGN = 'theme=dark&other.protocol=x';

test.each(SPECS)('every state of $id comes back from its address', ({ id, controls }) => {
  const states = allStates(controls);
  expect(states.length).toBeGreaterThan(1);
  for (const state of states) {
    for (const alone of [true, false]) {
      const query = writeState(controls, state, new URLSearchParams(FOREIGN), id, alone);
      expect(readState(controls, query, id, alone)).toEqual({ state, problems: [] });
      expect(query.get('theme')).toBe('dark');
      expect(query.get('other.protocol')).toBe('x');
    }
  }
});

test.each(SPECS)(
  'an address of $id holds just what differs from the default',
  ({ id, controls }) => {
    const usual = defaultState(controls);
    for (const state of allStates(controls)) {
      const query = writeState(controls, state, new URLSearchParams(), id, true);
      const differing = controls
        .filter(({ key }) => String(state[key]) !== String(usual[key]))
        .map(({ key }) => key);
      expect([...query.keys()]).toEqual(differing);
    }
  },
);

test.each(SPECS)('one state of $id may be written over any other', ({ id, controls }) => {
  const [first, ...others] = allStates(controls);
  const last = others.at(-1) as FigureState;
  const before = writeState(controls, last, new URLSearchParams(), id, false);
  const after = writeState(controls, first as FigureState, before, id, false);
  expect(readState(controls, after, id, false).state).toEqual(first);
});

test.each(SPECS)('every state of $id comes back from its form', ({ controls }) => {
  for (const state of allStates(controls)) {
    const form = new FormData();
    for (const [key, value] of Object.entries(state)) {
      const control = controls.find((c) => c.key === key);
      if (control?.kind === 'number') {
        form.append(key, String(sliderPosition(control, Number(value))));
      } else if (value === true) form.append(key, '1');
      else if (value !== false) [value].flat().forEach((text) => form.append(key, String(text)));
    }
    expect(readForm(controls, form)).toEqual(state);
  }
});

test.each(SPECS)(
  'the controls of $id have keys and options of their own, and a default among them',
  ({ controls }) => {
    const keys = controls.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const control of controls) {
      if (!('options' in control)) continue;
      const values = control.options.map(({ value }) => value);
      expect(new Set(values).size).toBe(values.length);
      expect(values).toEqual(expect.arrayContaining([control.default].flat()));
    }
  },
);
