/** The formulas that a derived cell may name in `by`; inputs come from its `from`. */
type Inputs = Readonly<Record<string, number>>;

const input = (from: Inputs, key: string): number => {
  const value = from[key];
  if (value === undefined) throw new Error(`formula needs the input "${key}"`);
  return value;
};

export const FORMULAS: Readonly<Record<string, (from: Inputs) => number>> = {
  /** Error in percent from an accuracy in percent. */
  complement: (f) => 100 - input(f, 'accuracy'),
  difference: (f) => input(f, 'a') - input(f, 'b'),
  ratio: (f) => input(f, 'a') / input(f, 'b'),
  product: (f) => input(f, 'a') * input(f, 'b'),
  /** Share in percent. */
  share: (f) => (100 * input(f, 'part')) / input(f, 'whole'),
  sum: (f) => Object.values(f).reduce((total, value) => total + value, 0),
};
