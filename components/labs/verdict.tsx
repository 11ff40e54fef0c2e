/** What came of a replay: the same numbers as in the receipt, or not. */
import type { Difference, Receipt } from '@/labs/receipt';
import { formatNumber } from '@/lib/format';

interface Props {
  receipt: Receipt;
  got: Receipt;
  differences: readonly Difference[];
}

/** What the comparison says as a whole. None to compare is not the same. */
function summary(differences: readonly Difference[]): { isSame: boolean; words: string } {
  const isSame = differences.length > 0 && differences.every((one) => one.isSame);
  if (isSame && differences.every((one) => one.isExact))
    return { isSame, words: 'Every number is the same to the last bit.' };
  if (isSame)
    return {
      isSame,
      words: 'Every number lies within the tolerance; the last digits depend on the device.',
    };
  const isFull = differences.every(
    ({ expected, got }) => expected !== undefined && got !== undefined,
  );
  const words = isFull
    ? 'Some numbers lie outside the tolerance.'
    : 'The receipt and the run do not have the same numbers.';
  return { isSame, words };
}

const inDigits = (value?: number) => (value === undefined ? '–' : formatNumber(value, 6));

const REASONS = (receipt: Receipt, got: Receipt): string[] =>
  [
    receipt.v !== got.v && 'the lab has another version',
    receipt.codeVersion !== got.codeVersion && 'the code has changed since',
    receipt.dataHash !== got.dataHash && 'the data is not the same',
    receipt.engine !== got.engine && 'the engine is another',
    receipt.device !== got.device && 'it was computed on another kind of device',
  ].filter((reason) => reason !== false);

export function Verdict({ receipt, got, differences }: Props) {
  const { isSame, words } = summary(differences);
  const reasons = REASONS(receipt, got);
  return (
    <div className={`verdict verdict-${isSame ? 'same' : 'other'}`} role="status">
      <p>
        <strong>{isSame ? '✓ Verified.' : '✗ Not the same.'}</strong> {words}
        {reasons.length > 0 && ` To keep in mind: ${reasons.join(', ')}.`}
      </p>
      <div className="table-scroll" tabIndex={0} role="region" aria-label="Table: comparison">
        <table>
          <thead>
            <tr>
              <th scope="col">Number</th>
              <th scope="col" className="number">
                Receipt
              </th>
              <th scope="col" className="number">
                This run
              </th>
              <th scope="col">Same?</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ metric, expected, got: found, isSame: same, isExact: exact }) => (
              <tr key={metric}>
                <th scope="row">{metric}</th>
                <td className="number">{inDigits(expected)}</td>
                <td className="number">{inDigits(found)}</td>
                <td>{exact ? 'to the bit' : same ? 'within the tolerance' : 'no'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
