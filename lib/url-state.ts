/**
 * A figure's state in the query string. On a figure's own page the keys stand
 * alone (`?protocol=ensemble`); in a chapter the figure's id stands before them
 * (`?imagenet-progress.protocol=ensemble`). Only what differs from the default
 * is written, and what cannot be read falls back to the default and is reported.
 */

/** One of a few options. */
export interface ChoiceControl {
  kind: 'choice';
  key: string;
  label: string;
  options: readonly { value: string; label: string }[];
  default: string;
}

/** On or off; written as 1 or 0. */
export interface ToggleControl {
  kind: 'toggle';
  key: string;
  label: string;
  default: boolean;
}

/** Any of several options, in their own order; written comma-separated. */
export interface SetControl {
  kind: 'set';
  key: string;
  label: string;
  options: readonly { value: string; label: string }[];
  default: readonly string[];
}

/** Free text, cut at a length that an address can bear. */
export interface TextControl {
  kind: 'text';
  key: string;
  label: string;
  default: string;
  /** The most characters that the figure can show; 200 unless given. */
  longest?: number;
}

/** A quantity in its base unit; written as plain digits or with an exponent: 5.76e23. */
export interface NumberControl {
  kind: 'number';
  key: string;
  label: string;
  default: number;
  min: number;
  max: number;
  /** A slider along a linear or a logarithmic scale, or a field to type into. */
  input: 'slider' | 'log-slider' | 'field';
  /** For sliders along a linear scale and for fields. */
  step?: number;
  /** How the value is shown: "70 billion parameters". */
  format: (value: number) => string;
}

export type Control = (ChoiceControl | ToggleControl | SetControl | TextControl | NumberControl) & {
  /** Folded away under “More settings”. */
  more?: true;
};
export type StateValue = string | boolean | number | readonly string[];
export type FigureState = Readonly<Record<string, StateValue>>;

export function defaultState(controls: readonly Control[]): FigureState {
  return Object.fromEntries(controls.map((control) => [control.key, control.default]));
}

const LONGEST_TEXT = 200;

/** The most UTF-16 units that a text may have. */
export const longestText = ({ longest = LONGEST_TEXT }: TextControl): number => longest;

/** Cut at the end, but never through the two units of one character. */
const cutText = (text: string, longest: number): string =>
  text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');

/** Three digits are as fine as a slider can be set. */
const tidyNumber = (value: number): number => Number(value.toPrecision(3));

function serialise(value: StateValue): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return String(value).replace('e+', 'e');
  return typeof value === 'string' ? value : value.join(',');
}

/** Where a slider stands for a value: on a logarithmic scale it moves along the exponent. */
export const sliderPosition = ({ input }: NumberControl, value: number): number =>
  input === 'log-slider' ? Math.log10(value) : value;

/** The nearest value at which a control can stand; its default is one also between two steps. */
function nearestStep({ input, step, min, max, default: atRest }: NumberControl, value: number) {
  if (input === 'log-slider' || step === undefined || value === atRest) return value;
  const steps = Math.min(Math.round((value - min) / step), Math.floor((max - min) / step + 1e-9));
  // Steps of a hundredth are no sums of binary fractions: 1 + 10 × 0.01 is not 1.1.
  return Number((min + steps * step).toPrecision(12));
}

const fromSlider = (control: NumberControl, position: number): number => {
  if (control.input !== 'log-slider') return nearestStep(control, position);
  return Math.min(control.max, Math.max(control.min, tidyNumber(10 ** position)));
};

function parseNumber(control: NumberControl, text: string): number | undefined {
  const value = Number(text);
  const fits = text.trim() !== '' && value >= control.min && value <= control.max;
  return fits ? nearestStep(control, value) : undefined;
}

/** @returns the value, or undefined when the text means nothing for this control */
function parseValue(control: Control, text: string): StateValue | undefined {
  if (control.kind === 'text') return cutText(text, longestText(control));
  if (control.kind === 'number') return parseNumber(control, text);
  if (control.kind === 'toggle') return text === '1' ? true : text === '0' ? false : undefined;
  const values = control.options.map((option) => option.value);
  if (control.kind === 'choice') return values.includes(text) ? text : undefined;
  const wanted = text === '' ? [] : text.split(',');
  return wanted.every((w) => values.includes(w))
    ? values.filter((v) => wanted.includes(v))
    : undefined;
}

/** What a quantity may be, for the message about one that it may not. */
const rangeOf = (control: Control): string =>
  control.kind === 'number'
    ? ` (from ${control.format(control.min)} to ${control.format(control.max)})`
    : '';

const prefixFor = (figureId: string, alone: boolean) => (alone ? '' : `${figureId}.`);

/** Reads a state; `problems` says in plain words what could not be used. */
export function readState(
  controls: readonly Control[],
  query: URLSearchParams,
  figureId: string,
  alone: boolean,
): { state: FigureState; problems: string[] } {
  const prefix = prefixFor(figureId, alone);
  const problems: string[] = [];
  const state = { ...defaultState(controls) };
  for (const control of controls) {
    const text = query.get(prefix + control.key);
    if (text === null) continue;
    const value = parseValue(control, text);
    if (value === undefined) {
      problems.push(
        `“${text.slice(0, 40)}” is not a choice for “${control.label}”${rangeOf(control)}`,
      );
      continue;
    }
    state[control.key] = value;
    // Not said of the last digits, which browsers and we may write otherwise.
    if (control.kind === 'number' && Math.abs(Number(value) - Number(text)) > 1e-9) {
      problems.push(
        `“${text.slice(0, 40)}” lies between two steps of “${control.label}”, so ${control.format(Number(value))} is taken`,
      );
    }
  }
  if (!alone) {
    for (const name of query.keys()) {
      const key = name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
      if (key !== undefined && !controls.some((c) => c.key === key)) {
        problems.push(`this figure has no setting “${key.slice(0, 40)}”`);
      }
    }
  }
  return { state, problems };
}

/** The query with this figure's state in it and everything else as it was. */
export function writeState(
  controls: readonly Control[],
  state: FigureState,
  query: URLSearchParams,
  figureId: string,
  alone: boolean,
): URLSearchParams {
  const next = new URLSearchParams(query);
  const prefix = prefixFor(figureId, alone);
  for (const name of [...next.keys()]) {
    if (prefix !== '' && name.startsWith(prefix)) next.delete(name);
  }
  for (const control of controls) {
    const text = serialise(state[control.key] ?? control.default);
    if (text === serialise(control.default)) next.delete(prefix + control.key);
    else next.set(prefix + control.key, text);
  }
  return next;
}

/** A slider's position as the value it stands for; nonsense in a field falls back to the default. */
function numberIn(control: NumberControl, form: FormData): number {
  const text = String(form.get(control.key) ?? '');
  if (control.input === 'field') return parseNumber(control, text) ?? control.default;
  const position = Number(text);
  // A slider moves in steps: where it stands for the default, the default is meant, to the digit.
  const atDefault = Math.abs(position - sliderPosition(control, control.default)) < 1e-6;
  return text === '' || atDefault ? control.default : fromSlider(control, position);
}

/** The state that a figure's form holds; a missing field falls back to its default. */
export function readForm(controls: readonly Control[], form: FormData): FigureState {
  return Object.fromEntries(
    controls.map((control) => {
      if (control.kind === 'toggle') return [control.key, form.get(control.key) === '1'];
      if (control.kind === 'number') return [control.key, numberIn(control, form)];
      const text = form.getAll(control.key).map(String).join(',');
      return [control.key, parseValue(control, text) ?? control.default];
    }),
  );
}
