/** What came of a replay: the same numbers as in the receipt, or not. */
import type { Difference, Receipt } from '@/labs/receipt';
import { formatNumber } from '@/lib/format';

interface Props {
  receipt: Receipt;
  got: Receipt;
  differences: readonly Difference[];
}

const REASONS = (receipt: Receipt, got: Receipt): string[] =>
  [
    receipt.v !== got.v && 'the lab has another version',
    receipt.codeVersion !== got.codeVersion && 'the code has changed since',
    receipt.dataHash !== got.dataHash && 'the data is not the same',
    receipt.engine !== got.engine && 'the engine is another',
    receipt.device !== got.device && 'it was computed on another kind of device',
  ].filter((reason) => reason !== false);

export function Verdict({ receipt, got, differences }: Props) {
  const isSame = differences.every((one) => one.isSame);
  const isExact = differences.every((one) => one.isExact);
  const reasons = REASONS(receipt, got);
  return (
    <div className={`verdict verdict-${isSame ? 'same' : 'other'}`} role="status">
      <p>
        <strong>{isSame ? '✓ Verified.' : '✗ Not the same.'}</strong>{' '}
        {isExact
          ? 'Every number is the same to the last bit.'
          : isSame
            ? 'Every number lies within the tolerance; the last digits depend on the device.'
            : 'Some numbers lie outside the tolerance.'}
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
                <td className="number">{formatNumber(expected, 6)}</td>
                <td className="number">{found === undefined ? '–' : formatNumber(found, 6)}</td>
                <td>{exact ? 'to the bit' : same ? 'within the tolerance' : 'no'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
