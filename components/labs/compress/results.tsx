/** What each smaller model takes, how well it predicts, and what it writes. */
import type { CompressRecord, MarkRecord } from '@/labs/compress/records';
import { kindOf } from '@/labs/compress/ways';
import { formatBytes, formatNumber } from '@/lib/format';
import { isMark, isText, nameOf } from './marks';

/** The narrowest screens show the first two. */
const NUMBERS = ['Bits per character', 'On disk', 'In memory', 'Weights kept', 'Time'];

function Row({ mark }: { mark: MarkRecord }) {
  return (
    <tr>
      <th scope="row">{kindOf(mark.way).label}</th>
      <td>{mark.how || '–'}</td>
      <td className="number">{mark.bits.toFixed(3)}</td>
      <td className="number">{formatBytes(mark.diskBytes)}</td>
      <td className="number">{formatBytes(mark.memoryBytes)}</td>
      <td className="number">{formatNumber(mark.weights, 7)}</td>
      <td className="number">{mark.time === undefined ? '–' : mark.time.toFixed(2)}</td>
    </tr>
  );
}

export function Results({ records: found }: { records: readonly unknown[] }) {
  const records = found as readonly CompressRecord[];
  const marks = records.filter(isMark);
  const texts = new Map(records.filter(isText).map((text) => [text.id, text]));
  if (marks.length === 0) return null;
  return (
    <>
      <div className="table-scroll" tabIndex={0} role="region" aria-label="Table: results">
        <table className="lab-results">
          <caption>What is kept, and what it is worth on text that was held out</caption>
          <thead>
            <tr>
              <th scope="col">Way</th>
              <th scope="col">Degree</th>
              {NUMBERS.map((name) => (
                <th key={name} scope="col" className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {marks.map((mark) => (
              <Row key={mark.id} mark={mark} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">
        Time is that of a forward pass, with the original’s in the same run as 1. Where there is
        none, the device does the same work as before: rounded weights are unpacked to 32-bit
        floats, and zeros are multiplied like other numbers.
      </p>
      <dl className="lab-texts">
        {marks.map((mark) => {
          const text = texts.get(mark.id);
          return (
            text && (
              <div key={mark.id}>
                <dt>{nameOf(mark)}</dt>
                <dd>
                  <b>{text.prompt}</b>
                  {text.text}
                </dd>
              </div>
            )
          );
        })}
      </dl>
    </>
  );
}
