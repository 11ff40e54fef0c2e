/** Receipts: what was run, on what, and what came out, so that anyone can run it again and compare. */
import { readState, writeState } from '@/lib/url-state';
import { LAB_IDS, isLabId, type LabId, type LabSpec, type Metrics, type Settings } from './lab';

/** The format is part of docs: others read and write it. */
export interface Receipt {
  lab: LabId;
  v: number;
  config: Settings;
  seed: number;
  engine: string;
  device: string;
  dataHash: string;
  codeVersion: string;
  metrics: Metrics;
  wallMs: number;
}

/**
 * How far a metric may lie from the receipt's, as a share of it. Runs on one engine agree to the
 * bit; browsers whose processors fuse other multiplications differ in the seventh digit a step, and
 * training lets that grow.
 */
export const TOLERANCE = 0.02;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSetting = (value: unknown) =>
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) && value.every((one) => typeof one === 'string'));

/** @throws Error that says, for a reader, what is wrong with a receipt */
export function readReceipt(text: string): Receipt {
  const no = (why: string) => new Error(`this is not a receipt that we can read: ${why}`);
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    throw no('it is not JSON');
  }
  if (!isRecord(found)) throw no('it is not an object');
  const { lab, config, metrics } = found;
  if (typeof lab !== 'string' || !isLabId(lab))
    throw no(`its lab is none of ${LAB_IDS.join(', ')}`);
  if (!isRecord(config) || !Object.values(config).every(isSetting))
    throw no('its configuration is not a list of settings');
  if (!isRecord(metrics) || !Object.values(metrics).every(Number.isFinite))
    throw no('its metrics are not numbers');
  if (Object.keys(metrics).length === 0) throw no('it has no metrics, so nothing can be compared');
  for (const key of ['v', 'seed', 'wallMs'])
    if (!Number.isFinite(found[key])) throw no(`“${key}” is not a number`);
  for (const key of ['engine', 'device', 'dataHash', 'codeVersion'])
    if (typeof found[key] !== 'string') throw no(`“${key}” is not a text`);
  return found as unknown as Receipt;
}

/**
 * A receipt as this lab can run it: its settings are brought through the lab's controls, and one
 * that it leaves out stands at its default.
 * @throws Error that names, for a reader, the lab or the setting that does not fit
 */
export function fitReceipt(
  receipt: Receipt,
  { id, controls }: Pick<LabSpec, 'id' | 'controls'>,
): Receipt {
  const { lab, config } = receipt;
  if (lab !== id) throw new Error(`this receipt is of the lab “${lab}”, and this is “${id}”`);
  const query = writeState(controls, config, new URLSearchParams(), id, true);
  const { state, problems } = readState(controls, query, id, true);
  const known = new Set(controls.map(({ key }) => key));
  const foreign = Object.keys(config).find((key) => !known.has(key));
  const problem =
    foreign === undefined ? problems[0] : `this lab has no setting “${foreign.slice(0, 40)}”`;
  if (problem) throw new Error(`this receipt cannot be run here: ${problem}`);
  return { ...receipt, config: state };
}

export interface Difference {
  metric: string;
  /** Missing where the receipt has no such metric. */
  expected?: number;
  /** Missing where the run has no such metric. */
  got?: number;
  isSame: boolean;
  /** To the bit. */
  isExact: boolean;
}

/** What an object itself holds under a name, and nothing that it inherits (“toString”). */
const ownOf = (metrics: Metrics, name: string): number | undefined =>
  Object.hasOwn(metrics, name) ? metrics[name] : undefined;

/** Holds the metrics of a run against a receipt's: both must have the same ones. */
export const compare = (receipt: Receipt, metrics: Metrics): Difference[] => {
  const names = new Set([...Object.keys(receipt.metrics), ...Object.keys(metrics)]);
  return [...names].map((metric) => {
    const expected = ownOf(receipt.metrics, metric);
    const got = ownOf(metrics, metric);
    if (expected === undefined || got === undefined)
      return { metric, expected, got, isSame: false, isExact: false };
    const far = Math.abs(got - expected);
    return {
      metric,
      expected,
      got,
      isSame: far <= TOLERANCE * Math.max(Math.abs(expected), 1e-9),
      isExact: far === 0,
    };
  });
};

/** A receipt as a text that an address can hold. */
export const packReceipt = (receipt: Receipt): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(receipt))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** @throws Error as `readReceipt`, also where the text was cut off */
export function unpackReceipt(packed: string): Receipt {
  let text: string;
  try {
    const bytes = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    text = new TextDecoder().decode(Uint8Array.from(bytes, (sign) => sign.charCodeAt(0)));
  } catch {
    throw new Error('this is not a receipt that we can read: the link was changed or cut off');
  }
  return readReceipt(text);
}
